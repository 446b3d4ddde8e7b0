import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storyChanged, storyRestated } from '../../src/publish/outbox.ts';
import { developmentsOf } from '../../src/store/developments.ts';
import { names } from '../support/newsroom.ts';
import { type Bench, bench, report as reportAt } from './bench.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let at: Bench;
beforeEach(async () => {
  at = await bench();
  at.room.source('gericht', { name: 'Das Gericht', kind: 'court' });
  at.room.db.exec(
    `INSERT INTO stage VALUES ('hearing', 40, 'Verhandlung', 'hearing'), ('ruling', 60, 'Urteil', 'ruling')`,
  );
});
afterEach(() => at.close());

const report = (story: number, source?: string) => reportAt(story, source, at.now());

const changed = (storyId: number) =>
  storyChanged(at.room.db, { storyId, channels: at.channels, now: at.now(), silent: false });

/** An article that brings the story to a stage. */
const reaches = (story: number, stage: string, source = 'kurier', silent = false) => {
  at.room.db.prepare('UPDATE story SET stage = ? WHERE id = ?').run(stage, story);
  return at.arrives({ ...report(story, source), stage }, silent);
};

/** The outlet changes what it printed. */
const edits = (articleId: number, changes: string[]) => {
  at.room.db
    .prepare(
      `INSERT INTO revision (article_id, number, seen_at, title, text, kind, changes)
       VALUES (?, (SELECT count(*) + 1 FROM revision), ?, '', '', 'meaningful', ?)`,
    )
    .run(articleId, at.now(), JSON.stringify(changes));
  changed(1);
};

const releases = (story: number) => {
  const id = at.room.article({ ...report(story, 'gericht'), title: 'Pressemitteilung' });
  at.room.db.prepare('UPDATE story_article SET primary_source = 1 WHERE article_id = ?').run(id);
  changed(story);
  return id;
};

const told = (channel: string) =>
  at.seen(channel).map(({ embeds, message_reference: to }) => ({
    what: embeds[0]?.author?.name?.replace(/ · .*/, ''),
    answers: to?.message_id ?? null,
    text: embeds[0]?.description ?? '',
  }));

