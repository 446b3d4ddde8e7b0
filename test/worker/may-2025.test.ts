import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalUrl } from '../../src/link/identity.ts';
import { explain } from '../../src/query/explain.ts';
import { search } from '../../src/query/search.ts';
import { status } from '../../src/query/status.ts';
import { story } from '../../src/query/stories.ts';
import { type Db, openDatabase } from '../../src/store/db.ts';
import { bcubedF1 } from '../support/bcubed.ts';
import { startWorldRun, type WorldRun } from '../support/world-run.ts';
import { type Expectations, expectations } from '../world/expectations.ts';

/** The whole way, with every part real: the worker follows the world through May 2025, restarted in the middle. */
let run: WorldRun;
let db: Db;
let expected: Expectations;

interface Row {
  id: number;
  url: string;
  title: string;
  text: string;
  grade: string;
  story_id: number | null;
  text_from: string;
  wall: string | null;
  agencies: string | null;
  low_quality: string | null;
}

const article = (url: string): Row | undefined =>
  db.prepare<[string], Row>('SELECT * FROM articles WHERE url_key = ?').get(canonicalUrl(url));

const storyOf = (id: string) => article(expected.articles.find((one) => one.id === id)?.url ?? '')?.story_id;

beforeAll(async () => {
  run = await startWorldRun();
  await run.cycleAt('2025-05-01T07:00:00Z');
  for (const day of run.world.days.slice(1)) {
    if (day === '2025-05-16') await run.restart();
    for (const hour of ['09:30', '20:30']) await run.cycleAt(`${day}T${hour}:00Z`);
  }
  expected = expectations(run.world);
  db = openDatabase(run.databasePath, { readonly: true });
}, 90_000);

afterAll(async () => {
  db?.close();
  await run?.close();
});

describe('what is stored', () => {
  test('every article on the dispute that the feeds announced is stored, and graded as relevant', () => {
    const blocked = new Set([...expected.gone, ...expected.forbidden]);
    const missed = expected.articles
      .filter(({ grade, url, buried }) => grade !== 'off' && !buried && !blocked.has(url))
      .filter(({ url }) => (article(url)?.grade ?? 'off') === 'off');
    expect(missed.map(({ id }) => id)).toEqual([]);
  });

  test('nothing else counts as relevant', () => {
    const off = expected.articles.filter(
      ({ grade, url }) => grade === 'off' && !expected.forbidden.includes(url),
    );
    expect(off.filter(({ url }) => (article(url)?.grade ?? 'off') !== 'off').map(({ id }) => id)).toEqual([]);
  });

  test('a consent wall or a paywall is never stored as the text', () => {
    expect(expected.walls.length).toBeGreaterThan(1);
    for (const { url, wall } of expected.walls)
      expect(article(url), url).toMatchObject({ text_from: 'feed', wall });
  });

  test('agencies credited for the text are known, those of photos are not', () => {
    for (const { url, agencies } of expected.credits) {
      const found = article(url);
      if (found?.text_from === 'page')
        expect(found.agencies?.split(', ').sort() ?? [], url).toEqual([...agencies].sort());
    }
  });

  test('a machine translation is marked', () => {
    for (const { url } of expected.articles.filter(({ machineTranslated }) => machineTranslated))
      expect(article(url)?.low_quality, url).not.toBeNull();
  });
});

describe('the seed article', () => {
  const refs = (kind: string) =>
    new Set(
      explain(db, canonicalUrl(expected.seed.url), 'en')
        .findings.filter((one) => one.kind === kind)
        .map(({ ref }) => ref),
    );

  test('gives its parties, and takes the authorities for neither the agency nor a party', () => {
    const parties = refs('party');
    for (const party of expected.seed.parties) expect(parties).toContain(party);
  });

  test('gives its topics', () => {
    const topics = refs('topic');
    for (const topic of expected.seed.topics) expect(topics).toContain(topic);
  });

  test('gives the start of training as a date', () => {
    const id = article(expected.seed.url)?.id;
    const dates = db.prepare('SELECT DISTINCT day, type FROM dates WHERE article_id = ?').all(id);
    for (const date of expected.seed.dates) expect(dates).toContainEqual(date);
  });

  test('gives the quotation with its speaker and the organisation', () => {
    const { quote, person, party } = expected.seed.statement;
    const id = article(expected.seed.url)?.id;
    const found = db.prepare('SELECT quote, person, party FROM statements WHERE article_id = ?').all(id);
    expect(found).toContainEqual(
      expect.objectContaining({ quote: expect.stringContaining(quote.replace(/,$/, '')), person, party }),
    );
  });

  test('keeps neither share bar nor citation marks in its text', () => {
    const text = article(expected.seed.url)?.text ?? '';
    expect(text.length).toBeGreaterThan(500);
    expect(text).not.toMatch(/FacebookTwitter|\[\d\]/);
  });
});

