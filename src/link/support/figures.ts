import type { Language } from '../../model/index.ts';

/** A number that a sentence states, in one writing whatever its spelling. */
export interface Figure {
  /** Value with its scale (`200 Millionen` is 200000000), a month `m5`, a day of a month `27/m5`, a weekday `d5`. */
  key: string;
  unit: '%' | '€' | '$' | null;
  /** `mehr als`, `at least` …: what bounds it. */
  bound: 'more' | 'less' | 'about' | null;
  /** The word that it counts, lower case; null where none follows at once. */
  counted: string | null;
  /** The word right before it, lower case. */
  before: string | null;
}

const names = (list: string): Map<string, number> =>
  new Map(
    list
      .trim()
      .split(/\s+/)
      .flatMap((group, index) => group.split('/').map((name): [string, number] => [name, index + 1])),
  );
const MONTHS =
  names(`januar/jänner/january/jan februar/february/feb märz/march april/apr mai/may juni/june juli/july
  august/aug september/sept oktober/october/okt/oct november/nov dezember/december/dez/dec`);
const WEEKDAYS = names(
  'montag/monday dienstag/tuesday mittwoch/wednesday donnerstag/thursday freitag/friday samstag/saturday/sonnabend sonntag/sunday',
);
const NUMBER_WORDS = new Map(
  [
    ...names(
      '- zwei/two drei/three vier/four fünf/five sechs/six sieben/seven acht/eight neun/nine zehn/ten elf/eleven zwölf/twelve',
    ),
  ].filter(([word]) => word !== '-'),
);
const SCALES = new Map([
  ...['tausend', 'thousand'].map((word): [string, number] => [word, 1e3]),
  ...['million', 'millionen', 'millions', 'mio'].map((word): [string, number] => [word, 1e6]),
  ...['milliarde', 'milliarden', 'mrd', 'bn', 'billion', 'billions'].map((word): [string, number] => [
    word,
    1e9,
  ]),
  ...['billionen', 'trillion'].map((word): [string, number] => [word, 1e12]),
]);
const UNITS: Readonly<Record<string, Figure['unit']>> = {
  '%': '%',
  prozent: '%',
  percent: '%',
  '€': '€',
  euro: '€',
  euros: '€',
  eur: '€',
  $: '$',
  dollar: '$',
  dollars: '$',
  usd: '$',
};
const BOUNDS: readonly [Figure['bound'], RegExp][] = [
  ['more', /(?:mehr als|über|mindestens|wenigstens|more than|over|at least|above)$/],
  ['less', /(?:weniger als|unter|höchstens|maximal|bis zu|less than|fewer than|under|up to|at most|below)$/],
  ['about', /(?:rund|etwa|knapp|circa|ca\.?|ungefähr|about|around|nearly|almost|roughly)$/],
];

const TOKEN = /\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:[.,:/]\d+)*|\p{L}[\p{L}\p{M}'’-]*|[%€$]/gu;

interface Token {
  text: string;
  lower: string;
  at: number;
}

/** `1.200`, `1,200` and `1 200` are 1200, `4,5` is 4.5. */
function plain(text: string): string {
  if (/^\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+$/.test(text)) return text.replace(/\D/g, '');
  return text.replace(/^(\d+),(\d+)$/, '$1.$2');
}

/** `27.05.2025` and `2025-05-27` as words. */
const spelled = (text: string): string =>
  text
    .replace(/\b(\d{1,2})\.(\d{1,2})\.(?=(\d{4})?\b|\s|$)/g, (whole, day: string, month: string) =>
      monthName(Number(month)) === null ? whole : `${day}. ${monthName(Number(month))} `,
    )
    .replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, (whole, year: string, month: string, day: string) =>
      monthName(Number(month)) === null ? whole : `${Number(day)}. ${monthName(Number(month))} ${year}`,
    );

const monthName = (month: number): string | null =>
  [...MONTHS].find(([, number]) => number === month)?.[0] ?? null;

/** A month's number; `may` and `march` are months with a capital only. */
function monthOf(token: Token | undefined, language: Language): number | null {
  if (token === undefined) return null;
  if (language === 'en' && !/^\p{Lu}/u.test(token.text)) return null;
  return MONTHS.get(token.lower) ?? null;
}

const isDay = (token: Token | undefined): token is Token =>
  token !== undefined && /^\d{1,2}$/.test(token.text) && Number(token.text) >= 1 && Number(token.text) <= 31;

