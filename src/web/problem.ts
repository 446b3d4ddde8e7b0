import type { Words } from './language.ts';

/** A request that cannot be answered, said so that the reader can do better. */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: 400 | 404;
  /** The sentence to show, in the reader's language. */
  readonly say: (words: Words) => string;

  constructor(status: 400 | 404, say: (words: Words) => string) {
    super('this request cannot be answered');
    this.status = status;
    this.say = say;
  }
}

export const bad = (say: (words: Words) => string): Problem => new Problem(400, say);
export const missing = (say: (words: Words) => string): Problem => new Problem(404, say);
