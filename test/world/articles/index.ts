import type { WorldArticle } from '../types.ts';
import { APRIL } from './april.ts';
import { EARLY_MAY } from './early-may.ts';
import { HEARING } from './hearing.ts';
import { MID_MAY } from './mid-may.ts';
import { RULING } from './ruling.ts';
import { SEED } from './seed.ts';
import { START } from './start.ts';
import { TICKER } from './ticker.ts';
import { UNRELATED } from './unrelated.ts';

export { FILLERS } from './fillers.ts';

/** Every article written by hand, in no order. */
export const ARTICLES: WorldArticle[] = [
  ...APRIL,
  ...EARLY_MAY,
  ...MID_MAY,
  SEED,
  ...HEARING,
  ...RULING,
  ...TICKER,
  ...START,
  ...UNRELATED,
];