describe('what is linked', () => {
  test('each text of an agency is one story, however many print it', () => {
    for (const { wire, urls } of expected.reprints) {
      const stories = new Set(
        urls
          .map((url) => article(url))
          .filter((row) => row?.text_from === 'page')
          .map((row) => row?.story_id),
      );
      expect([...stories], wire).toHaveLength(1);
    }
  });

  test('stories are events: nothing of one is scattered, nothing of another mixed in', () => {
    const placed = expected.stories.flatMap(({ story: event, urls }) =>
      urls.flatMap((url) => {
        const storyId = article(url)?.story_id;
        return typeof storyId === 'number' ? [{ event, storyId }] : [];
      }),
    );
    expect(placed.length).toBeGreaterThan(40);
    expect(bcubedF1(placed)).toBeGreaterThanOrEqual(0.97);
  });

  test('the hearing, the ruling, the deadline and the start of training are stories of their own', () => {
    const ids = ['hearing-nrv', 'ruling-nrv', 'start-bitkante', 'start-hmb', 'dpc-nrv'].map(storyOf);
    expect(new Set(ids).size).toBe(ids.length);
    expect(storyOf('deadline-nrv')).not.toBe(storyOf('ruling-nrv'));
  });

  test('the application is one story: the seed article, the wire copies and the release', () => {
    const ids = [
      'seed',
      'application-nrv',
      'application-kurstafel',
      'application-bitkante',
      'application-vz',
    ];
    expect(new Set(ids.map(storyOf)).size).toBe(1);
  });

  test('an English and a German report of the ruling share a story', () => {
    expect(storyOf('ruling-euroledger')).toBe(storyOf('ruling-nrv'));
  });

  test('a correction is a revision that names what changed, a typo a silent one', () => {
    const kinds = (url: string) =>
      db
        .prepare<[number | undefined], { kind: string; changes: string }>(
          'SELECT kind, changes FROM revision WHERE article_id = ? AND number > 1',
        )
        .all(article(url)?.id);
    const announced = expected.edits.filter(
      (edit) => edit.announced && article(edit.url)?.text_from === 'page',
    );
    expect(announced.some(({ meaningful }) => meaningful)).toBe(true);
    for (const { url, meaningful } of announced.filter((edit) => edit.meaningful)) {
      const found = kinds(url);
      expect(
        found.some(({ kind }) => kind === 'meaningful'),
        url,
      ).toBe(meaningful);
      expect(
        found.every(({ kind, changes }) => kind !== 'meaningful' || changes !== '[]'),
        url,
      ).toBe(true);
    }
  });
});

describe('what is posted', () => {
  test('the first run posts one message about the backlog and no story of it', () => {
    const first = run.posted.filter(({ at }) => at.startsWith('2025-05-01'));
    expect(first.map(({ kind }) => kind)).toEqual(['post']);
    const backlog = expected.articles.filter((one) => one.backlog);
    expect(backlog.length).toBeGreaterThan(3);
    const links = run.posted
      .filter(({ kind }) => kind === 'post')
      .slice(1)
      .map(({ message }) => message.url);
    for (const { url } of backlog) expect(links).not.toContain(url);
  });

  test('a story is posted once and edited from then on, also across a restart', () => {
    const posts = run.posted.filter(({ kind }) => kind === 'post').map(({ messageId }) => messageId);
    expect(new Set(posts).size).toBe(posts.length);
    const edits = run.posted.filter(({ kind }) => kind === 'edit');
    expect(edits.length).toBeGreaterThan(3);
    for (const { messageId } of edits) expect(posts).toContain(messageId);
  });

  test('no message is about anything but the dispute', () => {
    // What robots.txt keeps from us is known by its feed's words alone, and those may mislead.
    const off = new Set(
      expected.articles
        .filter(({ grade, url }) => grade === 'off' && !expected.forbidden.includes(url))
        .map(({ url }) => canonicalUrl(url)),
    );
    for (const { message } of run.posted)
      if (message.url !== null) expect(off).not.toContain(canonicalUrl(message.url));
  });

  test('every sentence of a summary stands in an article of its story', () => {
    const ids = db.prepare<[], { id: number }>('SELECT id FROM stories').all();
    expect(ids.length).toBeGreaterThan(5);
    for (const { id } of ids) {
      const texts = db
        .prepare<[number], { text: string }>(
          'SELECT a.text FROM story_article sa JOIN article a ON a.id = sa.article_id WHERE sa.story_id = ?',
        )
        .all(id);
      for (const { sentence } of story(db, id, 'de')?.summary ?? [])
        expect(
          texts.some(({ text }) => text.includes(sentence)),
          sentence,
        ).toBe(true);
    }
  });
});

describe('how the press was asked', () => {
  test('pages that robots.txt forbids were never asked for', () => {
    const asked = new Set(run.world.requests.map(({ url }) => url));
    expect(expected.forbidden.length).toBeGreaterThan(0);
    for (const url of expected.forbidden) expect(asked).not.toContain(url);
  });

  test('feeds were asked conditionally, without cookies or Referer, by a User-Agent that can be reached', () => {
    expect(run.world.requests.some(({ status: code }) => code === 304)).toBe(true);
    for (const { headers } of run.world.requests) {
      expect(headers).not.toHaveProperty('cookie');
      expect(headers).not.toHaveProperty('referer');
      expect(headers['user-agent']).toBe('standoff/0.0.0 (+test@example.org)');
    }
  });
});

describe('what can be asked', () => {
  test('a search finds stored texts, best first', () => {
    const hits = search(db, '"einstweilige Verfügung" Verbraucherzentrale');
    expect(hits.length).toBeGreaterThan(2);
    expect(hits[0]?.title).toMatch(/Verbraucherzentrale|Verfügung|Eilantrag|Meta/);
  });

  test('an article can be explained from entry to delivery', () => {
    const { decisions, article: found, findings } = explain(db, canonicalUrl(expected.seed.url), 'en');
    expect(decisions.map(({ step }) => step)).toEqual(
      expect.arrayContaining(['entry', 'extract', 'relevance', 'story']),
    );
    expect(found?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(findings.every(({ rule, matched }) => rule !== '' && matched !== '')).toBe(true);
  });

  test('the source that failed for a day is well again', () => {
    const found = status(db).sources.find(({ id }) => id === 'kurstafel');
    expect(found).toMatchObject({ health: 'ok' });
    expect(db.prepare(`SELECT count(*) AS n FROM polls WHERE outcome = 'failed'`).get()).not.toEqual({
      n: 0,
    });
  });
});
