import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whileTyping } from '../../src/web/pages/search.ts';
import { type Newsroom, names, newsroom } from '../support/newsroom.ts';
import { type ServedPage, startPage } from '../support/page.ts';

const PAGES = ['/', '/stories', '/stories/1', '/timeline', '/search?q=Gericht', '/sources', '/subscribe'];
const HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(2)> "\' & \u202egnp.exe';

let folder: string;
let room: Newsroom;
let page: ServedPage;

/** Two stories: one of an outlet that allows no long excerpts, one whose every word is meant to do harm. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standoff-page-'));
  room = newsroom(join(folder, 'page.db'));
  room.source('bote', { name: 'Der Bote' });
  room.source('knapp', { name: 'Knapp' });
  room.source('evil', { name: `Evil ${HOSTILE}` });
  room.db.exec(
    "UPDATE source SET languages = '[\"de\"]'; UPDATE source SET snippet_limit = 20 WHERE id = 'knapp'",
  );
  names(room.db, 'party', { konzern: { de: 'Konzern', en: 'Company' } });
  names(room.db, 'topic', { daten: { de: 'Daten', en: 'Data' } });
  room.db.exec("INSERT INTO stage (id, rank, name_de, name_en) VALUES ('ruling', 1, 'Urteil', 'ruling')");
  const at = '2025-05-23T10:00:00.000Z';
  const first = room.article({
    story: 1,
    source: 'bote',
    title: 'Gericht lehnt ab',
    at,
    stage: 'ruling',
    parties: ['konzern'],
    topics: ['daten'],
    dockets: ['15 UKl 2/25'],
    dates: [
      { day: '2025-06-03', type: 'hearing' },
      { day: '2025-05-01', type: 'fine' },
    ],
    sentences: ['Das Gericht hat den Antrag abgelehnt.'],
    statements: [{ quote: 'Das ist ein guter Tag', speaker: 'Ida Probe', party: 'konzern' }],
  });
  const copy = room.article({
    story: 1,
    source: 'knapp',
    title: 'Gericht lehnt ab',
    at,
    agencies: ['dpa'],
    sentences: ['Ein Satz, der länger ist, als Knapp erlaubt.'],
  });
  room.link(copy, first, 'duplicate');
  room.article({
    story: 2,
    source: 'evil',
    title: HOSTILE,
    at,
    url: 'javascript:alert(3)',
    sentences: [HOSTILE],
    parties: ['konzern'],
    statements: [{ quote: HOSTILE, speaker: HOSTILE, party: 'konzern' }],
  });
  room.db.prepare("UPDATE article SET text = ? WHERE source_id = 'evil'").run(`Gericht ${HOSTILE}`);
  room.db.exec(
    'INSERT INTO story SELECT 3, title, language, lead_article_id, stage, grade, first_seen_at, last_seen_at, 0, 1 FROM story WHERE id = 1',
  );
  page = await startPage({ databasePath: join(folder, 'page.db'), now: new Date('2025-05-24T12:00:00Z') });
});

afterAll(async () => {
  await page.close();
  room.db.close();
  rmSync(folder, { recursive: true });
});

describe('pages', () => {
  test.each(PAGES)('%s answers in the language that the browser likes best', async (path) => {
    const german = await page.get(path, { 'accept-language': 'fr, de-AT;q=0.8, en;q=0.3' });
    expect(german.status).toBe(200);
    expect(german.text).toContain('<html lang="de">');
    expect(german.text).toContain('>Storys</a>');
    const english = await page.get(path);
    expect(english.text).toContain('<html lang="en">');
    expect(english.headers['content-language']).toBe('en');
  });

  test('show of each article found its own words', async () => {
    const { text } = await page.get('/search?q=Gericht');
    const evil = text.split('<li>\n<h2>').find((hit) => hit.includes('<bdi>Evil'));
    expect(evil).toContain('<mark>Gericht</mark> &lt;script&gt;');
  });

  test('keep a language that was chosen in every link', async () => {
    const { text } = await page.get('/stories?lang=de', { 'accept-language': 'en' });
    const links = [...text.matchAll(/href="(\/(?!assets)[^"]*)"/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(8);
    expect(links.filter((link) => !link.includes('lang='))).toEqual([]);
  });

  test('tell of an article whose words it is, and of a story what is to come', async () => {
    const { text } = await page.get('/stories/1');
    expect(text).toContain('dpa copy');
    expect(text).toContain('own report');
    expect(text).toContain('(hearing)');
    expect((await page.get('/')).text).toMatch(/<time datetime="2025-06-03">[\s\S]*hearing/);
  });

  test('tell a model’s summary as one, with the articles’ own sentences below it', async () => {
    room.db.exec("INSERT INTO wording VALUES (1, 'en', 'test-model', '', 'accepted', '', '')");
    room.db.exec(
      "INSERT INTO wording_sentence SELECT 1, 'en', 0, 'The court refused.', article_id, sentence FROM story_sentence WHERE story_id = 1 LIMIT 1",
    );
    expect((await page.get('/stories/1')).text).toContain('The court refused.');
    expect((await page.get('/stories/1')).text).toContain('Worded by test-model');
    expect((await page.get('/stories/1?lang=de')).text).not.toContain('test-model');
  });

  test('tell a date no more exactly than the article does', async () => {
    room.db.exec("UPDATE article_date SET precision = 'month' WHERE type = 'fine'");
    const { text } = await page.get('/stories/1');
    expect(text).toContain('<time datetime="2025-05">May 2025</time> (fine)');
  });

  test('show of an outlet no more than it allows', async () => {
    const { text } = await page.get('/stories/1');
    expect(text).toContain('Das Gericht hat den Antrag abgelehnt.');
    expect(text).not.toContain('länger ist, als Knapp erlaubt');
  });

  test('a story that went into another leads there', async () => {
    const answer = await page.get('/stories/3?lang=de');
    expect([answer.status, answer.headers.location]).toEqual([302, '/stories/1?lang=de']);
  });

  test.each([
    ['/stories?party=konzern&since=2025-05-01', 2],
    ['/stories?topic=daten', 1],
    ['/stories?stage=ruling', 1],
    ['/stories?source=evil', 1],
    ['/stories?docket=15%20UKl%202/25', 1],
    ['/stories?language=de&country=DE&grade=core', 2],
    ['/stories?until=2025-05-22', 0],
  ])('%s finds %d stories', async (path, stories) => {
    const { text } = await page.get(path);
    expect(text.match(/href="\/stories\/\d+"/g) ?? []).toHaveLength(stories);
  });
});

describe('what is asked wrongly', () => {
  test.each([
    ['/stories?page=1000000', 400, 'a whole number from 1 to 100'],
    ['/stories?page=-1', 400, 'a whole number'],
    ['/stories?page=2', 404, 'page 2 is empty'],
    ['/stories?party=nobody', 400, 'party: “nobody” is not known.'],
    ['/stories?since=2025-02-30', 400, 'since: a day such as 2025-05-27.'],
    ['/timeline?since=2025-05-02&until=2025-05-01', 400, 'since is after until.'],
    ['/search?q=%22%20-%20%2A', 400, 'at least one word'],
    [`/search?q=${'a'.repeat(501)}`, 400, 'at most 500 characters'],
    ['/?days=31', 400, 'days: 30, 90 or 365.'],
    ['/stories?lang=fr', 400, 'lang: de or en.'],
    ['/stories/99', 404, 'There is no story 99.'],
    ['/stories/1e3', 404, 'There is no such page.'],
    ['/stories/../../../etc/passwd', 404, 'There is no such page.'],
    ['/assets/..%2f..%2fapp.ts', 404, 'There is no such page.'],
    ['/assets/%00', 404, 'There is no such page.'],
    ['/stories/%E0%A4%A', 404, 'There is no such page.'],
  ])('%s is answered with %d and a sentence', async (path, status, sentence) => {
    const answer = await page.get(path);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(sentence);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test.each(['POST', 'PUT', 'DELETE'])('%s is refused', async (method) => {
    const answer = await page.send(method, '/stories/1');
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  test('changes nothing and surprises nobody', () => {
    const before = readFileSync(join(folder, 'page.db'));
    expect(room.db.prepare('SELECT count(*) AS n FROM story').get()).toEqual({ n: 3 });
    expect(readFileSync(join(folder, 'page.db')).equals(before)).toBe(true);
    expect(page.errors).toEqual([]);
  });
});

describe('hostile texts', () => {
  test.each(['/stories/2', '/stories', '/timeline', '/search?q=alert', '/search?q=%3Cscript%3E&source=evil'])(
    'stay text on %s',
    async (path) => {
      const { text } = await page.get(path);
      expect(text).toContain('&lt;script&gt;');
      expect(text).not.toMatch(/<script>|<img|onerror=alert\(2\)>/);
      expect(text).not.toMatch(/href="javascript:/);
    },
  );

  test('cannot turn the text beside them: each is isolated, and what would turn it is left out', async () => {
    const { text } = await page.get('/stories/2');
    expect(text).toMatch(/<bdi[^>]*>[^<]*&lt;script/);
    expect(text.replace(/<title>.*<\/title>/, '')).not.toContain('\u202e');
  });
});

describe('headers', () => {
  test.each([...PAGES, '/nowhere', '/stories?page=0'])('forbid what %s does not need', async (path) => {
    const { headers, text } = await page.get(path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(text).not.toMatch(/<style|<[^>]*\s(?:style|on\w+)=|<script(?! type="module" src="\/assets\/)/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-frame-options']).toBe('DENY');
  });

  test('a copy that still holds is not sent again, one that does not is', async () => {
    const { headers } = await page.get('/stories');
    const etag = String(headers.etag);
    const again = await page.get('/stories', { 'if-none-match': `"other", ${etag}` });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await page.get('/stories?lang=de', { 'if-none-match': etag })).status).toBe(200);
    room.db.exec("UPDATE story SET title = title || '!' WHERE id = 1");
    const changed = await page.get('/stories', { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.text).toContain('Gericht lehnt ab!');
  });

  test('the chart is drawn anew as soon as another article is found', async () => {
    const svg = async () => /<svg[\s\S]*<\/svg>/.exec((await page.get('/')).text)?.[0];
    const before = await svg();
    expect(await svg()).toBe(before);
    room.article({
      story: 1,
      source: 'bote',
      title: 'Noch einer',
      at: '2025-05-22T10:00:00.000Z',
      parties: ['konzern'],
    });
    expect(await svg()).not.toBe(before);
  });

  test('own files are kept for good under an address that names their content', async () => {
    const { text } = await page.get('/');
    const [, address = ''] = /rel="stylesheet" href="([^"]+)"/.exec(text) ?? [];
    const style = await page.get(address);
    expect([style.status, style.headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
    expect(style.headers['cache-control']).toContain('immutable');
    expect(style.text).not.toMatch(/url\(|@import/);
  });
});

describe('for programs', () => {
  test.each([
    ['/stories.atom?topic=daten', 'application/atom+xml; charset=utf-8', /<feed[\s\S]*Gericht lehnt ab/],
    ['/stories.json', 'application/feed+json; charset=utf-8', /jsonfeed\.org[\s\S]*Gericht lehnt ab/],
    ['/dates.ics', 'text/calendar; charset=utf-8', /^BEGIN:VCALENDAR/],
  ])('%s can be subscribed to', async (path, type, content) => {
    const answer = await page.get(path);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, type]);
    expect(answer.text).toMatch(content);
    expect((await page.get(path, { 'if-none-match': String(answer.headers.etag) })).status).toBe(304);
  });

  test('a feed of something that there is not is an error, not an empty feed', async () => {
    expect((await page.get('/stories.atom?party=nobody')).status).toBe(400);
  });

  test('/healthz tells that it is well', async () => {
    const { status, text } = await page.get('/healthz');
    expect([status, text]).toEqual([200, '{"status":"ok"}']);
  });

  test('/metrics tells the bot’s figures in the Prometheus format', async () => {
    const { headers, text } = await page.get('/metrics');
    expect(headers['content-type']).toContain('text/plain; version=0.0.4');
    const core = room.db.prepare("SELECT count(*) FROM article WHERE grade = 'core'").pluck().get();
    expect(text).toContain(`\nstandoff_articles{grade="core"} ${core}\n`);
    expect(text).toContain('\nstandoff_stories 2\n');
    expect(text).toContain('\nstandoff_last_poll_timestamp_seconds 0\n');
    expect(text).toContain('\nstandoff_polls_last_day{outcome="failed"} 0\n');
    expect(text).toContain('\nstandoff_deliveries_parked 0\n');
    expect(text).toContain('\nstandoff_sources_failing 0\n');
  });
});

test.each([
  ['Verbraucherz', 'Verbraucherz OR Verbraucherz*'],
  ['"legitimate int', '"legitimate int'],
  ['Gericht -Urh', 'Gericht -Urh'],
  ['Köln K', 'Köln K'],
  ['KI-Train', 'KI-Train'],
])('while somebody types %s, %s is searched', (typed, searched) => {
  expect(whileTyping(typed)).toBe(searched);
});
