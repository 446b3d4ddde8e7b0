import { foldWords } from '../store/words.ts';
import { createFinder, type Phrase, type Place } from './phrases.ts';

/** Private-use characters: no text holds them, and every output can turn them into its own emphasis. */
export const MARK = { begin: '\ue000', end: '\ue001' } as const;

/** Words of a snippet, and the characters that they take about. */
const LENGTH = 24;
const NEAR = 170;
/** Characters around a place that are cut into words. */
const AROUND = 500;
const GAP = ' … ';
/** A longer text is not looked through to its end, nor are more places weighed. */
const LONGEST = 40_000;
const MOST_PLACES = 100;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{Mn}]*/gu;
/** What stands between the last word of a sentence and the first of the next. */
const SENTENCE_END = /[.:!?][^.:!?]{0,4}$/u;

/** Where something stands in a text, in UTF-16 units. */
interface Span {
  start: number;
  end: number;
}

/** The places that fit into one snippet with as many different groups as possible; the first such ones. */
function bestPlaces(places: readonly Place[]): { shown: Place[]; groups: number } {
  let best: { shown: Place[]; groups: number } = { shown: [], groups: 0 };
  for (const { start } of places) {
    const shown = places.filter((place) => place.start >= start && place.end <= start + NEAR);
    const groups = new Set(shown.map(({ group }) => group)).size;
    if (groups > best.groups) best = { shown, groups };
  }
  return best;
}

/** The part of a text around these places: their sentence from its beginning if it fits, else with them in the middle. */
function windowAround(text: string, shown: readonly Span[]): Span {
  const first = shown[0]?.start ?? 0;
  const from = Math.max(0, first - AROUND);
  const slice = text.slice(from, first + AROUND + NEAR);
  const words = Array.from(slice.matchAll(WORD), ({ 0: word, index }) => ({
    start: from + index,
    end: from + index + word.length,
  }));
  const at = Math.max(
    0,
    words.findIndex(({ start }) => start >= first),
  );
  const last = shown.at(-1)?.end ?? 0;
  const within = words.filter(({ start, end }) => start >= first && end <= last).length;
  const taken = Math.min(LENGTH, within);
  const begins = (i: number): boolean =>
    words[i]?.start === 0 || SENTENCE_END.test(text.slice(words[i - 1]?.end ?? from, words[i]?.start));
  let begin = at;
  while (begin > 0 && begin > at + taken - LENGTH && !begins(begin)) begin--;
  if (!begins(begin)) begin = at - Math.floor((LENGTH - taken) / 2);
  begin = Math.max(0, Math.min(begin, words.length - LENGTH));
  const end = words[begin + LENGTH - 1]?.end ?? text.length;
  const ends = end >= (words.at(-1)?.end ?? 0) && from + slice.length === text.length;
  return { start: begin === 0 && from === 0 ? 0 : (words[begin]?.start ?? 0), end: ends ? text.length : end };
}

/** A part of a text with marks around the places in it, and signs of what is left out. */
function marked(text: string, places: readonly Span[], { start, end }: Span): string {
  let written = start;
  let result = start === 0 ? '' : GAP;
  for (const place of places) {
    if (place.start < written || place.end > end) continue;
    result += `${text.slice(written, place.start)}${MARK.begin}${text.slice(place.start, place.end)}${MARK.end}`;
    written = place.end;
  }
  return `${result}${text.slice(written, end)}${end < text.length ? GAP : ''}`;
}

/**
 * A part of an article around the words found, which stand between marks: of the field that shows most of them, else of the
 * first. FTS5's own snippet() would go through all hits between the first and the last of a page once more.
 * @param groups a phrase of each is looked for
 */
export function createSnippets(groups: readonly (readonly Phrase[])[]) {
  const find = createFinder(groups);
  return (fields: readonly string[]): string => {
    const parts = fields.map((field) => {
      const text = field.slice(0, LONGEST).normalize('NFC');
      const folded = foldWords(text);
      // Letters keep their places where the text is composed (NFC); where they do not, nothing is marked.
      const places = folded.length === text.length ? find(folded, MOST_PLACES) : [];
      return { text, places, ...bestPlaces(places) };
    });
    const [best] = parts.sort((a, b) => b.groups - a.groups);
    return best === undefined ? '' : marked(best.text, best.places, windowAround(best.text, best.shown));
  };
}
