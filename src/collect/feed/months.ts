/** Languages of the European press and those met in feeds; where two share a name the first one counts. */
const LOCALES = [
  'fr',
  'it',
  'es',
  'pt',
  'nl',
  'da',
  'sv',
  'nb',
  'fi',
  'pl',
  'cs',
  'sk',
  'sl',
  'hu',
  'ro',
  'et',
  'lv',
  'lt',
  'el',
  'bg',
  'ru',
  'uk',
  'tr',
  'ca',
  'ga',
  'mt',
  'is',
  'de-AT',
  'id',
];

/** English and German names, at hand without the locales' tables, and short forms those do not have. */
const AT_HAND: ReadonlyMap<string, number> = new Map(
  [
    'jan january januar janner jaenner janv',
    'feb february februar feber febr fevr',
    'mar march marz maerz mrz maer',
    'apr april avr',
    'may mai',
    'jun june juni',
    'jul july juli juil',
    'aug august aout',
    'sep sept september',
    'oct october okt oktober',
    'nov november',
    'dec december dez dezember',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);

/** Lower case, without accents and dots, so that `Août`, `aout` and `AOÛT` are one. */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '');
}

/** The number of a month (1–12) by its name or short form in one of the known languages. */
export function monthOf(word: string): number | undefined {
  const folded = foldWord(word);
  return AT_HAND.get(folded) ?? allMonths().get(folded);
}

let all: Map<string, number> | undefined;

function allMonths(): Map<string, number> {
  if (all) return all;
  all = new Map();
  for (const locale of LOCALES) {
    for (const [name, month] of monthNames(locale)) if (!all.has(name)) all.set(name, month);
  }
  return all;
}

/** Names alone and beside a day, which in many languages is another case of the word. */
function monthNames(locale: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const month of ['long', 'short'] as const) {
    for (const day of [undefined, 'numeric'] as const) {
      const format = new Intl.DateTimeFormat(locale, { month, ...(day && { day }), timeZone: 'UTC' });
      for (let number = 1; number <= 12; number++) {
        const parts = format.formatToParts(Date.UTC(2024, number - 1, 15));
        const name = foldWord(parts.find(({ type }) => type === 'month')?.value ?? '');
        if (/\p{L}{3}/u.test(name) && !names.has(name)) names.set(name, number);
      }
    }
  }
  return names;
}
