import type { Day } from '../model/index.ts';
import { once } from './once.ts';

const DAY_MS = 86_400_000;
/** The largest series keep their names; what is left is one more. */
const SERIES = 6;
const LONGEST_NAME = 48;
/** A chart of more days shows weeks, of more weeks months, so that a bar stays wide enough to be seen. */
const MOST_DAYS = 100;
const MOST_WEEKS = 100;

export type ChartLanguage = 'de' | 'en';

/** One number of a chart: what one series counts on one day. */
export interface DayCount {
  day: Day;
  /** Name of the series as readers see it; null: it belongs to none. */
  series: string | null;
  count: number;
}

export type Step = 'day' | 'week' | 'month';

/** `rest`: those that have no name of their own here; `none`: what belongs to no series. */
export type SeriesKind = 'named' | 'rest' | 'none';

/** What a chart draws: a bar for each step of its period, each made of the same series in the same order. */
export interface Figures {
  step: Step;
  /** First days of the steps, the earlier first. */
  steps: Day[];
  /** The largest first; then the rest and what belongs to none, where there is any. */
  series: { name: string; kind: SeriesKind; total: number }[];
  cells: { step: Day; series: string; count: number }[];
  /** Sum of each step, in the order of `steps`. */
  totals: number[];
}

const dayOf = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** Which bar a day belongs to; weeks begin on Monday. */
function stepOf(day: Day, step: Step): Day {
  if (step === 'day') return day;
  if (step === 'month') return `${day.slice(0, 7)}-01`;
  const at = new Date(`${day}T00:00:00Z`);
  return dayOf(at.getTime() - ((at.getUTCDay() + 6) % 7) * DAY_MS);
}

function stepFor(days: number): Step {
  if (days <= MOST_DAYS) return 'day';
  return days <= MOST_WEEKS * 7 ? 'week' : 'month';
}

/** A name as one short line: XML holds no control characters and no half of a pair. */
export function nameOf(series: string): string {
  const clean = series
    .slice(0, 500)
    .replace(/\p{Surrogate}|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  const letters = [...clean];
  return letters.length <= LONGEST_NAME ? clean : `${letters.slice(0, LONGEST_NAME - 1).join('')}…`;
}

/** The names of the largest series; all of them where only one more would be left over. */
function largest(totals: ReadonlyMap<string, number>): string[] {
  const names = [...totals].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name);
  return names.slice(0, names.length <= SERIES + 1 ? SERIES + 1 : SERIES);
}

interface Labels {
  rest: string;
  unnamed: string;
}

/** The series of a chart: the largest by name, the rest as one, then what belongs to none. */
function seriesOf(
  rows: readonly DayCount[],
  named: (series: string) => string,
  { rest, unnamed }: Labels,
): Map<string, SeriesKind> {
  const sizes = new Map<string, number>();
  for (const { series, count } of rows)
    if (series !== null) sizes.set(named(series), (sizes.get(named(series)) ?? 0) + count);
  const names = largest(sizes);
  const kinds = new Map<string, SeriesKind>(names.map((name) => [name, 'named']));
  // What is called like them is counted with them, and stands behind the others.
  const last = (name: string, kind: SeriesKind): void => {
    kinds.delete(name);
    kinds.set(name, kind);
  };
  if (names.length < sizes.size) last(rest, 'rest');
  if (rows.some(({ series }) => series === null)) last(unnamed, 'none');
  return kinds;
}

/**
 * Rows as bars: of the period's days only (both ends included), the six largest series by name and all others as one.
 * Rows that share day and series are added up; a count that is no positive number counts nothing.
 */
export function figures(
  rows: readonly DayCount[],
  { from, until, ...labels }: { from: Day; until: Day } & Labels,
): Figures {
  const days = Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS) + 1;
  const step = stepFor(days);
  const steps = [
    ...new Set(Array.from({ length: days }, (_, i) => stepOf(dayOf(Date.parse(from) + i * DAY_MS), step))),
  ];
  const counted = rows.filter(
    ({ day, count }) => day >= from && day <= until && count > 0 && Number.isFinite(count),
  );
  const [named, stepAt] = [once(nameOf), once((day: Day) => stepOf(day, step))];
  const kinds = seriesOf(counted, named, labels);
  const sums = new Map([...kinds.keys()].map((name) => [name, new Map<Day, number>()]));
  for (const { day, series, count } of counted) {
    const of = sums.get(series === null ? labels.unnamed : named(series)) ?? sums.get(labels.rest);
    const at = stepAt(day);
    of?.set(at, (of.get(at) ?? 0) + count);
  }
  const cells = [...sums].flatMap(([series, counts]) =>
    steps.flatMap((at) => (counts.has(at) ? [{ step: at, series, count: counts.get(at) ?? 0 }] : [])),
  );
  const sum = (of: Figures['cells']) => of.reduce((total, { count }) => total + count, 0);
  return {
    step,
    steps,
    series: [...kinds].map(([name, kind]) => ({
      name,
      kind,
      total: sum(cells.filter(({ series }) => series === name)),
    })),
    cells,
    totals: steps.map((at) => sum(cells.filter((cell) => cell.step === at))),
  };
}
