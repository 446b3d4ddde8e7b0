import Database from 'better-sqlite3';
import { troubleOf } from '../store/trouble.ts';
import type { SqlAnswer, SqlQuestion } from './sql.ts';
import { read } from './sql-read.ts';

const VIEWS = "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name";

/** What is wrong with a question, with the names there are where one is misspelt. */
function mistake(db: Database.Database, { message }: Error): string {
  if (!message.startsWith('no such table')) return message;
  const views = db.prepare<[], string>(VIEWS).pluck().all();
  return `${message}\nViews: ${views.join(', ')} (docs/database.md)`;
}

function ask(db: Database.Database, question: SqlQuestion): SqlAnswer {
  db.pragma('query_only = ON');
  db.pragma('busy_timeout = 5000');
  try {
    return { table: read(db, question) };
  } catch (error) {
    if (troubleOf(error) !== null || !(error instanceof Error)) throw error;
    return { mistake: mistake(db, error) };
  }
}

function answer(question: SqlQuestion): SqlAnswer {
  let db: Database.Database | undefined;
  try {
    db = new Database(question.path, { readonly: true, fileMustExist: true });
    return ask(db, question);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { trouble: troubleOf(error)?.message ?? message };
  } finally {
    db?.close();
  }
}

process.once('message', (question: SqlQuestion) => process.send?.(answer(question)));
