/** A day of the calendar. */
export interface CalendarDay {
  /** What the day is known by for good. */
  id: string;
  /** `2025-05-27`. */
  day: string;
  title: string;
  description: string;
  url: string | null;
}

const LINE_BYTES = 75;

/** RFC 5545, 3.3.11. */
const text = (value: string): string =>
  value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** RFC 5545, 3.1: lines of at most 75 octets, folded between characters. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let bytes = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (bytes + size > LINE_BYTES) {
      lines.push(current);
      current = ' ';
      bytes = 1;
    }
    current += char;
    bytes += size;
  }
  return [...lines, current].join('\r\n');
}

/** The day after, as a date in iCalendar's form. */
function after(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10).replaceAll('-', '');
}

/**
 * Key dates as iCalendar (RFC 5545): whole days that block no time. UIDs stay, so that importing again updates.
 * @param stamp UTC instant of the export
 */
export function ics(name: string, days: readonly CalendarDay[], stamp: Date): string {
  const at = stamp.toISOString().replace(/[-:]|\.\d+/g, '');
  const events = days.flatMap(({ id, day, title, description, url }) => [
    'BEGIN:VEVENT',
    `UID:${id}@standoff`,
    `DTSTAMP:${at}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${after(day)}`,
    `SUMMARY:${text(title)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${text(description)}`]),
    ...(url !== null && URL.canParse(url) ? [`URL:${new URL(url).href}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//standoff//standoff//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    ...events,
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('');
}
