/**
 * How long a `Retry-After` field asks to wait, in ms; null where it is absent or cannot be read. A date counts
 * from the server's own `Date`, so that a clock that is wrong on either side does no harm. (RFC 9110, 10.2.3)
 */
export function parseRetryAfter(
  value: string | undefined,
  date: string | undefined,
  now: Date,
): number | null {
  const text = (value ?? '').trim();
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  if (!/[a-z]/i.test(text)) return null;
  const until = Date.parse(text);
  const from = Date.parse(date ?? '');
  if (Number.isNaN(until)) return null;
  return Math.max(0, until - (Number.isNaN(from) ? now.getTime() : from));
}
