import type { Neighbourhood } from './near.ts';

/** The story that an article is nearest to among those it is not in. */
export interface RunnerUp {
  storyId: number;
  /** 0–1: mean similarity with its articles. */
  score: number;
}

/**
 * Which story would have been next for the article just placed (row 0); null where no other was near.
 * @param groups of rows, as they were clustered
 * @param similarityOf a row's similarity with the article
 */
export function runnerUpOf(
  groups: readonly (readonly number[])[],
  { storyOf }: Pick<Neighbourhood, 'storyOf'>,
  similarityOf: (row: number) => number,
  taken: number,
): RunnerUp | null {
  let best: RunnerUp | null = null;
  for (const members of groups) {
    if (members.includes(0)) continue;
    const storyId = members.map((row) => storyOf[row] ?? null).find((id) => id !== null && id !== taken);
    if (storyId == null) continue;
    const score = members.reduce((sum, row) => sum + similarityOf(row), 0) / members.length;
    if (score > (best?.score ?? 0)) best = { storyId, score };
  }
  return best;
}

/** In words, to follow the reason for which the article is where it is; empty where there is none. */
export const besides = (runnerUp: RunnerUp | null): string =>
  runnerUp === null ? '' : `; next nearest was story ${runnerUp.storyId} (${runnerUp.score.toFixed(2)})`;
