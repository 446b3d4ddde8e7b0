/** What was said, as it is compared: words in order, in threes, and the numbers among them. */
export interface Said {
  language: string;
  /** The person by dossier id, else the speaker as printed; null where nobody could be told. */
  speaker: string | null;
  triples: ReadonlySet<string>;
  numbers: readonly string[];
}

const MAX_WORDS = 6_000;
/** Share of the shorter statement's triples that the other must have. */
const SAME = 0.6;
/** Share of a statement's triples that a text must have to carry it. */
const CARRIED = 0.7;
const FEWEST_TRIPLES = 2;

/** Word triples of a text, whatever its typography and capitals. */
export function triplesOf(text: string): Set<string> {
  const words = (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, MAX_WORDS);
  const triples = new Set<string>();
  for (let i = 0; i + 2 < words.length; i++) triples.add(`${words[i]} ${words[i + 1]} ${words[i + 2]}`);
  return triples;
}

export function said(statement: { quote: string; language: string; speaker: string | null }): Said {
  const { quote, language, speaker } = statement;
  const numbers = (quote.match(/\d[\d.,]*/g) ?? []).map((number) => number.replace(/[.,]/g, ''));
  return {
    language,
    speaker,
    triples: triplesOf(quote),
    numbers: [...new Set(numbers.filter((number) => number.length > 1))].sort(),
  };
}

function containment(small: ReadonlySet<string>, large: ReadonlySet<string>): number {
  let shared = 0;
  for (const triple of small) if (large.has(triple)) shared++;
  return small.size > 0 ? shared / small.size : 0;
}

/**
 * Whether two statements of one party are the same: one holds most of the other's words in their order. Across
 * languages only where there is no doubt: one speaker, and the same numbers.
 */
export function sameStatement(a: Said, b: Said): boolean {
  if (a.language !== b.language)
    return (
      a.speaker !== null &&
      a.speaker === b.speaker &&
      a.numbers.length > 0 &&
      a.numbers.join() === b.numbers.join()
    );
  const [small, large] = a.triples.size <= b.triples.size ? [a, b] : [b, a];
  return small.triples.size >= FEWEST_TRIPLES && containment(small.triples, large.triples) >= SAME;
}

/** Whether a text of the same language carries a statement, even where nobody is named as having said it. */
export const carries = (text: ReadonlySet<string>, statement: Said): boolean =>
  statement.triples.size >= FEWEST_TRIPLES && containment(statement.triples, text) >= CARRIED;
