import type Database from 'better-sqlite3';
import type { Db } from '../store/db.ts';

/** Statements kept for one connection: lists have a few dozen texts each, by which filters are set. */
const MOST_STATEMENTS = 300;

const kept = new WeakMap<Db, Map<string, Database.Statement>>();

function statement(db: Db, key: string, make: () => Database.Statement): Database.Statement {
  let statements = kept.get(db);
  if (statements === undefined || statements.size >= MOST_STATEMENTS) {
    statements = new Map();
    kept.set(db, statements);
  }
  const known = statements.get(key) ?? make();
  statements.set(key, known);
  return known;
}

/**
 * A statement of a connection, prepared once: preparing one over the views takes longer than many an answer.
 * @param sql without values, which would make every question a text of its own
 */
export function prepared<Parameters extends unknown[], Row>(
  db: Db,
  sql: string,
): Database.Statement<Parameters, Row> {
  return statement(db, sql, () => db.prepare(sql)) as Database.Statement<Parameters, Row>;
}

/** The same for statements of one column, whose rows are its values. */
export function plucked<Parameters extends unknown[], Value>(
  db: Db,
  sql: string,
): Database.Statement<Parameters, Value> {
  const make = () => db.prepare(sql).pluck();
  return statement(db, `pluck ${sql}`, make) as Database.Statement<Parameters, Value>;
}
