import type { Instant } from '../../model/common.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds by which the zone's wall clock is ahead of UTC at an instant. */
function offsetAt(ms: number, zone: string): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const part = new Map(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const at = (name: Intl.DateTimeFormatPartTypes): number => part.get(name) ?? 0;
  const wall = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return wall - Math.floor(ms / 1000) * 1000;
}

/** The instant at which clocks of the zone show this wall time (given as if it were UTC). */
function fromWall(wall: number, zone: string): number {
  try {
    const first = wall - offsetAt(wall, zone);
    return wall - offsetAt(first, zone);
  } catch {
    return wall;
  }
}

const MONTHS: Record<string, number> = {};
for (const [index, names] of [
  'jan januar january janeiro jän jänner janvier enero gennaio januari',
  'feb februar february fevereiro februari février fevrier febrero febbraio feber',
  'mar mär märz mrz maerz march março mars marzo maart',
  'apr april avril abril aprile',
  'may mai mayo maggio mei maj maio',
  'jun juni june junho juin junio giugno',
  'jul juli july julho juillet julio luglio',
  'aug august août aout agosto augustus augusti',
  'sep sept september setembro septembre septiembre settembre',
  'oct okt oktober october outubro octobre octubre ottobre',
  'nov november novembro novembre noviembre',
  'dec dez dezember december dezembro décembre diciembre dicembre desember',
].entries())
  for (const name of names.split(' ')) MONTHS[name] = index;

const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|\s+|,\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{1,2})?/i;
const TIME = /(?:^|[\s,T(|–-])(\d{1,2})[:.](\d{2})(?::(\d{2}))?\s*(uhr|[ap]\.?m\b\.?)?/i;
const ZONE =
  /(?:\s|\()(Z|UTC|GMT|CEST|CET|MESZ|MEZ|EDT|EST|PDT|PST|CDT|CST|BST|[+-]\d{2}:?\d{2})\)?(?=$|[\s,)])/i;
const OFFSETS: Record<string, number> = {
  z: 0,
  utc: 0,
  gmt: 0,
  cet: 60,
  mez: 60,
  cest: 120,
  mesz: 120,
  bst: 60,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  pst: -480,
  pdt: -420,
};
const DMY = /(?:^|\D)(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4}|\d{2})(?!\d)/;
const D_MONTH_Y =
  /(?:^|\D)(\d{1,2})(?:\.|st|nd|rd|th)?\s*(?:de\s+)?([a-zäûéô]{3,10})\.?,?\s*(?:de\s+)?(\d{4})/i;
const MONTH_D_Y = /([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i;
const CJK = /(\d{4})\s*[年/.]\s*(\d{1,2})\s*[月/.]\s*(\d{1,2})/;

interface Wall {
  day: [number, number, number];
  time: [number, number, number, number];
  /** Minutes ahead of UTC; null where the text names no zone. */
  offset: number | null;
}

/**
 * Reads a date as pages print it (ISO 8601 and its usual mistakes, German and English forms, Unix time) and
 * gives the instant; a time without offset is read on the zone's wall clock. Null if none, or not in 1990–2100.
 */
export function readInstant(value: string | null | undefined, zone: string): Instant | null {
  if (!value || value.length > 200) return null;
  const text = value.trim();
  if (/^\d{10}(?:\d{3})?$/.test(text)) return inRange(Number(text) * (text.length === 10 ? 1000 : 1));
  const wall = readIso(text) ?? readPrinted(text);
  if (wall === null) return null;
  const [year, month, day] = wall.day;
  const [hour, minute, second, ms] = wall.time;
  if (month < 0 || month > 11 || day < 1 || day > 31 || hour > 24 || minute > 59) return null;
  const clock = Date.UTC(year, month, day, hour, minute, second, ms);
  return inRange(wall.offset === null ? fromWall(clock, zone) : clock - wall.offset * 60_000);
}

const inRange = (ms: number): Instant | null =>
  ms >= 631_152_000_000 && ms < 4_102_444_800_000 ? new Date(ms).toISOString() : null;

function readIso(text: string): Wall | null {
  const m = ISO.exec(text);
  if (m === null) return null;
  const rest = text.slice(m[0].length);
  return {
    day: [Number(m[1]), Number(m[2]) - 1, Number(m[3])],
    time: [
      Number(m[4] ?? 0),
      Number(m[5] ?? 0),
      Number(m[6] ?? 0),
      Number((m[7] ?? '').slice(0, 3).padEnd(3, '0')),
    ],
    offset: m[8] === undefined ? readZone(` ${rest}`) : toOffset(m[8]),
  };
}

function readPrinted(text: string): Wall | null {
  const found = readDay(text);
  if (found === null) return null;
  const rest = text.replace(found.matched, ' ');
  const t = TIME.exec(rest);
  let hour = Number(t?.[1] ?? 0);
  const half = t?.[4]?.toLowerCase();
  if (half?.startsWith('p') && hour < 12) hour += 12;
  if (half?.startsWith('a') && hour === 12) hour = 0;
  return {
    day: found.day,
    time: [hour, Number(t?.[2] ?? 0), Number(t?.[3] ?? 0), 0],
    offset: readZone(` ${rest}`),
  };
}

function readDay(text: string): { day: Wall['day']; matched: string } | null {
  const dmy = DMY.exec(text);
  if (dmy !== null) {
    const year = Number(dmy[3]);
    const [a, b] = [Number(dmy[1]), Number(dmy[2])];
    const full = year < 100 ? 2000 + year : year;
    return { day: b > 12 ? [full, a - 1, b] : [full, b - 1, a], matched: dmy[0] };
  }
  const named = D_MONTH_Y.exec(text);
  const month = MONTHS[named?.[2]?.toLowerCase() ?? ''];
  if (named !== null && month !== undefined)
    return { day: [Number(named[3]), month, Number(named[1])], matched: named[0] };
  const american = MONTH_D_Y.exec(text);
  const monthFirst = MONTHS[american?.[1]?.toLowerCase() ?? ''];
  if (american !== null && monthFirst !== undefined)
    return { day: [Number(american[3]), monthFirst, Number(american[2])], matched: american[0] };
  const cjk = CJK.exec(text);
  return cjk === null ? null : { day: [Number(cjk[1]), Number(cjk[2]) - 1, Number(cjk[3])], matched: cjk[0] };
}

const readZone = (text: string): number | null => {
  const zone = ZONE.exec(text)?.[1];
  return zone === undefined ? null : toOffset(zone);
};

function toOffset(zone: string): number {
  const named = OFFSETS[zone.toLowerCase()];
  if (named !== undefined) return named;
  const sign = zone.startsWith('-') ? -1 : 1;
  const digits = zone.replace(/\D/g, '').replace(/^\d$/, '0$&').padEnd(4, '0');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4)));
}
