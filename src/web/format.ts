import type { Language } from './language.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function create(language: Language, timeZone: string) {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const instantDay = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const units = (unit: 'minute' | 'hour' | 'day') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 0 });
  const [minutes, hours, days] = [units('minute'), units('hour'), units('day')];
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const collator = new Intl.Collator(locale);
  return {
    /** An instant with its time of day. */
    moment: (instant: string): string => moment.format(new Date(instant)),
    /** The day of an instant in the page's zone. */
    dayOf: (instant: string): string => instantDay.format(new Date(instant)),
    /** A calendar day, a month (`2024-03`) or a year. */
    day: (text: string): string =>
      text.length === 4 ? text : (text.length > 7 ? day : month).format(new Date(text)),
    /** A length of time, ms, in its largest fitting unit. */
    span(ms: number): string {
      const length = Math.abs(ms);
      if (length < HOUR) return minutes.format(Math.round(length / MINUTE));
      return length < 2 * DAY
        ? hours.format(Math.round(length / HOUR))
        : days.format(Math.round(length / DAY));
    },
    /** Of an ISO 3166 code; the code where it is none. */
    country: (code: string): string => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    /** Of an ISO 639 code; the code where it is none. */
    language: (code: string): string => (/^[a-z]{2,3}$/.test(code) ? (languages.of(code) ?? code) : code),
    compare: (a: string, b: string): number => collator.compare(a, b),
  };
}

export type Format = ReturnType<typeof create>;

const made = new Map<string, Format>();

/** How days, times and names are written for a reader; made once, since Intl's formats are slow to make. */
export function formatFor(language: Language, timezone: string): Format {
  const key = `${language} ${timezone}`;
  const known = made.get(key) ?? create(language, timezone);
  made.set(key, known);
  return known;
}
