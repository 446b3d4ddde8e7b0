import fc from 'fast-check';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { bibtex } from '../../../src/query/export/bibtex.ts';
import { csl } from '../../../src/query/export/csl.ts';
import { csv, jsonLines } from '../../../src/query/export/csv.ts';
import { datasetteMetadata } from '../../../src/query/export/datasette.ts';
import type { FeedStory } from '../../../src/query/export/feed-stories.ts';
import { atom, jsonFeed } from '../../../src/query/export/feeds.ts';
import { ics } from '../../../src/query/export/ics.ts';
import { markdownChronology, markdownTable } from '../../../src/query/export/markdown.ts';
import type { ArticleRecord } from '../../../src/query/export/record.ts';
import { ris } from '../../../src/query/export/ris.ts';
import { blocks, document } from '../../docs/markdown.ts';
import { calendarText, readBibtex, readCalendar, readCsv, readRis } from '../../support/formats.ts';
import { cslItems, feed } from '../../support/json-formats.ts';

const AT = '2025-05-23T14:00:00.000Z';

const article = (title: string, more: Partial<ArticleRecord> = {}): ArticleRecord => ({
  id: 7,
  url: 'https://blatt.example/a?b=1&c=%20#d',
  title,
  teaser: title,
  outlet: 'Das Blatt & Söhne',
  language: 'de',
  country: 'DE',
  authors: ['Ada Autorin', 'dpa'],
  publishedAt: AT,
  modifiedAt: null,
  at: AT,
  fetchedAt: AT,
  grade: 'core',
  stage: null,
  agencies: 'dpa',
  storyId: 1,
  sha256: null,
  ...more,
});

const story = (title: string, more: Partial<FeedStory> = {}): FeedStory => ({
  id: 3,
  title,
  url: 'https://blatt.example/a?b=1&c=2',
  outlet: 'Das Blatt',
  language: 'de',
  stage: 'ruling',
  grade: 'core',
  firstSeenAt: AT,
  lastSeenAt: AT,
  articles: 2,
  outlets: 1,
  stageName: 'Urteil',
  summary: [{ sentence: 'Das Gericht wies den Antrag ab.', outlet: 'Das Blatt' }],
  ...more,
});

