import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { bibtex } from '../../../src/query/export/bibtex.ts';
import { csv } from '../../../src/query/export/csv.ts';
import { type CalendarDay, ics } from '../../../src/query/export/ics.ts';
import { type ArticleRecord, RECORD_COLUMNS } from '../../../src/query/export/record.ts';
import { ris } from '../../../src/query/export/ris.ts';

// The formats as other people's programs read them, where these are installed: bibutils, Python with its csv module and
// icalendar. Elsewhere the strict readers of test/support/formats.ts stand for them.

const AT = '2025-05-23T14:00:00.000Z';
const TITLES = [
  'Meta darf trainieren',
  'Öffentliche Beiträge & „KI“: 100 % {alles}, $5 #1 a_b ~ ^ \\ |',
  'Zeile eins\nZeile zwei\r\nER  - ',
  '"Zitat", mit Komma; und Strichpunkt',
  '=SUMME(A1)',
  'END:VEVENT',
];

const article = (title: string, id: number): ArticleRecord => ({
  ...{
    id,
    url: `https://blatt.example/a?b=${id}&c=%20#d,e`,
    title,
    teaser: title,
    outlet: 'Das Blatt & Söhne',
  },
  ...{
    language: 'de',
    country: 'DE',
    authors: ['Ada Autorin', 'dpa'],
    publishedAt: AT,
    modifiedAt: null,
    at: AT,
  },
  ...{ fetchedAt: AT, grade: 'core', stage: null, agencies: 'dpa', storyId: 1, sha256: null },
});
const articles = TITLES.map(article);

const day = (title: string, id: number): CalendarDay => ({
  ...{ id: `day-${id}`, day: '2025-05-27', title, description: title, url: 'https://blatt.example/a,b;c' },
});

const installed = (program: string, args: readonly string[]): boolean =>
  spawnSync(program, args).status === 0;
const PYTHON = '/usr/bin/python3';

/** What a program prints of its input. */
function read(program: string, args: readonly string[], input: string): string {
  const { status, stdout, stderr } = spawnSync(program, args, { input, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return stdout;
}

describe('is read whole by', () => {
  test.skipIf(!installed('bib2xml', ['--version'])).each([
    ['bib2xml', bibtex(articles)],
    ['ris2xml', ris(articles)],
  ])('%s of bibutils', (program, text) => {
    const mods = read(program, [], text);
    expect(mods.match(/<mods ID/g)).toHaveLength(TITLES.length);
    expect(mods).toContain('<title>Meta darf trainieren</title>');
    expect(mods.match(/Öffentliche Beiträge &amp; „KI“/g)?.length).toBeGreaterThan(0);
  });

  test.skipIf(!installed(PYTHON, ['--version']))('csv of Python', () => {
    const script = `import csv,io,json,sys
text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='')
print(json.dumps(list(csv.reader(text, strict=True))))`;
    const [head, ...rows] = JSON.parse(
      read(PYTHON, ['-c', script], csv(RECORD_COLUMNS, articles)),
    ) as string[][];
    expect(head).toEqual(RECORD_COLUMNS);
    const at = RECORD_COLUMNS.indexOf('title');
    expect(rows.map((row) => row[at])).toEqual(TITLES.map((title) => title.replace(/^=/, "'=")));
  });

  test.skipIf(!installed(PYTHON, ['-c', 'import icalendar']))('icalendar of Python', () => {
    const script = `import icalendar,json,sys
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
print(json.dumps([str(event['summary']) for event in calendar.walk('VEVENT')]))`;
    const told = JSON.parse(
      read(PYTHON, ['-c', script], ics('Termine', TITLES.map(day), new Date(AT))),
    ) as string[];
    expect(told.slice(0, 2)).toEqual(TITLES.slice(0, 2));
    expect(told).toHaveLength(TITLES.length);
  });
});
