import type { WorldArticle } from '../types.ts';
import { APRIL } from './april.ts';
import { EARLY_MAY } from './early-may.ts';
import { SEED } from './seed.ts';

export { FILLERS } from './fillers.ts';

/** Every article written by hand, in no order. */
export const ARTICLES: WorldArticle[] = [...APRIL, ...EARLY_MAY, SEED];