/** Whatever the web may call a headline. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      '\\',
      '{',
      '}',
      '"',
      '<',
      '&',
      ']',
      ';',
      ',',
      '\n',
      '\r',
      '%',
      '=',
      '@',
      'ä',
      '😀',
      ' ',
      '\0',
      '|',
      '*',
    ),
  }),
);

describe('CSV', () => {
  test('is read back as it was, one cell a column', () => {
    const text = csv(['title', 'authors', 'stage'], [article('Ein "Titel", mit\r\nZeile')]);
    expect(readCsv(text)).toEqual([
      ['title', 'authors', 'stage'],
      ['Ein "Titel", mit\r\nZeile', 'Ada Autorin; dpa', ''],
    ]);
  });

  test.each(['=1+1', '+49', '-2', '@SUM(A1)', '\t=1', '＝1'])('makes no formula of %j', (title) => {
    expect(readCsv(csv(['title'], [article(title)]))[1]).toEqual([`'${title}`]);
  });

  test('leaves numbers alone, and the dash of what has no country', () => {
    expect(csv(['n', 'country'], [{ n: -2, country: '-' }])).toBe('n,country\r\n-2,-\r\n');
  });

  test('stays CSV whatever a headline says', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        expect(readCsv(csv(['title', 'id'], [article(title)]))).toHaveLength(2);
      }),
    );
  });
});

test('JSON Lines: one object a line', () => {
  const lines = jsonLines([article('a\nb'), article('c')])
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line).title)).toEqual(['a\nb', 'c']);
});

describe('citations', () => {
  test('BibTeX: an entry with title, outlet, date, address', () => {
    const [entry] = readBibtex(bibtex([article('50 % & mehr {von} _allem_')]));
    expect(entry?.key).toBe('standoff7');
    expect(entry?.fields.get('title')).toBe(
      '{50 \\% \\& mehr \\textbraceleft{}von\\textbraceright{} \\_allem\\_}',
    );
    expect(entry?.fields.get('author')).toBe('{Ada Autorin} and {dpa}');
    expect(entry?.fields.get('date')).toBe('2025-05-23');
    const languages = ['de', 'fr', 'und'].map((language) => bibtex([article('x', { language })]));
    expect(languages.map((text) => readBibtex(text)[0]?.fields.get('langid'))).toEqual([
      'ngerman',
      'french',
      undefined,
    ]);
  });

  test('RIS: a record with a date and each author', () => {
    const [record] = readRis(ris([article('Titel\nin zwei Zeilen')]));
    expect(record).toContainEqual(['TI', 'Titel in zwei Zeilen']);
    expect(record).toContainEqual(['DA', '2025/05/23']);
    expect(record?.filter(([tag]) => tag === 'AU')).toHaveLength(2);
  });

  test('CSL-JSON: an item with its parts, none empty', () => {
    const [item] = csl([article('Titel', { teaser: '', fetchedAt: null })]);
    expect(item).toEqual({
      id: 'standoff7',
      type: 'article-newspaper',
      title: 'Titel',
      author: [{ literal: 'Ada Autorin' }, { literal: 'dpa' }],
      'container-title': 'Das Blatt & Söhne',
      issued: { 'date-parts': [[2025, 5, 23]] },
      URL: 'https://blatt.example/a?b=1&c=%20#d',
      language: 'de',
    });
  });

  test('stay valid whatever a headline says', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const records = [
          article(title, {
            authors: title === '' ? [] : [title],
            outlet: title,
            url: `https://x.example/${title}`,
          }),
          article('b'),
        ];
        expect(readBibtex(bibtex(records))).toHaveLength(2);
        expect(readRis(ris(records))).toHaveLength(2);
        expect(cslItems.parse(csl(records))).toHaveLength(2);
        expect(
          jsonLines(records)
            .split('\n')
            .slice(0, -1)
            .map((line) => JSON.parse(line).title),
        ).toEqual([title, 'b']);
      }),
    );
  });
});

describe('iCalendar', () => {
  const day = (title: string) => ({ id: 'date-1', day: '2025-12-31', title, description: '', url: null });
  const stamp = new Date(AT);

  test('whole days with UIDs that stay', () => {
    const [event] = readCalendar(ics('Kalender', [day('Urteil')], stamp));
    expect(Object.fromEntries(event ?? [])).toEqual({
      UID: 'date-1@standoff',
      DTSTAMP: '20250523T140000Z',
      DTSTART: '20251231',
      DTEND: '20260101',
      SUMMARY: 'Urteil',
      TRANSP: 'TRANSPARENT',
    });
  });

  test('folds long lines between characters and escapes, so that the text comes back', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('ä', '😀', ';', ',', '\\', '\n', 'x '), maxLength: 200 }),
        (title) => {
          const [event] = readCalendar(ics('Kalender', [day(title)], stamp));
          expect(calendarText(event?.get('SUMMARY') ?? '')).toBe(title);
        },
      ),
    );
    fc.assert(
      fc.property(hostile, (title) => {
        expect(readCalendar(ics(title, [day(title)], stamp))).toHaveLength(1);
      }),
    );
  });
});

test('what is printed on a terminal does not command it, nor turn its lines around', () => {
  const title = 'a\u001b]0;b\u0007c\u009b2Jd\u202ee\u2066f';
  const written = [csv(['title'], [article(title)]), markdownTable(['title'], [article(title)])];
  expect(written.map((text) => text.replaceAll('\\', '').match(/a.*f/)?.[0])).toEqual([
    'a]0;bc2Jdef',
    'a]0;bc2Jdef',
  ]);
  const linked = markdownTable(['title'], [article(`http://${title}`)]);
  expect(linked).toContain('<http://a%1B%5D0;b%07c%C2%9B2Jd%E2%80%AEe%E2%81%A6f>');
  const lines = jsonLines([article(title)]);
  expect(lines).not.toMatch(/[^\P{Cc}\n]|[\u202e\u2066]/u);
  expect(JSON.parse(lines)).toMatchObject({ title });
});

describe('feeds of stories', () => {
  const info = { title: 'Streit & mehr', id: 'tag:standoff.invalid,2025:stories', language: 'de' as const };

  test('Atom', () => {
    const read = parseAtomFeed(
      atom(info, [story('A <b> & "c"'), story('d', { id: 4, url: 'javascript:alert(1)' })]),
    );
    expect(read).toMatchObject({ title: { value: 'Streit & mehr' }, id: info.id, updated: AT });
    expect(read.entries?.map(({ id }) => id)).toEqual([`${info.id}:story:3`, `${info.id}:story:4`]);
    expect(read.entries?.[0]).toMatchObject({ title: { value: 'A <b> & "c"' }, updated: AT });
    expect(read.entries?.[0]?.links?.[0]?.href).toBe('https://blatt.example/a?b=1&c=2');
    expect(read.entries?.[1]?.links ?? []).toEqual([]);
  });

  test('JSON Feed', () => {
    const read = parseJsonFeed(JSON.stringify(jsonFeed(info, [story('A <b>')])));
    expect(read.items?.[0]).toMatchObject({
      id: `${info.id}:story:3`,
      title: 'A <b>',
      content_text: 'Das Gericht wies den Antrag ab. (Das Blatt)\n\n2 Artikel, 1 Medium, Urteil',
      tags: ['core', 'ruling'],
    });
  });

  test('stay feeds whatever a headline says', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const text = atom(info, [story(title), story('b')]);
        expect(parseAtomFeed(text).entries).toHaveLength(2);
        expect(text).not.toMatch(/[^\P{Cc}\n\t\r]/u);
        const stories = [story(title), story('b', { id: 4, url: title })];
        expect(feed.parse(jsonFeed(info, stories)).items).toHaveLength(2);
      }),
    );
  });
});

describe('Markdown', () => {
  test('a table stays a table', () => {
    fc.assert(
      fc.property(hostile, (title) => {
        const lines = markdownTable(['title', 'id'], [article(title)]).split('\n');
        expect(lines).toHaveLength(4);
        expect(lines[2]?.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(3);
      }),
    );
  });

  test('a chronology has a heading a month and links to where it can be read', () => {
    const item = { kind: 'event' as const, storyId: null, articles: null };
    const text = markdownChronology('Streit', [
      { ...item, day: '2025-05-23', text: 'Urteil [1]', urls: ['https://x.example/a_(b)', 'javascript:x'] },
      { ...item, day: '2025-06-01', text: '', kind: 'story', articles: 1, urls: [] },
    ]);
    expect(text).toBe(
      '# Streit\n\n## 2025-05\n\n* 2025-05-23: **Urteil \\[1\\]** ([1](https://x.example/a_%28b%29))\n\n## 2025-06\n\n* 2025-06-01:  (1 article)\n',
    );
  });
});

test('Datasette’s metadata tells every view and saves every question of the documentation', () => {
  const doc = document('docs/database.md');
  const { databases } = datasetteMetadata(doc, 'standoff');
  const { tables = {}, queries = {} } = databases.standoff ?? {};
  expect(Object.keys(tables)).toEqual([...doc.matchAll(/^### `(\w+)`/gm)].map(([, name]) => name));
  expect(tables.polls?.units).toEqual({ duration_ms: 'ms', bytes: 'byte' });
  expect(tables.articles?.columns.grade).toMatch(/^core an act/);
  const asked = blocks(doc.slice(doc.indexOf('## Questions')), 'sql').map((sql) => sql.trim());
  expect(Object.values(queries).map(({ sql }) => sql)).toEqual(asked);
});
