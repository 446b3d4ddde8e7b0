import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLUSTER_SETTINGS, cluster } from '../../src/link/cluster.ts';
import { arrange } from '../../src/link/regroup.ts';

/** A symmetric matrix from a function of two indices. */
function matrixOf(n: number, similarity: (x: number, y: number) => number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let x = 0; x < n; x++)
    for (let y = 0; y < n; y++) matrix[x * n + y] = x === y ? 0 : similarity(Math.min(x, y), Math.max(x, y));
  return matrix;
}
const sorted = (groups: number[][]) =>
  groups.map((group) => [...group].sort((a, b) => a - b)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
const half = (x: number) => (x < 3 ? 0 : 1);

describe('cluster', () => {
  it('parts two dense events that a loose one of the same likeness would hold together', () => {
    const dense = matrixOf(6, (x, y) => (half(x) === half(y) ? 0.6 : 0.18));
    const loose = matrixOf(6, (x, y) => (half(x) === half(y) ? 0.22 : 0.18));
    expect(sorted(cluster(dense, 6, CLUSTER_SETTINGS))).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    expect(cluster(loose, 6, CLUSTER_SETTINGS)).toHaveLength(1);
  });

  it('keeps together what is fixed, and apart what persons set', () => {
    const fixed = [
      { members: [0, 3], held: true },
      { members: [1, 4], held: true },
    ];
    const groups = sorted(
      cluster(
        matrixOf(6, () => 0.5),
        6,
        CLUSTER_SETTINGS,
        fixed,
      ),
    );
    expect(groups).toHaveLength(2);
    const home = (i: number) => groups.findIndex((group) => group.includes(i));
    expect([home(0), home(1)]).toEqual([home(3), home(4)]);
  });

  it('puts every article into exactly one group', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 64, maxLength: 64 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), values, (n, numbers) => {
        const groups = cluster(
          matrixOf(n, (x, y) => numbers[x * 8 + y] ?? 0),
          n,
          CLUSTER_SETTINGS,
        );
        expect(groups.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
      }),
    );
  });
});

describe('arrange', () => {
  it('leaves a story its id where most of its articles stay', () => {
    const { changes, storyOfOwn } = arrange([[0, 1, 2], [3]], [null, 7, 7, 7], new Set());
    expect(storyOfOwn).toBe(7);
    expect(changes).toEqual([{ group: 1, from: 7, to: null, members: [3] }]);
  });

  it('lets the older of two equal stories take in the other', () => {
    const { changes, storyOfOwn } = arrange([[0, 1, 2]], [null, 9, 4], new Set());
    expect(storyOfOwn).toBe(4);
    expect(changes).toEqual([{ group: 0, from: 9, to: 4, members: [1] }]);
  });

  it('lets a held story take in a larger one', () => {
    expect(arrange([[0, 1, 2, 3]], [null, 4, 4, 9], new Set([9])).storyOfOwn).toBe(9);
  });
});
