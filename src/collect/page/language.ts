import type { Language } from '../../model/common.ts';

const SCRIPTS: readonly (readonly [Language, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['uk', /[іїєґ]/gi],
  ['ru', /[\u0400-\u04ff]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['ar', /[\u0600-\u06ff]/g],
  ['he', /[\u0590-\u05ff]/g],
];

const WORDS: Record<Language, Set<string>> = {
  de: new Set(
    'der die das und ist nicht mit den von zu ein eine auf für im dem des sich auch als wird'.split(' '),
  ),
  en: new Set('the and of to is in that for on with was are by this it as at be from have'.split(' ')),
  fr: new Set('le la les des et est une dans pour que qui sur pas par au du avec sont ce'.split(' ')),
  es: new Set('el la los las de que y en un una por con para del se no es su al'.split(' ')),
  it: new Set('il la di che e un una per con del della non sono gli nel alla i da è'.split(' ')),
  nl: new Set('de het een van en in dat is op te zijn voor met niet aan er ook om'.split(' ')),
};
const SAMPLE = 2_000;

/**
 * Guesses a text's language by script and function words; null unless it is plain. Only for pages that state
 * none, or state one that the text belies: the analysis has a real detector.
 */
function guessLanguage(text: string): Language | null {
  const sample = text.slice(0, SAMPLE);
  for (const [language, letters] of SCRIPTS) {
    const share = (sample.match(letters)?.length ?? 0) / (sample.length + 1);
    if (share > (language === 'uk' ? 0.04 : language === 'ja' ? 0.1 : 0.25)) return language;
  }
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < 40) return null;
  const hits = Object.entries(WORDS)
    .map(([language, known]) => ({
      language,
      share: words.filter((word) => known.has(word)).length / words.length,
    }))
    .sort((a, b) => b.share - a.share);
  const [best, second] = hits;
  if (best === undefined || best.share < 0.16 || best.share < (second?.share ?? 0) * 1.6) return null;
  return best.language;
}

/**
 * The page's language: as stated, unless its text is plainly in another of the languages told apart here
 * (templates say `en` under German texts); a guess where nothing is stated.
 */
export function pageLanguage(stated: Language | null, text: string): Language | null {
  const guess = guessLanguage(text);
  if (stated === null) return guess;
  return guess !== null && stated in WORDS ? guess : stated;
}

const ZONES: Record<string, string> = {
  de: 'Europe/Berlin',
  at: 'Europe/Vienna',
  ch: 'Europe/Zurich',
  li: 'Europe/Vaduz',
  lu: 'Europe/Luxembourg',
  uk: 'Europe/London',
  ie: 'Europe/Dublin',
  fr: 'Europe/Paris',
  be: 'Europe/Brussels',
  nl: 'Europe/Amsterdam',
  it: 'Europe/Rome',
  es: 'Europe/Madrid',
  pt: 'Europe/Lisbon',
  pl: 'Europe/Warsaw',
  cz: 'Europe/Prague',
  dk: 'Europe/Copenhagen',
  se: 'Europe/Stockholm',
  no: 'Europe/Oslo',
  fi: 'Europe/Helsinki',
  tr: 'Europe/Istanbul',
  gr: 'Europe/Athens',
  hu: 'Europe/Budapest',
  ro: 'Europe/Bucharest',
  ua: 'Europe/Kyiv',
  ru: 'Europe/Moscow',
  cn: 'Asia/Shanghai',
  tw: 'Asia/Taipei',
  jp: 'Asia/Tokyo',
  kr: 'Asia/Seoul',
  in: 'Asia/Kolkata',
  il: 'Asia/Jerusalem',
  br: 'America/Sao_Paulo',
  za: 'Africa/Johannesburg',
  au: 'Australia/Sydney',
  nz: 'Pacific/Auckland',
  py: 'America/Asuncion',
};
const BY_LANGUAGE: Record<Language, string> = {
  de: 'Europe/Berlin',
  fr: 'Europe/Paris',
  it: 'Europe/Rome',
  es: 'Europe/Madrid',
  nl: 'Europe/Amsterdam',
  ja: 'Asia/Tokyo',
  ko: 'Asia/Seoul',
  zh: 'Asia/Shanghai',
  tr: 'Europe/Istanbul',
  uk: 'Europe/Kyiv',
};

/** The zone in which a page's clock times without offset are likely meant: by country domain, then language. */
export function likelyZone(url: string, language: Language | null): string {
  const domain = /^https?:\/\/[^/?#]*\.([a-z]{2})(?::\d+)?(?:[/?#]|$)/i.exec(url)?.[1]?.toLowerCase();
  return ZONES[domain ?? ''] ?? BY_LANGUAGE[language ?? ''] ?? 'UTC';
}
