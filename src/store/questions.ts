import { createHash } from 'node:crypto';
import type { Instant } from '../model/index.ts';
import type { Db } from './db.ts';

/** Ids of 96 bits: nobody meets another's by chance. */
const ID_LENGTH = 16;

/** Slash commands' questions that buttons name by an id. */
export function createQuestions(db: Db) {
  const keep = db.prepare(
    'INSERT INTO question (id, options, asked_at) VALUES (@id, @options, @at) ON CONFLICT (id) DO UPDATE SET asked_at = @at',
  );
  const forget = db.prepare('DELETE FROM question WHERE asked_at < ?');
  const read = db.prepare<[string], string>('SELECT options FROM question WHERE id = ?').pluck();
  return {
    /** Keeps a question's options (JSON) and gives its id; what was last asked before `until` is forgotten. */
    keep(options: string, at: Instant, until: Instant): string {
      const id = createHash('sha256').update(options).digest('base64url').slice(0, ID_LENGTH);
      forget.run(until);
      keep.run({ id, options, at });
      return id;
    },
    /** Undefined where there is none (any more). */
    options(id: string): string | undefined {
      return read.get(id);
    },
  };
}

export type Questions = ReturnType<typeof createQuestions>;
