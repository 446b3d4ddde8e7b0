import type { Day } from '../model/index.ts';
import type { ChartLanguage, Figures, Step } from './figures.ts';
import { once } from './once.ts';

/** What the bars are made of. */
export type ChartBy = 'party' | 'stage';

const GERMAN = {
  title: {
    party: 'Artikel, die eine Partei nennen, nach Partei',
    stage: 'Artikel nach Verfahrensstand',
  },
  per: { day: 'je Tag', week: 'je Woche', month: 'je Monat' },
  axis: { party: 'Nennungen', stage: 'Artikel' },
  several: 'Ein Artikel, der mehrere Parteien nennt, zählt bei jeder.',
  rest: 'Übrige',
  none: 'Keine Artikel in diesem Zeitraum',
  unnamed: { party: 'keine Partei', stage: 'ohne Verfahrensschritt' },
  most: (when: string, n: string) => `Am meisten: ${when} (${n}).`,
  week: (day: string) => `Woche ab ${day}`,
};

const ENGLISH: typeof GERMAN = {
  title: { party: 'Articles that name a party, by party', stage: 'Articles by stage of the proceedings' },
  per: { day: 'per day', week: 'per week', month: 'per month' },
  axis: { party: 'mentions', stage: 'articles' },
  several: 'An article that names several parties counts for each.',
  rest: 'others',
  none: 'No articles in this period',
  unnamed: { party: 'no party', stage: 'no stage named' },
  most: (when, n) => `Most: ${when} (${n}).`,
  week: (day) => `week of ${day}`,
};

export type ChartWords = typeof GERMAN;

export const chartWords = (language: ChartLanguage): ChartWords => (language === 'de' ? GERMAN : ENGLISH);

const locale = (language: ChartLanguage): string => (language === 'de' ? 'de-DE' : 'en-GB');

// A format takes longer to make than a hundred numbers or days to write.
const numbers = once((language: ChartLanguage) => new Intl.NumberFormat(locale(language)));

/** `1.204` or `1,204`. */
export const number = (n: number, language: ChartLanguage): string => numbers(language).format(n);

const DAY = { day: 'numeric', month: 'short' } as const;
const FORMATS: Readonly<Record<Step | 'full', Intl.DateTimeFormatOptions>> = {
  day: DAY,
  week: DAY,
  month: { month: 'short', year: 'numeric' },
  full: { day: 'numeric', month: 'long', year: 'numeric' },
};

const days = once((language: ChartLanguage) =>
  once(
    (format: Step | 'full') =>
      new Intl.DateTimeFormat(locale(language), { ...FORMATS[format], timeZone: 'UTC' }),
  ),
);

/** A day as the axis says it (`27. Mai`, `27 May`, `May 2025`), or in full. */
export const date = (day: Day, format: Step | 'full', language: ChartLanguage): string =>
  days(language)(format).format(new Date(`${day}T00:00:00Z`));

/** `1.–30. Mai 2025`. */
const period = (from: Day, until: Day, language: ChartLanguage): string =>
  days(language)('full').formatRange(Date.parse(from), Date.parse(until));

/** Which bar is meant, in words. */
export function when(day: Day, step: Step, language: ChartLanguage): string {
  return step === 'week'
    ? chartWords(language).week(date(day, 'full', language))
    : date(day, step === 'month' ? 'month' : 'full', language);
}

/** The figures of a chart in words, for those who do not see it. */
export function describe(
  { steps, series, totals, step }: Figures,
  { by, from, until, language }: { by: ChartBy; from: Day; until: Day; language: ChartLanguage },
): string {
  const words = chartWords(language);
  const all = totals.reduce((sum, n) => sum + n, 0);
  if (all === 0) return `${words.none}.`;
  const most = Math.max(...totals);
  const peak = steps[totals.indexOf(most)] ?? from;
  return [
    `${number(all, language)} ${words.axis[by]}, ${period(from, until, language)}.`,
    words.most(when(peak, step, language), number(most, language)),
    `${series.map(({ name, total }) => `${name} ${number(total, language)}`).join(', ')}.`,
    ...(by === 'party' ? [words.several] : []),
  ].join(' ');
}
