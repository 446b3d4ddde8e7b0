import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Db, openDatabase } from '../../src/store/db.ts';
import { startWorldRun, type WorldRun } from '../support/world-run.ts';
import { blocks, document, inCode, section, tableRows } from './markdown.ts';

const doc = document('docs/database.md');
const questions = blocks(doc, 'sql');
const documented = [...doc.matchAll(/^### `(\w+)`/gm)].map(([, name = '']) => name);

let run: WorldRun;
let db: Db;

beforeAll(async () => {
  run = await startWorldRun();
  for (const at of ['2025-05-01T07:00:00Z', '2025-05-23T20:00:00Z']) await run.cycleAt(at);
  db = openDatabase(run.databasePath, { readonly: true });
}, 60_000);

afterAll(async () => {
  db?.close();
  await run?.close();
});

const rows = (view: string) => tableRows(section(doc, `### \`${view}\``));

describe('docs/database.md', () => {
  test('tells of every view', () => {
    const views = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'view'").pluck().all();
    expect(views.sort()).toEqual([...documented].sort());
  });

  test.each(documented)('%s has exactly the columns that are told of', (view) => {
    const columns = db
      .prepare(`SELECT * FROM ${view}`)
      .columns()
      .map(({ name }) => name);
    const told = rows(view).flatMap(([cell = '']) => inCode(cell));
    expect(told.sort()).toEqual(columns.sort());
  });

  test.each([
    ['articles', 'grade'],
    ['articles', 'text_from'],
    ['articles', 'wall'],
    ['articles', 'reprint_kind'],
    ['mentions', 'kind'],
    ['mentions', 'field'],
    ['statements', 'form'],
    ['dates', 'precision'],
    ['reprints', 'kind'],
    ['polls', 'outcome'],
    ['entries', 'decision'],
    ['entries', 'state'],
    ['deliveries', 'kind'],
    ['deliveries', 'state'],
  ])('of %s, every value of %s is told', (view, column) => {
    const values = db
      .prepare<[], string>(`SELECT DISTINCT ${column} FROM ${view} WHERE ${column} IS NOT NULL`)
      .pluck()
      .all();
    const told = rows(view)
      .filter(([cell = '']) => inCode(cell).includes(column))
      .flatMap(([, what = '']) => inCode(what));
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((value) => !told.includes(value))).toEqual([]);
  });

  test.each(questions)('its queries run as they stand: %s', (sql) => {
    expect(() => db.prepare(sql).all()).not.toThrow();
  });

  test('its queries find what the press printed', () => {
    const answered = questions.filter((sql) => db.prepare(sql).all().length > 0);
    // Nothing comes after the world's end, and its feeds do not fail.
    const unanswered = questions.filter((sql) => !answered.includes(sql));
    expect(unanswered.filter((sql) => !/date\('now'\)|failed/.test(sql))).toEqual([]);
    expect(answered.length).toBeGreaterThanOrEqual(19);
  });
});
