/** When two groups of articles are one event; one setting serves the product and the benchmark. */
export interface ClusterSettings {
  /** Mean similarity below which two groups are never one event. */
  floor: number;
  /** Mean similarity between two groups, measured by that within them, from which they are one event. */
  cohesion: number;
  /** Similarity taken for granted within a group, and how many pairs it counts for. */
  priorSimilarity: number;
  priorPairs: number;
}

export const CLUSTER_SETTINGS: ClusterSettings = {
  floor: 0.05,
  cohesion: 0.58,
  priorSimilarity: 0.2,
  priorPairs: 3,
};

interface Group {
  members: number[];
  /** Sum of similarities within, over how many pairs. */
  within: number;
  pairs: number;
  /** Set for a group that a person made: it takes others in but never joins another such group. */
  held: boolean;
}

/**
 * Parts articles into events: average linkage, where two groups join as long as they are about as alike to one
 * another as their own members are among themselves. An absolute threshold would merge like events of a dense
 * topic or split loose ones of a thin topic.
 *
 * @param matrix similarities in rows; it is used up
 * @param n number of articles
 * @param fixed groups that must stay together (indices)
 * @returns groups of indices
 */
export function cluster(
  matrix: Float64Array,
  n: number,
  settings: ClusterSettings,
  fixed: readonly { members: readonly number[]; held: boolean }[] = [],
): number[][] {
  const groups: (Group | null)[] = Array.from({ length: n }, (_, i) => ({
    members: [i],
    within: 0,
    pairs: 0,
    held: false,
  }));
  const at = (x: number, y: number) => matrix[x * n + y] ?? 0;

  function join(x: number, y: number): void {
    const a = groups[x];
    const b = groups[y];
    if (!a || !b) return;
    const sizeA = a.members.length;
    const sizeB = b.members.length;
    a.within += b.within + at(x, y) * sizeA * sizeB;
    a.pairs += b.pairs + sizeA * sizeB;
    for (let k = 0; k < n; k++) {
      if (k === x || k === y || !groups[k]) continue;
      const mean = (at(x, k) * sizeA + at(y, k) * sizeB) / (sizeA + sizeB);
      matrix[x * n + k] = mean;
      matrix[k * n + x] = mean;
    }
    a.members.push(...b.members);
    a.held ||= b.held;
    groups[y] = null;
  }

  for (const { members, held } of fixed) {
    const [first, ...rest] = members;
    if (first === undefined) continue;
    for (const other of rest) join(first, other);
    const group = groups[first];
    if (group) group.held = held;
  }

  const density = (group: Group) =>
    (group.within + settings.priorSimilarity * settings.priorPairs) / (group.pairs + settings.priorPairs);

  function best(): [number, number] | null {
    let top = settings.cohesion ** 2;
    let found: [number, number] | null = null;
    for (let x = 0; x < n; x++) {
      const a = groups[x];
      if (!a) continue;
      const own = density(a);
      for (let y = x + 1; y < n; y++) {
        const similarity = at(x, y);
        if (similarity < settings.floor) continue;
        const b = groups[y];
        if (!b || (a.held && b.held)) continue;
        const relative = similarity ** 2 / (own * density(b));
        if (relative > top) {
          top = relative;
          found = [x, y];
        }
      }
    }
    return found;
  }

  for (let pair = best(); pair; pair = best()) join(...pair);
  return groups.flatMap((group) => (group ? [group.members] : []));
}
