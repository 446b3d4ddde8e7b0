/** Whether a text is a calendar day such as `2025-05-27`. */
export function isDay(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** A date as far as it is known: `2025-05-27`, `2025-05`, `2025`; of a week its first day. */
export function knownPart({ day, precision }: { day: string; precision: string }): string {
  const length = { month: 7, year: 4 }[precision] ?? 10;
  return day.slice(0, length);
}
