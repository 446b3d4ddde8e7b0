import { DAY_WORDS, MONTHS, UNITS, WEEKDAYS } from './date-words.ts';
import { buildMatcher, findPatterns } from './matcher.ts';
import { compilePattern } from './pattern.ts';

/** A kind of word that every date of some form has in it. */
export type Seed = 'digit' | 'month' | 'weekday' | 'day' | 'unit';

/** A stretch of text that may hold a date. */
export interface Window {
  start: number;
  end: number;
}

const SEEDS: Readonly<Record<Seed, readonly string[]>> = {
  digit: [...'0123456789'].map((digit) => `${digit}*`),
  month: [...MONTHS.keys()],
  weekday: [...WEEKDAYS.keys()].map((name) => `${name}*`),
  day: [...DAY_WORDS.keys()],
  unit: UNITS.map(([stem]) => `${stem}*`),
};
const matcher = buildMatcher(
  (Object.keys(SEEDS) as Seed[]).flatMap((seed) =>
    SEEDS[seed].map((word) => ({ pattern: compilePattern(word), use: seed })),
  ),
);
/** What stands before and behind the seed of a date, and what its form looks at beside it, is shorter (characters). */
const REACH = 36;

/** The stretches of a text in which dates may stand, for each kind of seed in order and apart. One pass, so that
 * the many forms of a date need not be looked for everywhere. A date lies whole in a stretch of its seed. */
export function dateWindows(text: string): Readonly<Record<Seed, readonly Window[]>> {
  const found: Record<Seed, Window[]> = { digit: [], month: [], weekday: [], day: [], unit: [] };
  findPatterns(matcher, text, (seed, start, end) => {
    const windows = found[seed];
    const from = Math.max(0, start - REACH);
    const to = Math.min(text.length, end + REACH);
    const last = windows.at(-1);
    if (last && from <= last.end) last.end = Math.max(last.end, to);
    else windows.push({ start: from, end: to });
    return false;
  });
  return found;
}