function boundBefore(text: string, at: number): Figure['bound'] {
  const before = text
    .slice(Math.max(0, at - 20), at)
    .trimEnd()
    .toLowerCase();
  return BOUNDS.find(([, words]) => words.test(before))?.[0] ?? null;
}

/** The figure of a number at `i`, with scale and unit, and how many tokens it took. */
function quantity(
  tokens: readonly Token[],
  i: number,
  value: string,
): { figure: Omit<Figure, 'bound'>; taken: number } {
  let taken = 1;
  let key = value;
  const scale = SCALES.get(tokens[i + taken]?.lower ?? '');
  if (scale !== undefined && /^[\d.]+$/.test(value)) {
    key = String(Math.round(Number(value) * scale));
    taken += 1;
  }
  const after = UNITS[tokens[i + taken]?.lower ?? ''] ?? null;
  if (after !== null) taken += 1;
  const unit = after ?? UNITS[tokens[i - 1]?.lower ?? ''] ?? null;
  const next = tokens[i + taken];
  const before = tokens[i - 1];
  const counted = next && /^\p{L}{3,}/u.test(next.text) ? next.lower : null;
  return {
    figure: { key, unit, counted, before: before && /^\p{L}/u.test(before.text) ? before.lower : null },
    taken,
  };
}

/** The numbers, days, months and weekdays of a sentence, in order. Small numbers count in words too (`zwei`, `two`). */
export function figuresIn(sentence: string, language: Language): Figure[] {
  const text = spelled(sentence);
  const tokens = [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    text: word,
    lower: word.toLowerCase(),
    at: index,
  }));
  const found: Figure[] = [];
  const dated = (key: string): void =>
    void found.push({ key, unit: null, bound: null, counted: null, before: null });
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    const month = monthOf(token, language);
    const nextMonth = monthOf(tokens[i + 1], language);
    const next = tokens[i + 1];
    if (isDay(token) && nextMonth !== null) {
      dated(`${Number(token.text)}/m${nextMonth}`);
      i += 1;
    } else if (month !== null && isDay(next)) {
      dated(`${Number(next.text)}/m${month}`);
      i += 1;
    } else if (month !== null) dated(`m${month}`);
    else if (WEEKDAYS.has(token.lower)) dated(`d${WEEKDAYS.get(token.lower)}`);
    else {
      const word = NUMBER_WORDS.get(token.lower);
      if (word === undefined && !/^\d/.test(token.text)) continue;
      const { figure, taken } = quantity(tokens, i, word === undefined ? plain(token.text) : String(word));
      found.push({ ...figure, bound: boundBefore(text, token.at) });
      i += taken - 1;
    }
  }
  return found;
}

/** Whether a word is part of a figure (a month, a weekday, a number, a scale or a unit) and so no word of its own. */
export const isFigureWord = (lower: string): boolean =>
  MONTHS.has(lower) || WEEKDAYS.has(lower) || NUMBER_WORDS.has(lower) || SCALES.has(lower) || lower in UNITS;

const sameNumber = (a: Figure, b: Figure): boolean =>
  a.key === b.key && (a.unit === b.unit || (a.unit === null && b.unit !== '%')) && a.bound === b.bound;

/** The month of a day stands for the month alone. */
const covers = (source: Figure, claim: Figure): boolean =>
  sameNumber(claim, source) || (claim.key.startsWith('m') && source.key.endsWith(`/${claim.key}`));

/** The first figure of a claim that its source does not state, or states of something else; null where there is none. */
export function strangeFigure(claim: readonly Figure[], source: readonly Figure[]): Figure | null {
  return (
    claim.find((figure) => {
      const same = source.filter((candidate) => covers(candidate, figure));
      if (same.length === 0) return true;
      return isExchanged(figure, same, source, 'counted') || isExchanged(figure, same, source, 'before');
    }) ?? null
  );
}

/** Whether another figure of the source has the neighbour that this one has in the claim. */
function isExchanged(
  figure: Figure,
  same: readonly Figure[],
  source: readonly Figure[],
  side: 'counted' | 'before',
): boolean {
  const neighbour = figure[side];
  if (neighbour === null || same.some((candidate) => candidate[side] === neighbour)) return false;
  return source.some((other) => !same.includes(other) && other[side] === neighbour);
}
