import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import colors from 'picocolors';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { highlight, marksOf } from '../../src/commands/highlight.ts';
import { packageRoot } from '../../src/config/root.ts';
import { standoff } from '../support/command.ts';
import { routes, startServer, type TestServer } from '../support/http-server.ts';

const TEXT =
  'Die Organisation noyb hat Meta wegen des KI-Trainings abgemahnt. „Das ist rechtswidrig“, sagte Max Schrems.';
const PAGE = `<!doctype html><html lang="de"><head><title>Gericht prüft das KI-Training von Meta</title>
<meta property="og:title" content="Gericht prüft das KI-Training von Meta"></head><body>
<nav><a href="/">Start</a></nav><article><h1>Gericht prüft das KI-Training von Meta</h1>
${`<p>Das Oberlandesgericht Köln verhandelt über den Antrag der Verbraucherzentrale NRW, die Meta das Training mit den
Daten europäischer Nutzer untersagen lassen will. Der Konzern hält sein Vorgehen für zulässig.</p>`.repeat(4)}
</article></body></html>`;

let folder: string;
let server: TestServer;
const inFolder = (...args: string[]) => standoff(args, { cwd: folder });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standoff-try-'));
  mkdirSync(join(folder, 'config'));
  for (const file of ['parties.yaml', 'topics.yaml', 'dispute.yaml', 'sources.yaml'])
    cpSync(join(packageRoot(), 'config', file), join(folder, 'config', file));
  writeFileSync(
    join(folder, 'config/standoff.yaml'),
    'http: { contact: test@example.org, delay: 0s, allowPrivate: [127.0.0.1] }\n',
  );
  server = await startServer(
    routes({ '/robots.txt': 'User-agent: *\nDisallow: /private\n', '/page': PAGE, '/private': PAGE }),
  );
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('standoff try', () => {
  test('marks what it finds in the text, then says where, how surely and by which rule', async () => {
    const { code, out } = await inFolder('try', TEXT);
    expect(code).toBe(0);
    expect(out).toContain('Die Organisation [party:noyb noyb] hat [party:meta Meta] wegen');
    expect(out).toContain('[statement:noyb „Das ist rechtswidrig“]');
    expect(out).toMatch(/^relevance {2}(?:core|secondary) \(0\.\d\d\)\n {11}\S/m);
    expect(out).toMatch(/^language {3}de /m);
    expect(out).toMatch(/^entry {6}its page would be read: /m);
    expect(out).toMatch(/^party +noyb +text 17–21 +1\.00 +alias:noyb +noyb/m);
    expect(out).toMatch(/Max Schrems for noyb \(direct, sagte\): “Das ist rechtswidrig”/);
  });

  test('tells machines the same, and stores nothing', async () => {
    const { code, out } = await inFolder('try', TEXT, '--title', 'Abmahnung', '--json');
    expect(code).toBe(0);
    const { title, analysis, entry } = JSON.parse(out);
    expect({ title, language: analysis.language, matters: entry.matters }).toEqual({
      title: 'Abmahnung',
      language: 'de',
      matters: true,
    });
    for (const { field, start, end, matched } of analysis.findings)
      expect({ title, text: TEXT }[field as 'title' | 'text'].slice(start, end)).toBe(matched);
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test('relative dates are meant from the day given', async () => {
    const { out } = await inFolder(
      'try',
      'Das Gericht verhandelt morgen über Meta.',
      '--published',
      '2025-05-21',
    );
    expect(out).toContain('[date:2025-05-22#hearing morgen]');
  });

  test('reads a file of text as text and a saved page as an article', async () => {
    writeFileSync(join(folder, 'note.txt'), TEXT);
    writeFileSync(join(folder, 'page.html'), PAGE);
    const [note, page] = await Promise.all([
      inFolder('try', 'note.txt', '--json'),
      inFolder('try', 'page.html', '--json'),
    ]);
    expect(JSON.parse(note.out).text).toBe(TEXT);
    const { title, text } = JSON.parse(page.out);
    expect(title).toBe('Gericht prüft das KI-Training von Meta');
    expect(text).toMatch(/^Das Oberlandesgericht Köln/);
    expect(text).not.toMatch(/<p>|Start/);
  });

  test.each([
    ['texts/urteil.txt', /there is no file texts\/urteil\.txt/],
    ['config', /config is no file/],
    ['  ', /name a text, a file or an address/],
  ])('takes a file that is not there for no text: %j', async (material, message) => {
    expect(await inFolder('try', material)).toMatchObject({ code: 2, err: expect.stringMatching(message) });
  });

  test('fetches an address as the bot would, and takes a no for an answer', async () => {
    const [page, forbidden] = await Promise.all([
      inFolder('try', `${server.origin}/page`, '--json'),
      inFolder('try', `${server.origin}/private`),
    ]);
    expect(JSON.parse(page.out)).toMatchObject({
      from: { kind: 'page', name: `${server.origin}/page` },
      analysis: { relevance: { grade: 'core' } },
    });
    expect(forbidden).toMatchObject({ code: 1, out: '' });
    expect(forbidden.err).toMatch(/^standoff: .*\/private: .*robots\.txt/);
    expect(server.seen.map(({ path }) => path)).not.toContain('/private');
    expect(server.seen.every(({ headers }) => headers['user-agent']?.startsWith('standoff/'))).toBe(true);
  });
});

describe('marks', () => {
  const none = colors.createColors(false);
  const found = (start: number, end: number, ref = 'x', kind: 'party' | 'topic' = 'party') => ({
    kind,
    ref,
    start,
    end,
    rule: 'r',
    field: 'text' as const,
    matched: '',
    confidence: 1,
  });

  test('one inside another is shown inside; of two that cross the first stays', () => {
    const findings = [found(0, 7, 'outer', 'topic'), found(4, 7, 'inner'), found(6, 9, 'crossing')];
    const marks = marksOf({ findings, statements: [] }, 'text');
    expect(highlight('abc def ghi', marks, none)).toBe('[topic:outer abc [party:inner def]] ghi');
  });

  test('several tags on the same words are one mark', () => {
    const marks = marksOf({ findings: [found(0, 3, 'a'), found(0, 3, 'b')], statements: [] }, 'text');
    expect(highlight('abc', marks, none)).toBe('[party:a,b abc]');
  });

  test('nothing in the text can command the terminal', () => {
    expect(highlight('a\u001b[2Jb\nc', [], none)).toBe('a[2Jb\nc');
  });

  test('whatever is marked, no word of the text is lost, doubled or moved', () => {
    const span = fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const text = 'lorem ipsum dolor sit amet consectetur adipisici elit';
        const findings = spans.map(([start, length]) => found(start, start + length));
        const shown = highlight(text, marksOf({ findings, statements: [] }, 'text'), none);
        expect(shown.replace(/\[party:x |\]/g, '')).toBe(text);
      }),
    );
  });
});
