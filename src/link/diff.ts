/** One step from one version to the next: kept, added or removed. */
export interface DiffStep {
  op: '=' | '+' | '-';
  sentence: string;
}

/** Beyond this many comparisons the differing middle is given as removed and added whole. */
const MAX_CELLS = 1_000_000;

/** Lengths of the longest common subsequences of all ends of two lists, in rows. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] =
        a[i] === b[j]
          ? (table[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  return table;
}

/**
 * The shortest list of steps from one list of sentences to another; those that `key` gives the same text for
 * are the same. Removals stand before the additions that take their place.
 */
export function diffSentences(
  before: readonly string[],
  after: readonly string[],
  key: (sentence: string) => string,
): DiffStep[] {
  const keysA = before.map(key);
  const keysB = after.map(key);
  let head = 0;
  while (head < keysA.length && head < keysB.length && keysA[head] === keysB[head]) head++;
  let endA = keysA.length;
  let endB = keysB.length;
  while (endA > head && endB > head && keysA[endA - 1] === keysB[endB - 1]) {
    endA--;
    endB--;
  }
  const step = (op: DiffStep['op'], sentence: string | undefined): DiffStep => ({
    op,
    sentence: sentence ?? '',
  });
  const steps = after.slice(0, head).map((sentence) => step('=', sentence));
  const middleA = keysA.slice(head, endA);
  const middleB = keysB.slice(head, endB);
  if (middleA.length * middleB.length > MAX_CELLS) {
    steps.push(...before.slice(head, endA).map((sentence) => step('-', sentence)));
    steps.push(...after.slice(head, endB).map((sentence) => step('+', sentence)));
  } else {
    const table = commonLengths(middleA, middleB);
    const width = middleB.length + 1;
    let i = 0;
    let j = 0;
    while (i < middleA.length || j < middleB.length) {
      if (i < middleA.length && j < middleB.length && middleA[i] === middleB[j]) {
        steps.push(step('=', after[head + j]));
        i++;
        j++;
      } else if (
        i < middleA.length &&
        (j >= middleB.length || (table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0))
      )
        steps.push(step('-', before[head + i++]));
      else steps.push(step('+', after[head + j++]));
    }
  }
  return [...steps, ...after.slice(endB).map((sentence) => step('=', sentence))];
}
