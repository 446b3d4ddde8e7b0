import Database from 'better-sqlite3';
import type { SqlAnswer, SqlQuestion } from './sql.ts';
import { read } from './sql-read.ts';

function answer(question: SqlQuestion): SqlAnswer {
  const db = new Database(question.path, { readonly: true, fileMustExist: true });
  try {
    db.pragma('query_only = ON');
    db.pragma('busy_timeout = 5000');
    return { table: read(db, question) };
  } catch (error) {
    const views = db
      .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")
      .pluck();
    return { error: error instanceof Error ? error.message : String(error), views: views.all() };
  } finally {
    db.close();
  }
}

process.once('message', (question: SqlQuestion) => process.send?.(answer(question)));