describe('what followers are told of', () => {
  test('a later stage, a release, a meaningful edit: each a reply to the story’s message', async () => {
    const channel = at.channel({ developments: true });
    const first = at.arrives(report(1));
    await at.deliver();
    reaches(1, 'ruling');
    await at.deliver();
    releases(1);
    await at.deliver();
    edits(first, ['number changed: 4,5 → 4,8', '3 sentences added']);
    expect(await at.deliver()).toMatchObject({ posted: 1 });
    const [story, ...news] = told(channel);
    expect(story?.answers).toBeNull();
    expect(new Set(news.map(({ answers }) => answers))).toEqual(new Set([at.seen(channel)[0]?.id]));
    expect(news.map(({ what }) => what)).toEqual([
      'Neuer Stand: Urteil',
      'Primärquelle dazu',
      'Bericht geändert',
    ]);
    expect(news[2]?.text).toContain('Zahl geändert: 4,5 → 4,8; 3 Sätze hinzugefügt');
  });

  test('what kind of news a single one is stands above its headline, and not a second time below', async () => {
    const channel = at.channel({ developments: true });
    const first = at.arrives(report(1));
    await at.deliver();
    releases(1);
    await at.deliver();
    edits(first, ['date changed: 2025-05-21#hearing → 2025-05-22#hearing']);
    await at.deliver();
    expect(
      told(channel)
        .slice(1)
        .map(({ text }) => text),
    ).toEqual([
      expect.stringMatching(/^\[Das Gericht\]\(\S+\)$/),
      expect.stringMatching(/^Verhandlung: 21. Mai 2025 → 22. Mai 2025 — \[anzeiger\]\(\S+\)$/),
    ]);
  });

  test('a live blog that goes on is no news of the story', async () => {
    const channel = at.channel({ developments: true });
    const ticker = at.arrives(report(1));
    at.room.db
      .prepare(
        "INSERT INTO fingerprint (article_id, period, day, words, live, figures, hashes) VALUES (?, 1, '2025-05-23', 9, 1, '', x'')",
      )
      .run(ticker);
    await at.deliver();
    edits(ticker, ['10 sentences added']);
    await at.deliver();
    expect(told(channel)).toHaveLength(1);
  });

  test('in English where the channel is', async () => {
    const channel = at.channel({ developments: true, language: 'en' });
    names(at.room.db, 'party', { vz_nrw: { de: 'Verbraucherzentrale', en: 'Consumer centre' } });
    const first = at.arrives(report(1));
    await at.deliver();
    edits(first, [
      'headline changed: “A” → “B”',
      'party added: vz_nrw, some_body',
      'date changed: 2025-05-21#hearing → 2025-06#other',
    ]);
    await at.deliver();
    expect(told(channel)[1]).toMatchObject({ what: 'Report changed' });
    expect(told(channel)[1]?.text).toContain(
      'headline changed: “A” → “B”; party added: Consumer centre, some body; date changed: May 21, 2025 (Hearing) → June 2025',
    );
  });

  test('a statement that is longer than may be shown of its article is named, not quoted', async () => {
    const channel = at.channel({ developments: true, snippetLimit: 40 });
    const first = at.arrives(report(1));
    await at.deliver();
    edits(first, [`statement added: “${'lang '.repeat(10)}” (Frau Beispiel)`, 'statement removed: “kurz”']);
    await at.deliver();
    expect(told(channel)[1]?.text).toContain('Aussage hinzugefügt; Aussage entfernt: “kurz”');
  });

  test('several until the next delivery are one message', async () => {
    const channel = at.channel({ developments: true });
    const first = at.arrives(report(1));
    await at.deliver();
    edits(first, ['headline changed: a → b']);
    releases(1);
    reaches(1, 'ruling');
    expect(await at.deliver()).toMatchObject({ posted: 1, edited: 1 });
    expect(told(channel)[1]?.what).toBe('Neuer Stand: Urteil');
    for (const words of ['Neuer Stand', 'Primärquelle', 'geändert'])
      expect(told(channel)[1]?.text).toContain(words);
  });

  test('never before the story itself, and not what its first message says already', async () => {
    const channel = at.channel({ developments: true });
    at.arrives(report(1));
    reaches(1, 'hearing');
    at.discord.fault = () => 'cut-before';
    await at.deliver();
    reaches(1, 'ruling', 'bote');
    at.discord.fault = () => undefined;
    at.pass(HOUR);
    expect(await at.deliver()).toMatchObject({ posted: 2 });
    const [first, second] = told(channel);
    expect(first).toMatchObject({ answers: null });
    expect(second).toMatchObject({ what: 'Neuer Stand: Urteil', answers: at.seen(channel)[0]?.id });
  });

  test('each once: told by a second outlet, put elsewhere or gone back, it is no news', async () => {
    const channel = at.channel({ developments: true });
    at.arrives(report(1));
    await at.deliver();
    reaches(1, 'ruling');
    const release = releases(1);
    await at.deliver();
    reaches(1, 'hearing', 'bote');
    reaches(1, 'ruling', 'bote');
    at.arrives(report(2));
    at.room.db.prepare('UPDATE story_article SET story_id = 2 WHERE article_id = ?').run(release);
    changed(2);
    await at.deliver();
    changed(2);
    await at.deliver();
    expect(at.seen(channel)).toHaveLength(3);
  });
});

