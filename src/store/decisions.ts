import type { Instant } from '../model/index.ts';
import type { Db } from './db.ts';

export const STEPS = [
  'entry',
  'fetch',
  'extract',
  'relevance',
  'revision',
  'reprint',
  'story',
  'summary',
  'delivery',
] as const;
export type Step = (typeof STEPS)[number];

export interface Decision {
  at: Instant;
  /** Canonical form: what `standoff explain` is asked with. */
  url: string;
  step: Step;
  outcome: string;
  reason: string;
}

export type Decisions = ReturnType<typeof createDecisions>;

/** The log of every decision about a URL. */
export function createDecisions(db: Db) {
  const insert = db.prepare(
    'INSERT INTO decision (at, url, step, outcome, reason) VALUES (@at, @url, @step, @outcome, @reason)',
  );
  return { log: (decision: Decision): void => void insert.run(decision) };
}
