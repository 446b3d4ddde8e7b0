import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Config } from '../../src/config/load.ts';
import { createStoryEdits } from '../../src/link/story-edits.ts';
import type { Dossier } from '../../src/model/index.ts';
import { explain } from '../../src/query/explain.ts';
import { type Db, openDatabase } from '../../src/store/db.ts';
import { createReplay } from '../../src/store/replay.ts';
import { type ReanalyseOptions, reanalyse } from '../../src/worker/reanalyse.ts';
import { startWorldRun, type WorldRun, worldConfig } from '../support/world-run.ts';

let run: WorldRun;
let config: Config;

const never = new AbortController().signal;

beforeAll(async () => {
  run = await startWorldRun();
  for (const day of ['20', '22']) await run.cycleAt(`2025-05-${day}T20:30:00Z`);
  await run.cycleAt('2025-05-23T12:30:00Z');
  await run.cycleAt('2025-05-23T20:30:00Z');
  const { settings, ...rest } = worldConfig(run.world);
  const channels = settings.channels.map((channel) => ({ ...channel, id: 'test' }));
  config = { ...rest, settings: { ...settings, channels } };
}, 60_000);

afterAll(() => run.close());

const replay = (databasePath: string, dossier: Dossier, options: Partial<ReanalyseOptions> = {}) =>
  reanalyse({ config: { ...config, dossier }, databasePath, signal: never, clock: run.world, ...options });

/** A copy of the database to try things with. */
let copies = 0;
function copy(): string {
  const path = join(run.databasePath, `../copy-${copies++}.db`);
  const db = openDatabase(run.databasePath, { readonly: true });
  db.prepare('VACUUM INTO ?').run(path);
  db.close();
  return path;
}

