import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/db.ts';
import { newsroom } from '../support/newsroom.ts';
import { createProject, type Project } from '../support/project.ts';

let project: Project;
let path: string;

const run = (...args: string[]) => project.standoff(args);
const read = <T>(sql: string): T[] => {
  const db = openDatabase(path, { readonly: true });
  try {
    return db.prepare<[], T>(sql).all();
  } finally {
    db.close();
  }
};
const page = (name: string) => `https://anzeiger.example/${name}`;

/** Two stories of two articles each; one article was edited twice, one is a release. */
beforeAll(() => {
  project = createProject([
    {
      id: 'anzeiger',
      name: 'Der Anzeiger',
      kind: 'newspaper',
      languages: ['de'],
      country: 'DE',
      feeds: [{ url: 'https://anzeiger.example/feed', format: 'feed' }],
      fetch: 'all',
      timezone: 'Europe/Berlin',
    },
  ]);
  mkdirSync(join(project.folder, 'data'));
  path = join(project.folder, 'data/standoff.db');
  const room = newsroom(path);
  room.source('anzeiger', { name: 'Der Anzeiger' });
  room.source('kurier', { name: 'Kurier' });
  room.source('gericht', { name: 'Landgericht', kind: 'court', party: 'court' });
  const now = Date.now();
  const at = (hoursAgo: number) => new Date(now - hoursAgo * 3_600_000).toISOString();
  const article = (story: number, name: string, hoursAgo: number, source = 'anzeiger') =>
    room.article({ story, source, title: `Bericht ${name}`, at: at(hoursAgo), url: page(name) });
  const edited = article(1, 'urteil', 9);
  article(1, 'kurier-urteil', 6, 'kurier');
  article(2, 'frist', 5);
  article(2, 'fremd', 4);
  const release = article(1, 'mitteilung', 10, 'gericht');
  room.db.prepare('UPDATE story_article SET primary_source = 1 WHERE article_id = ?').run(release);
  room.db.exec('UPDATE article SET url_key = url');
  const revision = room.db.prepare(
    'INSERT INTO revision (article_id, number, seen_at, title, text, kind, changes) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const texts = [
    ['Gericht weist Antrag ab.', 'first', []],
    [
      'Gericht weist Antrag ab. Der Verband prüft Schritte.',
      'meaningful',
      ['statement added: “prüft Schritte”'],
    ],
    ['Gericht weißt Antrag ab. Der Verband prüft Schritte.\u001b[31m', 'silent', []],
  ] as const;
  texts.forEach(([text, kind, changes], i) => {
    revision.run(edited, i + 1, at(9 - i), 'Bericht urteil', text, kind, JSON.stringify(changes));
  });
  room.db.close();
});

afterAll(() => project.remove());

describe('show', () => {
  test('takes the address of an article, and tells the primary source with the press lag', async () => {
    const { code, out, err } = await run('show', `${page('urteil')}?utm_source=mail`);
    expect(code, err).toBe(0);
    expect(out).toMatch(/Primary sources\n\s+Landgericht.*\n\s+Der Anzeiger 1 h later, Kurier 4 h later/);
    const { primarySources } = JSON.parse((await run('show', '1', '--json')).out);
    expect(primarySources).toMatchObject([
      { party: 'court', followedBy: [{ lagMinutes: 60 }, { lagMinutes: 240 }] },
    ]);
  });

  test('--revisions tells each edit with its kind, what changed by name, and the sentences', async () => {
    const { code, out } = await run('show', page('urteil'), '--revisions');
    expect(code).toBe(0);
    expect(out).toMatch(/revision 1, first/);
    expect(out).toMatch(/revision 2, meaningful\n\s+· statement added.*\n\s+\+ Der Verband prüft Schritte\./);
    expect(out).toMatch(
      /revision 3, silent\n\s+- Gericht weist Antrag ab\.[\s\S]*\+ Gericht weißt Antrag ab\./,
    );
    expect(out).not.toContain('\u001b');
  });

  test('--revisions of a story shows the articles that were changed, for machines too', async () => {
    const [article, ...others] = JSON.parse((await run('show', '1', '--revisions', '--json')).out);
    expect(others).toEqual([]);
    expect(article.revisions[0].diff).toBeNull();
    expect(article.revisions[1]).toMatchObject({
      kind: 'meaningful',
      diff: [{ op: '+', sentence: 'Der Verband prüft Schritte.' }],
    });
    expect((await run('show', '2', '--revisions')).out).toMatch(/No text was changed/);
  });

  test('an address that is not stored is an error in words', async () => {
    const { code, err } = await run('show', 'https://anderswo.example/x');
    expect(code).toBe(1);
    expect(err).toMatch(/is not stored/);
  });
});

describe('coverage', () => {
  test('of the dispute is a line a source, of a story a table of outlets; both for machines too', async () => {
    const { code, out, err } = await run('coverage');
    expect(code, err).toBe(0);
    expect(out).toMatch(/Der Anzeiger\s+DE\s+·+[▁-█]{1,2}\s+3\n/);
    const of = await run('coverage', '1');
    expect(of.out).toMatch(/Landgericht\s+DE\s+de\s+0\s+0\s+1/);
    const { carried } = JSON.parse((await run('coverage', '1', '--json')).out);
    expect(carried).toHaveLength(3);
    expect((await run('coverage', '99')).code).toBe(1);
  });
});

