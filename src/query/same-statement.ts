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

const wordsOf = (text: string): string[] =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).slice(0, MAX_WORDS);

/** Word triples of a text, whatever its typography and capitals. */
function triplesOf(words: readonly string[]): Set<string> {
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
    triples: triplesOf(wordsOf(quote)),
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

/** Statements by their triples: what shares none with a text need not be compared with it. */
export function createStatementIndex() {
  const byTriple = new Map<string, Said[]>();
  const vocabulary = new Set<string>();

  /** Statements with how many of these triples each has. */
  function sharing(triples: Iterable<string>): Map<Said, number> {
    const shared = new Map<Said, number>();
    for (const triple of triples)
      for (const statement of byTriple.get(triple) ?? [])
        shared.set(statement, (shared.get(statement) ?? 0) + 1);
    return shared;
  }

  /** The triples of a text whose words all stand in some statement. */
  function triplesIn(text: string): Set<string> {
    const triples = new Set<string>();
    let run = 0;
    const words = wordsOf(text);
    for (const [i, word] of words.entries()) {
      run = vocabulary.has(word) ? run + 1 : 0;
      if (run > 2) triples.add(`${words[i - 2]} ${words[i - 1]} ${word}`);
    }
    return triples;
  }

  return {
    add(statement: Said): void {
      for (const triple of statement.triples) {
        const known = byTriple.get(triple);
        if (known) known.push(statement);
        else byTriple.set(triple, [statement]);
        for (const word of triple.split(' ')) vocabulary.add(word);
      }
    },
    /** The statements that have words in common with one. */
    near: (statement: Said): Said[] => [...sharing(statement.triples).keys()],
    /** The statements that a text of their language carries, even where nobody is named as having said it. */
    carriedBy(text: string, language: string): Said[] {
      return [...sharing(triplesIn(text))]
        .filter(
          ([{ language: of, triples }, shared]) =>
            of === language && triples.size >= FEWEST_TRIPLES && shared / triples.size >= CARRIED,
        )
        .map(([statement]) => statement);
    },
  };
}
