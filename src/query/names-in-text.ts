/** A run of capitalised words that may be a name or, in German, a term. */
export interface Name {
  text: string;
  start: number;
  end: number;
}

/** Stretch of a text that is spoken for. */
export interface Covered {
  start: number;
  end: number;
}

const WORD = /\p{L}[\p{L}\p{M}\p{N}'’&-]*/gu;
/** Stand between the words of a name: `Wächter der Daten`, `House of Cards`. */
const JOINERS = new Set(
  'von van de der den des du da di del della dos the of for für zu zur am an and und et'.split(' '),
);
/** Capitals in the middle of a sentence that name nobody. */
const NO_NAMES = new Set(
  `ich sie ihnen ihr ihre ihrem ihren ihrer i mr mrs ms dr prof herr herrn frau montag dienstag mittwoch donnerstag
   freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember monday
   tuesday wednesday thursday friday saturday sunday january february march may june july october december uhr euro`.split(
    /\s+/,
  ),
);
const LONGEST = 4;
/** Longer runs are headlines or lists. */
const LONGEST_RUN = 8;

interface Token extends Name {
  capital: boolean;
  /** The first of its sentence, where anything is capitalised. */
  first: boolean;
}

function tokens(text: string): Token[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }): Token => {
    const before = text.slice(Math.max(0, index - 4), index);
    return {
      text: word,
      start: index,
      end: index + word.length,
      capital: /^\p{Lu}/u.test(word) && word.length > 1 && !NO_NAMES.has(word.toLowerCase()),
      first: index === 0 || /[.!?:•–—|„“"»«›‹(\n]\s*$/.test(before),
    };
  });
}

/** Whether the second word follows the first as in a name: one blank or hyphen apart. */
const adjoins = (text: string, a: Token, b: Token): boolean =>
  /^[ \u00a0-]$/.test(text.slice(a.end, b.start));

/** A surname may begin with `von`, but after a whole name it tells where somebody comes from. */
const joins = ({ text: word }: Token, run: readonly Token[]): boolean =>
  JOINERS.has(word) && !(run.length > 1 && /^(?:vo[nm]|of|from|zu[rm]?)$/.test(word));

/** Runs of capitalised words, joining words inside them, nothing that is covered. */
function runs(text: string, all: readonly Token[], covered: readonly Covered[]): Token[][] {
  const found: Token[][] = [];
  let run: Token[] = [];
  let pending: Token[] = [];
  let next = 0;
  const close = () => {
    if (run.length > 0) found.push(run);
    run = [];
    pending = [];
  };
  for (const token of all) {
    const last = pending.at(-1) ?? run.at(-1);
    let between = false;
    while ((covered[next]?.end ?? Number.POSITIVE_INFINITY) <= token.start) {
      between ||= (covered[next]?.end ?? 0) > (last?.end ?? 0);
      next += 1;
    }
    const isCovered = (covered[next]?.start ?? Number.POSITIVE_INFINITY) < token.end;
    if (last && (between || !adjoins(text, last, token))) close();
    if (isCovered) close();
    else if (token.capital) {
      run.push(...pending, token);
      pending = [];
    } else if (run.length > 0 && pending.length < 2 && joins(token, run)) pending.push(token);
    else close();
  }
  close();
  return found;
}

/**
 * The names in a text, each with every part of up to four words that could be the name itself. The first word of a
 * sentence counts only as part of a longer name. Linear in the text.
 * @param covered stretches that are spoken for, disjoint and in order
 */
export function namesIn(text: string, covered: readonly Covered[]): Name[] {
  const names: Name[] = [];
  const all = tokens(text);
  const small = new Set(all.map((token) => token.text));
  // A capital at the head of a sentence is the word's own only where the text does not also write it small.
  const ownCapital = ({ first, text: word }: Token) => !first || !small.has(word.toLowerCase());
  for (const run of runs(text, all, covered)) {
    if (run.length > LONGEST_RUN) continue;
    run.forEach((from, i) => {
      for (const to of run.slice(i, i + LONGEST)) {
        if (!from.capital || !to.capital || !ownCapital(from) || (from === to && from.first)) continue;
        names.push({ text: text.slice(from.start, to.end), start: from.start, end: to.end });
      }
    });
  }
  return names;
}

/** What inflected forms of a name have in common: case, blanks and a genitive s make no other name. */
export function nameKey(name: string): string {
  const plain = name
    .replace(/[\s-]+/g, ' ')
    .replace(/['’]s?$/, '')
    .toLowerCase();
  return plain.length > 4 ? plain.replace(/(?<=[^s])s$/, '') : plain;
}
