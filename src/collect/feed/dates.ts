import { readDay } from './days.ts';
import { instantIn, isZone, zoneOf } from './zones.ts';

/** No date is longer. */
const LONGEST = 120;
const MINUTE = 60_000;

const TIME =
  /(오전|오후|上午|下午|午前|午後)?\s*(?<!\d)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?!\d)\s*(?:([ap])\.?\s?m\b\.?|uhr\b)?/;
/** `7.05 Uhr`, `7 Uhr`, `7h05`. */
const SPOKEN_TIME = /(?<![\d.])(\d{1,2})(?:\.(\d{2}))?\s*uhr\b|(?<![\d.])(\d{1,2})\s?h\s?(\d{2})\b/;
const OFFSET = /(?:\b(?:gmt|utc?)\s*)?([+-])(\d{1,2}):?(\d{2})?(?!\d)\s*z?/;
const IANA = /\b[a-z]+(?:\/[a-z_]+){1,2}(?:[+-]\d{1,2})?/;

interface Clock {
  /** Since midnight; NaN for an impossible time. */
  ms: number;
  before: string;
  after: string;
}

/** Offset from UTC in ms, or an IANA zone. */
type Zone = number | string;

/**
 * The instant a date string of a feed means: RFC 822 and ISO 8601 with the slips found in feeds, month names
 * of some thirty languages, German and American orders, seconds since 1970. A date that names no zone is taken
 * in `timezone` (IANA), else as UTC; the zone of the machine never counts. Undefined rather than a guess where
 * the string makes no valid date.
 */
export function parseDate(text: string, timezone?: string): Date | undefined {
  if (text.length > LONGEST * 2) return undefined;
  const folded = fold(text);
  if (folded === '' || folded.length > LONGEST) return undefined;
  const epoch = readEpoch(folded);
  if (epoch !== undefined) return toDate(epoch);
  const clock = readClock(folded);
  const { zone, rest } = readZone(clock?.after ?? folded, clock !== undefined);
  const inForce = zone ?? timezone ?? (/[가-힣]/.test(folded) ? 'Asia/Seoul' : 'UTC');
  const dayText = clock ? `${clock.before} ${rest}` : rest;
  const day = readDay(dayText.trim(), { dayFirst: isDayFirst(zone ?? timezone), alone: clock === undefined });
  const wall = (day ?? Number.NaN) + (clock?.ms ?? 0);
  return Number.isNaN(wall) ? undefined : toDate(toInstant(wall, inForce));
}

/** Lower case, accents and comments off, blanks run together. */
function fold(text: string): string {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  return plain
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function readEpoch(text: string): number | undefined {
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1000;
  return /^\d{13}$/.test(text) ? Number(text) : undefined;
}

function readClock(text: string): Clock | undefined {
  return readCompactClock(text) ?? readColonClock(text) ?? readSpokenClock(text);
}

/** `20031231T101455Z`, `20031231101455`. */
function readCompactClock(text: string): Clock | undefined {
  const match = /^((?:19|20)\d{6})\s?t?(\d{2})(\d{2})(\d{2})?(?=$|[z+-])/.exec(text);
  if (!match) return undefined;
  const ms = clockMs(Number(match[2]), Number(match[3]), Number(match[4] ?? 0));
  return { ms, before: match[1] ?? '', after: text.slice(match[0].length) };
}

function readColonClock(text: string): Clock | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [all, asian, hours, minutes, seconds, fraction, letter] = match;
  const half = letter ?? (asian === undefined ? undefined : /[후下後]/.test(asian) ? 'p' : 'a');
  const hour = twentyFour(Number(hours), half);
  const ms = clockMs(hour, Number(minutes), Number(seconds ?? 0)) + Number(`0.${fraction ?? 0}`) * 1000;
  const before = text.slice(0, match.index).replace(/(?<=\d|^)t$/, '');
  return { ms: Math.trunc(ms), before, after: text.slice(match.index + all.length) };
}

function readSpokenClock(text: string): Clock | undefined {
  const match = SPOKEN_TIME.exec(text);
  if (!match) return undefined;
  const ms = clockMs(Number(match[1] ?? match[3]), Number(match[2] ?? match[4] ?? 0), 0);
  return { ms, before: text.slice(0, match.index), after: text.slice(match.index + match[0].length) };
}

function twentyFour(hour: number, half: string | undefined): number {
  if (half === 'p' && hour < 12) return hour + 12;
  return half === 'a' && hour === 12 ? 0 : hour;
}

/** 24:00 is the end of a day and second 60 a leap second. */
function clockMs(hour: number, minute: number, second: number): number {
  const sound = minute < 60 && second <= 60 && (hour < 24 || (hour === 24 && minute + second === 0));
  return sound ? ((hour * 60 + minute) * 60 + second) * 1000 : Number.NaN;
}

/** The zone named after a time or at the end of a date, and what else stands there. */
function readZone(text: string, afterTime: boolean): { zone: Zone | undefined; rest: string } {
  const place = IANA.exec(text);
  if (place && isZone(place[0])) return { zone: place[0], rest: text.replace(place[0], ' ') };
  const offset = afterTime ? OFFSET.exec(text) : null;
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return { zone: (offset[1] === '-' ? -minutes : minutes) * MINUTE, rest: text.replace(offset[0], ' ') };
  }
  const word = afterTime ? /[a-z]+/.exec(text)?.[0] : /\b[a-z]{3,4}$/.exec(text)?.[0];
  const zone = word === undefined ? undefined : zoneOf(word);
  return { zone, rest: zone === undefined || !word ? text : text.replace(word, ' ') };
}

/** Whether `3/4/2024` is the third of April there: everywhere but in America. */
function isDayFirst(zone: Zone | undefined): boolean {
  if (typeof zone === 'string') return !/^(?:america|us|utc|etc)\b/i.test(zone);
  return zone !== undefined && zone > 0;
}

function toInstant(wall: number, zone: Zone): number {
  return typeof zone === 'number' ? wall - zone : instantIn(zone, wall);
}

function toDate(ms: number): Date | undefined {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
