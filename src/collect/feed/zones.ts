const HOUR = 3_600_000;

/** Offsets from UTC in hours of the abbreviations that feeds use; where one means several zones, the one met in feeds. */
const OFFSETS: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 1,
  west: 1,
  wez: 0,
  wesz: 1,
  ist: 5.5,
  cet: 1,
  cest: 2,
  mez: 1,
  mesz: 2,
  met: 1,
  mest: 2,
  mewt: 1,
  hnec: 1,
  hec: 2,
  eet: 2,
  eest: 3,
  oez: 2,
  oesz: 3,
  msk: 3,
  msd: 4,
  trt: 3,
  sast: 2,
  ast: -4,
  adt: -3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  akst: -9,
  akdt: -8,
  hst: -10,
  nst: -3.5,
  ndt: -2.5,
  brt: -3,
  art: -3,
  clt: -4,
  pkt: 5,
  ict: 7,
  wib: 7,
  hkt: 8,
  sgt: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  acdt: 10.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
};

/** Abbreviations without summer or winter. */
const REGIONS: Readonly<Record<string, string>> = {
  at: 'America/Halifax',
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
};

/** Offset of an abbreviation from UTC in ms, or the IANA zone it stands for; undefined for an unknown word. */
export function zoneOf(word: string): number | string | undefined {
  const hours = OFFSETS[word];
  return hours === undefined ? REGIONS[word] : hours * HOUR;
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const cached = formats.get(zone);
  if (cached !== undefined) return cached;
  const format = makeFormat(zone);
  if (formats.size < 1000) formats.set(zone, format);
  return format;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', {
      ...numeric,
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
      era: 'short',
      timeZone,
    });
  } catch {
    return null;
  }
}

/** Whether the platform knows an IANA zone of this name. */
export function isZone(name: string): boolean {
  return formatOf(name) !== null;
}

/**
 * The instant (ms since 1970) at which clocks in a zone show a wall time, given as if it were UTC. In the hour
 * that occurs twice the earlier one; in the hour left out the time after the change.
 */
export function instantIn(zone: string, wall: number): number {
  const before = wall - offsetAt(zone, wall - 24 * HOUR);
  if (wallAt(zone, before) === wall) return before;
  return wall - offsetAt(zone, wall + 24 * HOUR);
}

function offsetAt(zone: string, instant: number): number {
  return wallAt(zone, instant) - instant;
}

function wallAt(zone: string, instant: number): number {
  const format = formatOf(zone);
  if (!format) return instant;
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
