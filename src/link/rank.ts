import {
  type Frequencies,
  SIMILARITY_SETTINGS,
  type SimilaritySettings,
  similarities,
} from './similarity.ts';
import { type EventText, termsOf, type WeightedTerm } from './terms.ts';

export interface RankedText extends EventText {
  id: string;
  at: string;
}

const remembered = new WeakMap<EventText, WeightedTerm[]>();

function terms(text: RankedText): WeightedTerm[] {
  const known = remembered.get(text) ?? termsOf(text);
  remembered.set(text, known);
  return known;
}

function frequenciesOf(texts: readonly RankedText[]): Frequencies {
  const counts = new Map<string, Map<string, number>>();
  for (const text of texts)
    for (const [term] of terms(text)) {
      const languages = counts.get(term) ?? new Map<string, number>();
      counts.set(term, languages.set(text.language, (languages.get(text.language) ?? 0) + 1));
    }
  return { articles: texts.length, of: (term) => counts.get(term) };
}

/** Ids of the texts, those first that most likely report the event of the given one (in any language). */
export function rankByEvent(
  sought: RankedText,
  texts: readonly RankedText[],
  settings: SimilaritySettings = SIMILARITY_SETTINGS,
): string[] {
  const frequencies = frequenciesOf([sought, ...texts]);
  const score = (text: RankedText): number => {
    const pair = [sought, text].map((each) => ({ ...each, terms: terms(each), at: Date.parse(each.at) }));
    return similarities(pair, frequencies, settings)[1] ?? 0;
  };
  return texts
    .map((text) => ({ id: text.id, score: score(text) }))
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);
}