function reading<T>(path: string, work: (db: Db) => T): T {
  const db = openDatabase(path);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const rows = <T>(path: string, sql: string): T[] => reading(path, (db) => db.prepare<[], T>(sql).all());
const grades = (path: string) => rows<{ grade: string }>(path, 'SELECT id, grade FROM articles ORDER BY id');
/** Which articles are together, whatever their story's number. */
const groups = (path: string) =>
  rows<{ ids: string }>(
    path,
    'SELECT (SELECT group_concat(id) FROM (SELECT id FROM articles WHERE story_id = s.id ORDER BY id)) AS ids FROM stories s ORDER BY ids',
  ).map(({ ids }) => ids);

/** The dossier as it would be without a party's names. */
const without = (id: string): Dossier => ({
  ...config.dossier,
  parties: {
    ...config.dossier.parties,
    parties: config.dossier.parties.parties.map((party) => {
      if (party.id === id) return { ...party, aliases: ['Qwertzuiop'], short: [] };
      return party.implies === id ? { ...party, implies: undefined } : party;
    }),
  },
});

/** A dossier under which no article matters. */
function blind(): Dossier {
  const { dispute } = config.dossier;
  const legs = dispute.relevance.legs.map(({ id, label, span }) => ({ id, label, span, words: ['nothing'] }));
  return {
    ...config.dossier,
    dispute: {
      ...dispute,
      words: { ...dispute.words, nothing: ['Qwertzuiop'] },
      relevance: { ...dispute.relevance, legs, context: { words: ['nothing'], with: ['nothing'] } },
      cases: [],
    },
  };
}

describe('with the same dossier', () => {
  test('there is nothing to do', async () => {
    const report = await replay(run.databasePath, config.dossier);
    expect(report).toMatchObject({ due: 0, analysed: 0, changed: 0 });
  });

  test('everything analysed again is as it was when it came', async () => {
    const path = copy();
    const changes: object[] = [];
    const report = await replay(path, config.dossier, {
      all: true,
      onChange: (change) => changes.push(change),
    });
    expect(changes).toEqual([]);
    expect(report.analysed).toBe(grades(path).length);
    expect(report.analysed).toBeGreaterThan(20);
    expect(groups(path)).toEqual(groups(run.databasePath));
  });
});

describe('a change of the dossier', () => {
  test('is told before it is made: a dry run writes nothing', async () => {
    const path = copy();
    const dump = () => rows(path, 'SELECT * FROM article JOIN finding ON article_id = id');
    const before = dump();
    const dry = await replay(path, without('noyb'), { dryRun: true });
    expect(dump()).toEqual(before);
    expect(dry.stories).toBeNull();
    expect(dry.changed).toBeGreaterThan(0);
    expect(dry.tags).toContainEqual(expect.objectContaining({ kind: 'party', ref: 'noyb', gained: 0 }));
    const wet = await replay(path, without('noyb'));
    expect({ ...wet, stories: null }).toEqual(dry);
  });

  test('shows in findings, in the names for SQL and in the explanation of each article', async () => {
    const path = copy();
    const mentions = () =>
      rows<{ url: string }>(
        path,
        `SELECT DISTINCT a.url_key AS url FROM mentions m JOIN articles a ON a.id = m.article_id WHERE m.kind = 'party' AND m.ref = 'noyb'`,
      );
    const [{ url } = { url: '' }] = mentions();
    const report = await replay(path, without('noyb'));
    expect(mentions()).toEqual([]);
    const explained = reading(path, (db) => explain(db, url, 'en'));
    expect(explained.article?.dossierVersion).toBe(report.dossierVersion);
    expect(explained.decisions.at(-1)).toMatchObject({
      step: 'relevance',
      reason: expect.stringMatching(
        new RegExp(`^reanalysed with dossier ${report.dossierVersion} \\(.*lost party noyb`),
      ),
    });
  });

  test('only articles from the given day on are analysed', async () => {
    const path = copy();
    const report = await replay(path, without('noyb'), { since: '2025-05-22' });
    const untouched = rows(
      path,
      `SELECT 1 FROM articles WHERE dossier_version <> '${report.dossierVersion}' AND at >= '2025-05-22'`,
    );
    expect(untouched).toEqual([]);
    expect(report.due).toBeLessThan(grades(path).length);
  });
});

describe('an interruption', () => {
  test('keeps what is done; the next call does the rest, and all is as if there had been none', async () => {
    const [whole, parted] = [copy(), copy()];
    for (const path of [whole, parted])
      reading(path, (db) => {
        for (let n = 0; n < 2; n++)
          db.exec(`INSERT INTO article (source_id, url, url_key, title, teaser, text, language, language_confidence, authors, first_seen_at, text_from, grade, relevance, relevance_reasons, dossier_version)
            SELECT source_id, url, url_key || '#${n}', title, teaser, text, language, 1, '[]', first_seen_at, text_from, 'off', 0, '[]', 'old' FROM article WHERE url_key NOT LIKE '%#%'`);
      });
    const expected = await replay(whole, without('noyb'));
    const controller = new AbortController();
    const first = await replay(parted, without('noyb'), {
      signal: controller.signal,
      onEvent: ({ kind }) => kind === 'step' && controller.abort(),
    });
    expect(first.analysed).toBe(64);
    const second = await replay(parted, without('noyb'));
    expect(second.due).toBe(expected.due - 64);
    expect(first.changed + second.changed).toBe(expected.changed);
    expect(grades(parted)).toEqual(grades(whole));
    expect(groups(parted)).toEqual(groups(whole));
  });
});

describe('what a text that changed meanwhile says', () => {
  test('is not overwritten by the analysis of the old one', () => {
    const path = copy();
    reading(path, (db) => {
      const all = createReplay(db);
      const [article] = all.after(0, 1, { exceptVersion: null, since: null });
      if (!article) throw new Error('the world has no article');
      db.prepare("UPDATE article SET text = 'another' WHERE id = ?").run(article.id);
      const analysis = {
        language: 'de',
        languageConfidence: 1,
        lowQuality: null,
        relevance: { grade: 'off', score: 0, reasons: [] },
        findings: [],
        dates: [],
        statements: [],
        stage: null,
        dossierVersion: 'new',
      } as const;
      const ours = {
        ...analysis,
        relevance: { ...analysis.relevance, reasons: [] },
        findings: [],
        dates: [],
        statements: [],
      };
      expect(all.restate(article, ours)).toBe(false);
      expect(all.restate({ ...article, text: 'another' }, ours)).toBe(true);
    });
  });
});

describe('stories', () => {
  test('an article that a person put into a story stays there', async () => {
    const path = copy();
    const [one, other] = rows<{ id: number }>(path, 'SELECT id FROM stories ORDER BY id');
    if (!one || !other) throw new Error('the world has too few stories');
    reading(path, (db) =>
      createStoryEdits(db).merge(other.id, one.id, {
        by: 'test',
        reason: 'one event',
        at: '2025-05-23T21:00:00.000Z',
      }),
    );
    const together = groups(path).filter((ids) => ids.includes(','));
    await replay(path, blind());
    expect(groups(path)).toHaveLength(1);
    expect(together).toContain(groups(path)[0]);
  });

  test('a message that was posted says what the new dossier knows', async () => {
    const edits = run.posted.length;
    await replay(run.databasePath, without('olg_koeln'));
    await run.cycleAt('2025-05-23T20:35:00Z');
    const edited = run.posted.slice(edits);
    expect(edited.map(({ kind }) => kind)).toContain('edit');
    expect(edited.map(({ kind }) => kind)).not.toContain('post');
    await replay(run.databasePath, config.dossier);
  });

  test('nothing is ever posted by a replay, whatever leaves or joins', async () => {
    const path = run.databasePath;
    const before = { grades: grades(path), groups: groups(path), posts: posts() };
    expect(before.posts).toBeGreaterThan(0);

    const gone = await replay(path, blind());
    expect(gone.stories?.left).toBeGreaterThan(5);
    expect(groups(path)).toEqual([]);
    await run.cycleAt('2025-05-23T20:40:00Z');
    expect(posts()).toBe(before.posts);

    const back = await replay(path, config.dossier);
    expect(back.stories).toMatchObject({ left: 0 });
    expect(grades(path)).toEqual(before.grades);
    expect(groups(path)).toEqual(before.groups);
    await run.cycleAt('2025-05-23T20:50:00Z');
    expect(posts()).toBe(before.posts);
  });
});

const posts = () => run.posted.filter(({ kind }) => kind === 'post').length;
