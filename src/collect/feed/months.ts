/** Languages of the European press and those met in feeds; where two share a name the first one counts. */
const LOCALES = [
  'en',
  'de',
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

/** Short forms that newsrooms write and the locales' tables do not have. */
const HABITS: Readonly<Record<string, number>> = {
  mrz: 3,
  maer: 3,
  maerz: 3,
  sept: 9,
  janv: 1,
  fevr: 2,
  avr: 4,
  juil: 7,
  aout: 8,
};

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
  return monthNames('en').get(folded) ?? HABITS[folded] ?? allMonths().get(folded);
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

const byLocale = new Map<string, Map<string, number>>();

/** Names alone and beside a day, which in many languages is another case of the word. */
function monthNames(locale: string): Map<string, number> {
  const cached = byLocale.get(locale);
  if (cached) return cached;
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
  byLocale.set(locale, names);
  return names;
}