describe('story', () => {
  test('moves, splits, merges and undoes, logged with who and why; messages are owed', async () => {
    const moved = await run('story', 'move', page('fremd'), '1', '--reason', 'same ruling');
    expect(moved.code, moved.err).toBe(0);
    expect(moved.out).toMatch(/went from story 2 to story 1[\s\S]*story undo 1\b/);
    const split = await run('story', 'split', '1', page('fremd'), page('kurier-urteil'), '--json');
    const { touched, decisionId } = JSON.parse(split.out);
    expect(touched).toEqual([1, 3]);
    expect((await run('story', 'merge', '2', '3')).code).toBe(0);
    expect(read('SELECT id FROM stories ORDER BY id')).toEqual([{ id: 1 }, { id: 3 }]);
    const owed = read<{ story_id: number }>("SELECT story_id FROM deliveries WHERE state = 'due'");
    expect(owed.map(({ story_id: id }) => id).sort()).toEqual([1, 3]);
    const log = await run('story', 'log', '1');
    expect(log.out).toMatch(/decision 1 .*move 2 → 1[\s\S]*same ruling[\s\S]*Bericht fremd/);
    expect((await run('story', 'undo', String(decisionId))).code).toBe(0);
    const entries = JSON.parse((await run('story', 'log', '1', '--json')).out);
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['move', 'split', 'undo']);
    expect(entries[1].undoneAt).not.toBeNull();
    expect(entries[0].by).not.toBe('');
  }, 60_000);

  test('explain tells how an article came into its story and was moved since, and what made a story of its articles', async () => {
    const { out, err, code } = await run('explain', page('fremd'));
    expect(code, err).toBe(0);
    expect(out).toMatch(/Why it is in its story\n\s+story 1, .*\n.*1\.00: test/);
    expect(out).toMatch(
      /How it was moved[\s\S]*move 2 → 1, by \S+[\s\S]*same ruling[\s\S]*split 1 → 3.*undone/,
    );
    const { place, moves } = JSON.parse((await run('explain', page('kurier-urteil'), '--json')).out);
    expect(place.storyId).toBe(1);
    expect(moves.map(({ kind }: { kind: string }) => kind)).toEqual(['split', 'undo']);
    const story = await run('explain', '1');
    expect(story.out).toMatch(
      /set by a person[\s\S]*Der Anzeiger: Bericht urteil[\s\S]*What was changed[\s\S]*move 2 → 1/,
    );
    expect((await run('explain', '3')).out).toMatch(/went into story \d|Why each article/);
    expect((await run('explain', '99')).err).toMatch(/there is no story 99/);
  });

  test('who printed another’s text, and how much of it is an outlet’s own, is told', async () => {
    const db = openDatabase(path);
    const numberOf = db.prepare<[string], number>('SELECT id FROM article WHERE url = ?').pluck();
    const [copy, original] = [numberOf.get(page('kurier-urteil')), numberOf.get(page('urteil'))];
    db.prepare(
      "INSERT INTO link (article_id, other_id, kind, score, own_share, reason, at) VALUES (?, ?, 'duplicate', 0.9, 0.45, 'alike', '')",
    ).run(copy, original);
    db.close();
    expect((await run('show', page('kurier-urteil'))).out).toMatch(/Kurier .*duplicate, 45 % own/);
    const { out } = await run('explain', page('kurier-urteil'));
    expect(out.replace(/\s+/g, ' ')).toContain('of Der Anzeiger: alike, 45 % of its sentences are its own');
  });

  test('a model’s words are shown with the sentences that bear them, a refusal with its reason', async () => {
    const db = openDatabase(path);
    db.exec(`INSERT INTO wording VALUES (1, 'de', 'tiny', 'x', 'accepted', 'each …', '2025-05-23T10:00:00.000Z'),
        (1, 'en', 'tiny', 'y', 'rejected', '“28/m5” is not in the source', '2025-05-23T10:00:00.000Z');
      INSERT INTO wording_sentence VALUES (1, 'de', 0, 'Das Gericht wies ab.', 1, 'Gericht weist Antrag ab.')`);
    db.close();
    const { out } = await run('show', '1');
    expect(out).toMatch(
      /tiny worded the summary[\s\S]*Das Gericht wies ab\.\n\s+borne by Der Anzeiger: “Gericht weist Antrag ab\.”/,
    );
    expect(out).toMatch(/tiny was turned down[\s\S]*28\/m5/);
    const { wordings } = JSON.parse((await run('explain', '1', '--json')).out);
    expect(wordings).toHaveLength(2);
  });

  test.each([
    [['story', 'merge', '99', '1'], 1, /there is no story 99/],
    [['story', 'merge', '1', '1'], 1, /same story/],
    [['story', 'split', '1', '4711'], 1, /there is no article 4711/],
    [['story', 'move', 'https://anderswo.example/x', '1'], 1, /there is no article/],
    [['story', 'undo', '99'], 1, /there is no decision 99/],
    [['story', 'log', '99'], 1, /there is no story 99/],
    [['story', 'merge', 'x', '1'], 2, /number/],
  ])('%j is refused in words and changes nothing', async (args, code, words) => {
    const before = read('SELECT count(*) AS n FROM story_decision');
    const ended = await run(...args);
    expect(ended.err).toMatch(words);
    expect(ended.code).toBe(code);
    expect(read('SELECT count(*) AS n FROM story_decision')).toEqual(before);
  });
});
