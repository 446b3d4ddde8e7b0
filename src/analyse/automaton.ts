import { FOLDED } from './fold.ts';

/** Aho & Corasick (1975) as a dense transition table: one look-up a code unit, whatever the number of words. */
export interface Automaton {
  /** Code unit → column; 0 for those that no word contains. */
  columns: Uint8Array;
  /** State << shift | column → state. The narrower the numbers, the more of it stays in the processor's cache. */
  table: Uint16Array | Uint32Array;
  shift: number;
  /** States from here on end at least one word. */
  acceptFrom: number;
  /** State - acceptFrom → indices of the words that end there, longest first. */
  outputs: readonly (readonly number[])[];
  lengths: readonly number[];
}

interface Node {
  next: Map<number, Node>;
  fail: Node | null;
  words: number[];
  state: number;
}

const newNode = (): Node => ({ next: new Map(), fail: null, words: [], state: 0 });

/** Builds the automaton of folded words (see `fold`) without hyphens, for which blanks stand; the same word may
 * be given twice. At most 254 different characters, which several alphabets fit into.
 * @throws RangeError where there are more, or a word is empty. */
export function buildAutomaton(words: readonly string[]): Automaton {
  const columns = new Uint8Array(0x10000);
  let width = 1;
  const root = newNode();
  words.forEach((word, index) => {
    if (word === '') throw new RangeError('a word to look for is empty');
    let node = root;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      if (columns[code] === 0) {
        if (width > 254) throw new RangeError('more than 254 different characters in the words to look for');
        columns[code] = width++;
      }
      const child = node.next.get(code) ?? newNode();
      node.next.set(code, child);
      node = child;
    }
    node.words.push(index);
  });
  const nodes = link(root);
  return { ...fill(nodes, columns, width), lengths: words.map((word) => word.length) };
}

/** Sets failure links breadth first and gathers the words of each node's suffixes. */
function link(root: Node): Node[] {
  const order = [root];
  for (let at = 0; at < order.length; at++) {
    const node = order[at];
    if (!node) continue;
    for (const [code, child] of node.next) {
      let fail = node.fail;
      while (fail && !fail.next.has(code)) fail = fail.fail;
      child.fail = fail?.next.get(code) ?? root;
      child.words.push(...child.fail.words);
      order.push(child);
    }
  }
  return order;
}

function fill(nodes: Node[], columns: Uint8Array, width: number): Omit<Automaton, 'lengths'> {
  const plain = nodes.filter((node) => node.words.length === 0);
  const accepting = nodes.filter((node) => node.words.length > 0);
  [...plain, ...accepting].forEach((node, index) => {
    node.state = index;
  });
  const shift = Math.ceil(Math.log2(width));
  const size = nodes.length << shift;
  const table = nodes.length <= 0x10000 ? new Uint16Array(size) : new Uint32Array(size);
  // Breadth first, so that a node's failure state is complete before it is copied.
  for (const node of nodes) {
    const row = node.state << shift;
    if (node.fail) table.copyWithin(row, node.fail.state << shift, (node.fail.state << shift) + width);
    for (const [code, child] of node.next) table[row + (columns[code] ?? 0)] = child.state;
  }
  const folded = new Uint8Array(0x10000);
  for (let code = 0; code < folded.length; code++) folded[code] = columns[FOLDED[code] ?? 0] ?? 0;
  // A hyphen is looked up as a blank: compounds are written with either.
  const blank = columns[0x20] ?? 0;
  for (let code = 0; code < folded.length; code++) if (FOLDED[code] === 0x2d) folded[code] = blank;
  return {
    columns: folded,
    table,
    shift,
    acceptFrom: plain.length,
    outputs: accepting.map((node) => node.words),
  };
}

/** Calls back for each word found, with its index and its start and end in the text, in order of end.
 * Stops when the callback returns true. Time is linear in the text and the number of finds. */
export function findWords(
  automaton: Automaton,
  text: string,
  found: (word: number, start: number, end: number) => boolean,
): void {
  const { columns, table, shift, acceptFrom, outputs, lengths } = automaton;
  let state = 0;
  for (let i = 0; i < text.length; i++) {
    state = table[(state << shift) | (columns[text.charCodeAt(i)] ?? 0)] ?? 0;
    if (state < acceptFrom) continue;
    const words = outputs[state - acceptFrom];
    if (!words) continue;
    for (const word of words) {
      if (found(word, i + 1 - (lengths[word] ?? 0), i + 1)) return;
    }
  }
}
