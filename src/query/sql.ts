import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { QueryError } from './terms.ts';

/** What of a database is to be asked. */
export interface SqlQuestion {
  path: string;
  sql: string;
  /** Rows at most. */
  limit: number;
}

export interface SqlTable {
  /** Each is another: a name that stands twice is `name:1` the second time, as SQLite calls it in a table. */
  columns: string[];
  /** Blobs are hexadecimal text; integers beyond 2^53 are text. */
  rows: (string | number | null)[][];
  /** There were more rows than asked for. */
  more: boolean;
}

/** What the process that asks sends back. */
export type SqlAnswer = { table: SqlTable } | { mistake: string } | { trouble: string };

/** A question that could not be answered although it may be a right one, with what may help. */
export class SqlError extends Error {
  override name = 'SqlError';
}

/** Megabytes of JavaScript's heap for an answer. */
const MEMORY_MB = 512;

/**
 * Asks the database a read-only question in a process of its own, which is ended when the time is up: a running query
 * cannot be interrupted from JavaScript.
 * @param timeoutMs time that the query may take, its process's start included
 * @throws {QueryError} when it writes, is not SQL, or is more than one statement
 * @throws {SqlError} when it takes too long or too much memory, or the database cannot be read
 */
export function ask(question: SqlQuestion, timeoutMs: number): Promise<SqlTable> {
  const file = fileURLToPath(new URL(`./sql-child${import.meta.url.slice(-3)}`, import.meta.url));
  return new Promise((resolve, reject) => {
    const child = fork(file, {
      execArgv: [`--max-old-space-size=${MEMORY_MB}`],
      serialization: 'advanced',
      silent: true,
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    let answer: SqlAnswer | undefined;
    child.on('message', (message: SqlAnswer) => {
      answer = message;
      child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () => {
      clearTimeout(timer);
      if (answer && 'table' in answer) resolve(answer.table);
      else if (answer && 'mistake' in answer) reject(new QueryError(`SQL: ${answer.mistake}`));
      else if (answer) reject(new SqlError(`the database: ${answer.trouble}`));
      else if (late)
        reject(
          new SqlError(
            `the query took longer than ${timeoutMs / 1000} s; narrow it, or give it more with --timeout`,
          ),
        );
      else reject(new SqlError('the query needed more memory than a question may have; narrow it'));
    });
    child.send(question);
  });
}
