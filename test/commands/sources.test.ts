import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { planSources, type Wanted } from '../../src/commands/sources-plan.ts';
import { packageRoot } from '../../src/config/root.ts';
import { standoff } from '../support/command.ts';
import { routes, startServer, type TestServer } from '../support/http-server.ts';

const feed = (title: string, language = 'de') =>
  `<rss version="2.0"><channel><title>${title}</title><language>${language}</language>
   <item><guid>${title}</guid><title>Something happened</title><link>/x</link></item></channel></rss>`;

let server: TestServer;
let project: string;
const file = () => join(project, 'config/sources.yaml');
const sources = () => parse(readFileSync(file(), 'utf8')).sources;
const inProject = (...args: string[]) => standoff(args, { cwd: project });

beforeAll(async () => {
  server = await startServer(
    routes({
      '/': `<html><head><link rel="alternate" type="application/rss+xml" href="/all.xml">
        <link rel="alternate" type="application/atom+xml" href="/sport.xml"></head><body>Page</body></html>`,
      '/all.xml': feed('Harbour Post', 'en'),
      '/sport.xml': feed('Harbour Post Sport', 'en'),
      '/bare': '<html><body>No feed here</body></html>',
      '/broken': '<link rel="alternate" type="application/rss+xml" href="/missing.xml">',
    }),
  );
  project = mkdtempSync(join(tmpdir(), 'standoff-sources-'));
  mkdirSync(join(project, 'config'));
  for (const name of ['parties.yaml', 'topics.yaml', 'dispute.yaml'])
    cpSync(join(packageRoot(), 'config', name), join(project, 'config', name));
  writeFileSync(
    join(project, 'config/standoff.yaml'),
    stringify({ http: { contact: 'test@example.org', delay: '0s', allowPrivate: ['127.0.0.1'] } }),
  );
});

beforeEach(() =>
  writeFileSync(
    file(),
    `# our sources\nsources:\n  - id: old\n    name: Old Paper\n    kind: newspaper\n    languages: [de]\n    country: DE\n    feeds:\n      - https://old.example/rss # keep\n`,
  ),
);

afterAll(async () => {
  await server.close();
  rmSync(project, { recursive: true });
});

describe('sources add', () => {
  test('finds the feeds of a page, lists them, tries the first and writes it', async () => {
    const { code, out, err } = await inProject('sources', 'add', `${server.origin}/`);
    expect(code, err).toBe(0);
    expect(out).toMatch(/the page names 2 feeds:\n {2}.*\/all\.xml\n {2}.*\/sport\.xml/);
    expect(sources()[1]).toMatchObject({
      name: 'Harbour Post',
      languages: ['en'],
      feeds: [`${server.origin}/all.xml`],
    });
    expect(readFileSync(file(), 'utf8')).toMatch(/^# our sources\n[\s\S]* # keep\n/);
    expect((await inProject('config', 'check')).code).toBe(0);
    const twice = await inProject('sources', 'add', `${server.origin}/all.xml`, '--json');
    expect(JSON.parse(twice.out)).toMatchObject({
      written: false,
      passedOver: [{ reason: 'is followed already' }],
    });
  });

  test('takes all feeds as one source where asked to, and writes nothing on a dry run', async () => {
    const before = readFileSync(file(), 'utf8');
    const { code, out } = await inProject(
      'sources',
      'add',
      `${server.origin}/`,
      '--all',
      '--dry-run',
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      written: false,
      sources: [{ feeds: [/all/, /sport/].map((path) => expect.stringMatching(path)) }],
    });
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });

  test.each([
    ['/bare', /is no feed and names none/],
    ['/broken', /missing\.xml cannot be read: .*404/],
    ['/nowhere', /404/],
  ])('says what is wrong and writes nothing: %s', async (path, words) => {
    const before = readFileSync(file(), 'utf8');
    const { code, err } = await inProject('sources', 'add', `${server.origin}${path}`);
    expect(code).toBe(1);
    expect(err).toMatch(words);
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });
});

test('what is exported can be imported: names, languages and feeds', async () => {
  writeFileSync(
    join(project, 'reader.opml'),
    `<opml version="2.0"><body>
       <outline text="Daily" xmlUrl="https://daily.example.at/politics.xml"/>
       <outline text="Daily – Economy" xmlUrl="https://www.daily.example.at/economy.xml"/>
       <outline text="Old again" xmlUrl="https://old.example/rss"/>
       <outline text="Old, sport" xmlUrl="https://www.old.example/sport"/>
       <outline text="Ünïcode &amp; Söhne" language="fr" xmlUrl="https://feeds.feedburner.com/unicode"/></body></opml>`,
  );
  const { code, out, err } = await inProject('sources', 'import', 'reader.opml');
  expect(code, err).toBe(0);
  expect(out).toMatch(/passed over https:\/\/old\.example\/rss: is followed already/);
  expect(out).toMatch(/feed of old: https:\/\/www\.old\.example\/sport/);
  expect(sources()).toMatchObject([
    { id: 'old', feeds: ['https://old.example/rss', 'https://www.old.example/sport'] },
    {
      id: 'daily-example',
      languages: ['de'],
      country: 'AT',
      feeds: [/politics/, /economy/].map((path) => expect.stringMatching(path)),
    },
    { id: 'unicode-sohne', name: 'Ünïcode & Söhne', languages: ['fr'], country: '-' },
  ]);
  const before = sources();
  expect((await inProject('sources', 'export', 'ours.opml')).code).toBe(0);
  const opml = readFileSync(join(project, 'ours.opml'), 'utf8');
  expect(opml).toMatch(/title="Ünïcode &amp; Söhne" [^>]*language="fr"/);
  const again = await inProject('sources', 'import', 'ours.opml', '--json');
  expect(JSON.parse(again.out)).toMatchObject({ written: false, sources: [], feeds: [] });
  expect(sources()).toEqual(before);
});

describe('the plan', () => {
  const wanted = (url: string, title = 'T', more: Partial<Wanted> = {}): Wanted => ({
    ...{ url, title, homepage: null, language: null },
    ...more,
  });

  test('ids are made from the site and never taken twice', () => {
    const plan = planSources(
      ['https://post.de/a', 'https://post.at/a', 'https://post.co.uk/a'].map((url) => wanted(url)),
      [],
    );
    expect(plan.sources.map(({ id, country }) => `${id} ${country}`)).toEqual([
      'post DE',
      'post-2 AT',
      'post-3 GB',
    ]);
  });

  test('feeds at a feed host belong to the page that they name, or to themselves', () => {
    const burner = (name: string) => `https://feeds.feedburner.com/${name}`;
    const { sources: made } = planSources(
      [
        wanted(burner('a'), 'Alpha', { homepage: 'https://www.alpha.example.org/' }),
        wanted('https://alpha.example.org/feed', 'Alpha'),
        wanted(burner('b'), 'Beta'),
        wanted(burner('c'), 'Gamma'),
        wanted(burner('c'), 'Gamma once more'),
      ],
      [],
    );
    expect(made.map(({ id, feeds }) => [id, feeds.length])).toEqual([
      ['alpha-example', 2],
      ['beta', 1],
      ['gamma', 1],
    ]);
  });
});

test.each(['add', 'import', 'export'])('sources %s has an example in its help', async (name) => {
  const { out, code } = await inProject('sources', name, '--help');
  expect(code).toBe(0);
  expect(out).toMatch(/Example:\n {2}\$ standoff sources /);
});
