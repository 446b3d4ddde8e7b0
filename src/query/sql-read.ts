import type { Db } from '../store/db.ts';
import type { SqlQuestion, SqlTable } from './sql.ts';

/** Comments and blanks before the first word. */
const BEFORE = /^(?:\s|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/;
/** Statements that only read. ATTACH and PRAGMA count as reading for SQLite, but change the connection. */
const READING = /^(?:select|with|values|explain)\b/i;

function value(raw: unknown): string | number | null {
  if (typeof raw === 'bigint') return Number.isSafeInteger(Number(raw)) ? Number(raw) : String(raw);
  if (Buffer.isBuffer(raw)) return raw.toString('hex');
  return typeof raw === 'string' || typeof raw === 'number' ? raw : null;
}

function distinct(names: readonly string[]): string[] {
  const given = new Set<string>();
  for (const name of names) {
    let free = name;
    for (let i = 1; given.has(free); i++) free = `${name}:${i}`;
    given.add(free);
  }
  return [...given];
}

/** The answer to one statement. @throws {Error} SQLite's own, or when it is not one statement that only reads */
export function read(db: Db, { sql, limit }: Omit<SqlQuestion, 'path'>): SqlTable {
  if (!READING.test(sql.slice(BEFORE.exec(sql)?.[0].length ?? 0)))
    throw new Error('only SELECT, WITH, VALUES and EXPLAIN are questions');
  const statement = db.prepare<[], unknown[]>(sql);
  if (!statement.readonly || !statement.reader) throw new Error('that writes; only what reads can be asked');
  const table: SqlTable = {
    columns: distinct(statement.columns().map(({ name }) => name)),
    rows: [],
    more: false,
  };
  for (const row of statement.raw().safeIntegers().iterate()) {
    if (table.rows.length === limit) {
      table.more = true;
      break;
    }
    table.rows.push(row.map(value));
  }
  return table;
}
