import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/config/root.ts';
import { standoff } from '../support/command.ts';
import { newsroom } from '../support/newsroom.ts';

/** The work of someone who tends the dossier: what is missing, add it, see what that changes, let it be so. */
let project: string;
const parties = () => join(project, 'config/parties.yaml');
const inProject = (...args: string[]) => standoff(args, { cwd: project });

const TEXT =
  `Die Initiative Datenlicht will Meta verbieten lassen, Daten europäischer Nutzer für das KI-Training zu
verwenden. „Das ist nicht zulässig“, sagte die Sprecherin von Datenlicht.`.replace('\n', ' ');

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'standoff-tend-'));
  mkdirSync(join(project, 'config'));
  for (const file of ['parties.yaml', 'topics.yaml', 'dispute.yaml', 'sources.yaml'])
    cpSync(join(packageRoot(), 'config', file), join(project, 'config', file));
  writeFileSync(join(project, 'config/standoff.yaml'), 'http: { contact: test@example.org }\n');
  const room = newsroom(join(project, 'data/standoff.db'));
  ['anzeiger', 'kurier', 'bote'].forEach((source, n) => {
    room.source(source);
    const at = `2025-05-1${n}T08:00:00.000Z`;
    const id = room.article({ story: n + 1, source, title: 'Klage gegen Meta', at });
    room.db.prepare('UPDATE article SET text = ?, url_key = url WHERE id = ?').run(TEXT, id);
    room.article({ story: n + 11, source, title: 'Wetter', at, grade: 'off', url: `https://w.example/${n}` });
  });
  room.db.close();
});

afterAll(() => rmSync(project, { recursive: true }));

test('suggest names what is missing; reanalyse foretells, then makes the change, then has nothing to do', async () => {
  const suggested = await inProject('dossier', 'suggest', '--json', '--limit', '3');
  expect(suggested.code, suggested.err).toBe(0);
  const found = JSON.parse(suggested.out).map(({ name }: { name: string }) => name);
  expect(found.some((name: string) => /Datenlicht/.test(name))).toBe(true);

  const yaml = readFileSync(parties(), 'utf8');
  const party = `parties:
  - id: datenlicht
    kind: NGO
    role: claimant
    name: Initiative Datenlicht
    display: { de: Datenlicht, en: Data Light }
    aliases: [Datenlicht]`;
  writeFileSync(parties(), yaml.replace(/^parties:$/m, party));

  const dry = await inProject('reanalyse', '--dry-run', '--verbose', '--language', 'en');
  expect(dry.code, dry.err).toBe(0);
  expect(dry.out).toMatch(/^ {2}\+ party Data Light “Datenlicht” alias:datenlicht$/m);
  expect(dry.out).toMatch(/^party +\+3 +Data Light$/m);
  expect(dry.out).toMatch(/6 of 6 articles analysed with dossier [0-9a-f]{12}, \d would change/);

  const wet = await inProject('reanalyse', '--json');
  expect(JSON.parse(wet.out)).toMatchObject({ due: 6, analysed: 6, failed: 0 });
  expect(JSON.parse(wet.out).tags).toContainEqual({ kind: 'party', ref: 'datenlicht', gained: 3, lost: 0 });

  const again = await inProject('reanalyse');
  expect(again).toMatchObject({ code: 0, out: expect.stringMatching(/^Nothing to do: dossier/) });
}, 60_000);

test('a day that is none, and a database that is not there, are said', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'standoff-none-'));
  cpSync(join(project, 'config'), join(empty, 'config'), { recursive: true });
  const [day, none] = await Promise.all([
    inProject('reanalyse', '--since', '2025-02-30'),
    standoff(['dossier', 'suggest'], { cwd: empty }),
  ]);
  rmSync(empty, { recursive: true });
  expect(day).toMatchObject({ code: 2, out: '' });
  expect(none.code).toBe(1);
  expect(none.err).toMatch(/there is no database at .* yet/);
});
