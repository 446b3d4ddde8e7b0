import { type DayNumber, dateOf, dayNumber } from './calendar.ts';
import { BEGIN, coarse, type DateForm, END, onDay, type Resolved } from './date-forms.ts';
import { alternatives, DAY_WORDS, FUTURE, NUMBERS, PAST, UNITS, WEEKDAYS } from './date-words.ts';

const DIRECTED = `${FUTURE}|${PAST}`;
const LEAD = alternatives([
  'ab',
  'bis zum',
  'bis',
  'by',
  'until',
  'from',
  'der',
  'dem',
  'am',
  'on',
  'dies',
  'this',
]);
const UNIT = alternatives([
  'tag(?:en)?',
  'wochen?',
  'monat(?:en)?',
  'jahr(?:en)?',
  'days?',
  'weeks?',
  'months?',
  'years?',
]);
const SPAN = alternatives(['woche', 'monats?', 'jahr(?:es)?', 'week', 'month', 'year']);
const NEAR_SPAN = alternatives(['woche', 'monats?', 'week', 'month']);
const PART_OF = alternatives(['anfang', 'mitte', 'ende', 'start of', 'beginning of', 'middle of', 'end of']);
const COUNT = String.raw`(${alternatives(NUMBERS.keys())}|\d{1,2})`;

/** Dates that are told from the day of publication. */
export const RELATIVE: readonly DateForm[] = [
  {
    rule: 'date:weekday',
    seed: 'weekday',
    pattern: new RegExp(
      String.raw`${BEGIN}(?:(${DIRECTED}|${LEAD})[a-z]{0,2}\s)?(?:(${DIRECTED})[a-z]{0,2}\s)?(${alternatives(WEEKDAYS.keys())})(?:s|abend|vormittag|nachmittag|mittag|morgen|nacht)?${END}`,
      'gu',
    ),
    resolve: weekday,
  },
  {
    // `am Morgen`, `heute morgen` and `Morgen` are the time of day, unless a verb follows: `Morgen entscheidet`.
    rule: 'date:day-word',
    seed: 'day',
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{N}]|[Aa]m\s|eute\s)(?:(?!Morgen)|(?<=^|[.!?:]\s|\n)(?=Morgen\s(?:\p{Ll}+t|will|soll|sollen|wollen|werden)\s))(${alternatives(DAY_WORDS.keys())})${END}`,
      'gu',
    ),
    resolve: ([, word], today) => {
      const days = DAY_WORDS.get((word ?? '').toLowerCase());
      return today === null || days === undefined ? null : onDay(today + days);
    },
  },
  {
    rule: 'date:next-last',
    seed: 'unit',
    pattern: new RegExp(String.raw`${BEGIN}(${DIRECTED})(?:e|en|er|es|em)?\s(${SPAN})${END}`, 'gu'),
    resolve: ([, direction, unit], today) => shifted(today, pointsAhead(direction) ? 1 : -1, unit),
  },
  {
    rule: 'date:this',
    seed: 'unit',
    pattern: new RegExp(
      String.raw`${BEGIN}(?:[Dd]iese[rnms]?|[Tt]his|(?:${PART_OF})\s(?:der|dieser|des|dieses|the|this))\s(${NEAR_SPAN})${END}`,
      'gu',
    ),
    resolve: ([, unit], today) => shifted(today, 0, unit),
  },
  {
    rule: 'date:ago',
    seed: 'unit',
    pattern: new RegExp(String.raw`${BEGIN}([Vv]or|[Ii]n)\s${COUNT}\s(${UNIT})${END}`, 'gu'),
    resolve: ([, lead, count, unit], today) =>
      shifted(today, amount(count) * (lead?.toLowerCase() === 'vor' ? -1 : 1), unit),
  },
  {
    rule: 'date:ago',
    seed: 'unit',
    pattern: new RegExp(String.raw`${BEGIN}${COUNT}\s(${UNIT})\sago${END}`, 'gu'),
    resolve: ([, count, unit], today) => shifted(today, -amount(count), unit),
  },
];

const AHEAD = new RegExp(`^(?:${FUTURE})`, 'u');
const BACK = new RegExp(`^(?:${PAST})`, 'u');
const FROM_OR_BY = /^(?:ab|bis|by|until|from|dies|this)/iu;
// `soll am Freitag`, `will das Gericht am Freitag`, `is expected to rule on Friday`; `Am Freitag soll`.
const FUTURE_BEFORE =
  /(?<!\p{L})(?:soll|sollen|wird|werden|will|wollen|dürfte|dürften|(?:expected|due|set|is|are) to|due|expected|would)(?:\s\p{L}+){0,3}\s$/u;
const FUTURE_BEHIND = /^\s(?:soll|sollen|wird|werden|will|wollen|dürfte|dürften)(?!\p{L})/u;

const pointsAhead = (word: string | undefined): boolean => AHEAD.test(word ?? '');
const amount = (word: string | undefined): number => NUMBERS.get((word ?? '').toLowerCase()) ?? Number(word);

/** A bare weekday is the last one, the day of publication included; after `ab`, `bis`, `by`, `this` or
 * `next`, or beside a verb that looks ahead, it is the coming one. */
function weekday(match: RegExpExecArray, today: DayNumber | null): Resolved | null {
  const [whole, lead, second, name] = match;
  const wanted = WEEKDAYS.get((name ?? '').toLowerCase());
  if (today === null || wanted === undefined) return null;
  const direction = second ?? lead ?? '';
  const back = (dateOf(today).weekday - wanted + 7) % 7;
  const ahead = (7 - back) % 7;
  if (FROM_OR_BY.test(direction)) return onDay(today + ahead);
  if (AHEAD.test(direction)) return onDay(today + (ahead === 0 ? 7 : ahead));
  if (!BACK.test(direction) && looksAhead(match.input, match.index, match.index + whole.length))
    return onDay(today + ahead);
  return onDay(today - (BACK.test(direction) && back === 0 ? 7 : back));
}

function looksAhead(text: string, start: number, end: number): boolean {
  return FUTURE_BEFORE.test(text.slice(0, start)) || FUTURE_BEHIND.test(text.slice(end, end + 10));
}

/** Weeks are given by their Monday; whatever is coarser than a day says so. */
function shifted(today: DayNumber | null, by: number, unit: string | undefined): Resolved | null {
  const kind = UNITS.find(([stem]) => (unit ?? '').toLowerCase().startsWith(stem))?.[1];
  if (today === null || !kind || Number.isNaN(by)) return null;
  const { year, month, weekday: day } = dateOf(today);
  if (kind === 'day') return onDay(today + by);
  if (kind === 'week') return coarse(onDay(today - day + 7 * by), 'week');
  if (kind === 'year') return coarse(onDay(dayNumber(year + by, 1, 1)), 'year');
  const index = year * 12 + (month - 1) + by;
  return coarse(onDay(dayNumber(Math.floor(index / 12), (index % 12) + 1, 1)), 'month');
}
