import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import { GLOSSARY, PLACES } from './glossary.ts';

/** German stem → English stems. */
const byStem = new Map<string, string[]>();
/** German words as written, for the parts of compounds. */
const byWord = new Map<string, string[]>();
/** English stems some German word leads to: only these can be shared across the languages. */
const reachable = new Set<string>();
const germanPlaces = new Map<string, string>();
const englishPlaces = new Map<string, string>();
const places = new Set<string>();

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

function read(entry: string): { english: string; concept: string; german: string[] } {
  const [english = '', german = ''] = entry.split('=');
  return { english, concept: stemEnglish(english), german: german.split(',') };
}

for (const entry of GLOSSARY) {
  const { concept, german } = read(entry);
  reachable.add(concept);
  for (const word of german) {
    push(byStem, stemGerman(word), concept);
    if (word.length >= 4) push(byWord, word, concept);
  }
}
for (const entry of PLACES) {
  const { english, concept, german } = read(entry);
  englishPlaces.set(english, concept);
  places.add(concept);
  for (const word of german) if (word.length >= 4) germanPlaces.set(word, concept);
}

/** `kenianischen` → Kenya: adjectives of places the glossary knows by their noun. */
function placeOfGermanAdjective(word: string): string | null {
  const root = /^(.{3,})isch(?:e[rnms]?)?$/.exec(word)?.[1];
  if (root === undefined) return null;
  for (let cut = root; cut.length >= 4 && root.length - cut.length < 3; cut = cut.slice(0, -1))
    for (const noun of [cut, `${cut}n`, `${cut}en`, `${cut}a`]) {
      const concept = germanPlaces.get(noun);
      if (concept !== undefined) return concept;
    }
  return null;
}

/** `Kenyan` → Kenya, `Turkish` → Turkey where the noun is so formed. */
function placeOfEnglishAdjective(word: string): string | null {
  const nouns = [
    word.replace(/n$/, ''),
    word.replace(/ian$/, ''),
    word.replace(/an$/, ''),
    word.replace(/an$/, 'o'),
    word.replace(/ese$/, ''),
    word.replace(/i$/, ''),
    word.replace(/ian$/, 'y'),
    word.replace(/ian$/, 'ia'),
  ];
  for (const noun of nouns) {
    const concept = noun === word ? undefined : englishPlaces.get(noun);
    if (concept !== undefined) return concept;
  }
  return null;
}

/** Both parts of a German compound (`Parlamentswahl`), where the glossary knows both. */
function conceptsOfCompound(word: string): string[] | null {
  for (let at = 4; at <= word.length - 4; at++) {
    const tail = byStem.get(stemGerman(word.slice(at)));
    if (!tail) continue;
    const head = word.slice(0, at);
    for (const form of [head, head.replace(/(?:es|s|en|n|e)$/, '')]) {
      const concepts = form.length >= 3 ? (byWord.get(form) ?? byWord.get(`${form}e`)) : undefined;
      if (concepts) return [...concepts, ...tail];
    }
  }
  return null;
}

const MAX_REMEMBERED = 50_000;
const remembered = new Map<string, readonly string[]>();

function germanConcepts(word: string): readonly string[] {
  const direct = byStem.get(stemGerman(word));
  if (direct) return direct;
  const place = placeOfGermanAdjective(word);
  if (place !== null) return [place];
  return word.length >= 8 && word.length <= 40 ? (conceptsOfCompound(word) ?? []) : [];
}

/**
 * The concepts (English stems) that a German word may stand for; none where the glossary does not know it.
 * The word is lower case with composed letters.
 */
export function conceptsOfGerman(word: string): readonly string[] {
  const known = remembered.get(word);
  if (known) return known;
  const concepts = germanConcepts(word);
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(word, concepts);
  return concepts;
}

/** The concepts of an English word that a German text can share. */
export function conceptsOfEnglish(word: string): readonly string[] {
  const place = placeOfEnglishAdjective(word);
  const stem = stemEnglish(word);
  const concepts = reachable.has(stem) ? [stem] : [];
  return place !== null && place !== stem ? [...concepts, place] : concepts;
}

/** Whether a concept is a country, city or sea, which names as surely as any name. */
export const isPlace = (concept: string): boolean => places.has(concept);

/** A word's stem; other languages keep the word. */
export function stemOf(word: string, language: string): string {
  if (language === 'de') return stemGerman(word);
  return language === 'en' ? stemEnglish(word) : word;
}