describe('what is no news', () => {
  test('the channel does not want developments', async () => {
    const channel = at.channel({ developments: false });
    at.arrives(report(1));
    await at.deliver();
    reaches(1, 'ruling');
    expect(await at.deliver()).toMatchObject({ posted: 0, edited: 1 });
    expect(at.seen(channel)).toHaveLength(1);
  });

  test('what a backlog, a replay or a person’s correction brings', async () => {
    const channel = at.channel({ developments: true });
    for (const story of [1, 2, 3]) at.arrives(report(story));
    await at.deliver();
    reaches(1, 'ruling', 'kurier', true);
    const db = at.room.db;
    const { channels } = at;
    at.room.article({ ...report(2, 'kurier'), stage: 'ruling' });
    db.exec("UPDATE story SET stage = 'ruling' WHERE id = 2");
    storyRestated(db, { storyId: 2, channels, now: at.now(), reason: 'reanalysed' });
    at.room.article({ ...report(3, 'kurier'), stage: 'ruling' });
    db.exec("UPDATE story SET stage = 'ruling' WHERE id = 3");
    storyChanged(db, { storyId: 3, channels, now: at.now(), silent: false, regrouped: true });
    for (const story of [1, 2, 3]) at.arrives(report(story, 'bote'));
    expect(await at.deliver()).toMatchObject({ posted: 0, edited: 3 });
    expect(at.seen(channel)).toHaveLength(3);
  });

  test('a silent story’s', async () => {
    const channel = at.channel({ developments: true });
    at.arrives(report(1), true);
    reaches(1, 'ruling', 'kurier', true);
    releases(1);
    await at.deliver();
    expect(at.seen(channel)).toHaveLength(0);
  });

  test('a report older than the channel wants, and one that could not be told in time', async () => {
    const channel = at.channel({ developments: true });
    at.arrives(report(1));
    await at.deliver();
    at.room.db.exec("UPDATE story SET stage = 'hearing'");
    at.arrives({ ...report(1, 'kurier'), stage: 'hearing', at: '2025-05-01T10:00:00.000Z' });
    expect(await at.deliver()).toMatchObject({ posted: 0 });
    reaches(1, 'ruling');
    at.pass(5 * DAY);
    expect(await at.deliver()).toMatchObject({ posted: 0, edited: 1, owed: 0 });
    expect(at.seen(channel)).toHaveLength(1);
  });

  test('of a story whose message was refused, or deleted by a moderator', async () => {
    const channel = at.channel({ developments: true });
    at.arrives(report(1));
    await at.deliver();
    at.seen(channel).pop();
    at.arrives(report(1, 'bote'));
    await at.deliver();
    reaches(1, 'ruling');
    expect(await at.deliver()).toMatchObject({ posted: 0, failed: 0, owed: 0 });
    expect(at.seen(channel)).toHaveLength(0);
  });
});

test('a merged story’s news go with it: told once, and what both knew is not told again', async () => {
  const channel = at.channel({ developments: true });
  at.arrives(report(1));
  reaches(1, 'ruling');
  await at.deliver();
  at.arrives(report(2, 'bote'));
  at.room.db.exec(
    "UPDATE story_article SET story_id = 2 WHERE story_id = 1; UPDATE story SET merged_into = 2 WHERE id = 1; UPDATE story SET stage = 'ruling' WHERE id = 2",
  );
  at.arrives(report(2, 'kurier'));
  await at.deliver();
  releases(2);
  await at.deliver();
  expect(
    told(channel)
      .map(({ what }) => what)
      .slice(-1),
  ).toEqual(['Primärquelle dazu']);
  expect(told(channel).filter(({ what }) => what?.startsWith('Neuer Stand'))).toEqual([]);
});

test('what an agency withdrew is taken out of the news of it, too', async () => {
  const channel = at.channel({ developments: true });
  at.arrives(report(1));
  await at.deliver();
  reaches(1, 'ruling', 'kurier');
  await at.deliver();
  expect(JSON.stringify(at.seen(channel)[1])).toContain('im kurier');
  const { db } = at.room;
  db.exec(
    "DELETE FROM story_article WHERE article_id = 2; INSERT INTO withdrawal (article_id, story_id, source_id, at) VALUES (2, 1, 'kurier', '')",
  );
  changed(1);
  await at.deliver();
  expect(JSON.stringify(at.seen(channel))).not.toContain('im kurier');
  expect(at.seen(channel)[1]?.embeds[0]?.title).toBe('Zurückgezogen');
});

test('a change that is noted again owes nothing again', () => {
  at.channel({ developments: true });
  at.arrives(report(1));
  at.room.db.exec("UPDATE delivery SET state = 'sent', message_id = '1'");
  reaches(1, 'ruling');
  changed(1);
  changed(1);
  const rows = at.room.db.prepare("SELECT id FROM delivery WHERE kind = 'development'").all() as {
    id: string;
  }[];
  expect(rows).toHaveLength(1);
  expect(developmentsOf(at.room.db).told(rows[0]?.id ?? '')).toHaveLength(1);
});
