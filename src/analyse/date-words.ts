const MONTH_NAMES: readonly string[][] = [
  ['januar', 'jänner', 'january', 'jan'],
  ['februar', 'feber', 'february', 'feb'],
  ['märz', 'march', 'mar'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['dezember', 'december', 'dez', 'dec'],
];

/** German and English month names → 1–12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);
export const MONTH_WORDS: readonly string[] = [...MONTHS.keys()];

const WEEKDAY_NAMES: readonly string[][] = [
  ['montag', 'monday'],
  ['dienstag', 'tuesday'],
  ['mittwoch', 'wednesday'],
  ['donnerstag', 'thursday'],
  ['freitag', 'friday'],
  ['samstag', 'sonnabend', 'saturday'],
  ['sonntag', 'sunday'],
];

/** Weekday names → Monday 0 … Sunday 6. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  WEEKDAY_NAMES.flatMap((names, index) => names.map((name): [string, number] => [name, index])),
);

/** Words for a day → days from the day of publication. */
export const DAY_WORDS: ReadonlyMap<string, number> = new Map([
  ['vorgestern', -2],
  ['gestern', -1],
  ['heute', 0],
  ['heutigen', 0],
  ['gestrigen', -1],
  ['morgigen', 1],
  ['morgen', 1],
  ['übermorgen', 2],
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);

export const NUMBERS: ReadonlyMap<string, number> = new Map(
  [
    'ein einem einer a an one',
    'zwei two',
    'drei three',
    'vier four',
    'fünf five',
    'sechs six',
    'sieben seven',
    'acht eight',
    'neun nine',
    'zehn ten',
  ].flatMap((words, index) => words.split(' ').map((word): [string, number] => [word, index + 1])),
);

/** Beginnings of the words for units. */
export const UNITS: readonly (readonly [string, 'day' | 'week' | 'month' | 'year'])[] = [
  ['tag', 'day'],
  ['day', 'day'],
  ['woche', 'week'],
  ['week', 'week'],
  ['mon', 'month'],
  ['jahr', 'year'],
  ['year', 'year'],
];

/** Alternatives of a regular expression, the longest first so that none hides behind its beginning; the first
 * letter in either case (far cheaper than a flag that ignores the case of all). */
export const alternatives = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
    .join('|');

/** Stems of adjectives that point ahead and back. */
export const FUTURE: string = alternatives(['nächst', 'kommend', 'next', 'coming']);
export const PAST: string = alternatives(['vergangen', 'letzt', 'vorig', 'last', 'past', 'previous']);
