import type { Credit } from '../../model/article.ts';
import { AGENCIES, type AgencyName } from './agencies.ts';
import type { Block } from './blocks.ts';

/** Where credits are read from. */
export interface CreditSources {
  /** All blocks of the page before cleaning, photo captions excepted. */
  blocks: Block[];
  /** Authors as JSON-LD and meta tags give them, unsplit. */
  authors: string[];
}

/** Agencies credited for the text; photo credits never count. */
export function readCredits(_sources: CreditSources, _agencies: readonly AgencyName[] = AGENCIES): Credit[] {
  return [];
}
