import { beforeEach, describe, expect, test } from 'vitest';
import { sparkline } from '../../src/commands/coverage.ts';
import { coverage } from '../../src/query/coverage.ts';
import { storyCoverage } from '../../src/query/story-coverage.ts';
import { type Newsroom, names, newsroom } from '../support/newsroom.ts';

const SAID = 'Wer einmal zugestimmt hat, bekommt seine Daten nie wieder zurück';
let room: Newsroom;

function polled(source: string, outcome: 'changed' | 'failed', at: string): void {
  const url = `https://${source}.example/feed`;
  room.db
    .prepare("INSERT OR IGNORE INTO feed (url, source_id, format, fetch_url) VALUES (?, ?, 'feed', ?)")
    .run(url, source, url);
  room.db
    .prepare('INSERT INTO poll (feed_url, at, outcome, duration_ms) VALUES (?, ?, ?, 1)')
    .run(url, at, outcome);
}

/** A wire text and its reprint, a report that cuts the quotation, an English one, a stub; two others had nothing. */
beforeEach(() => {
  room = newsroom();
  for (const id of ['anzeiger', 'kurier', 'bote', 'mauer', 'stumm', 'kaputt'])
    room.source(id, { name: id[0]?.toUpperCase() + id.slice(1) });
  room.source('herald', { name: 'Herald' });
  room.db.exec("UPDATE source SET country = 'IE' WHERE id = 'herald'");
  names(room.db, 'party', { verband: { de: 'Verband', en: 'Association' } });
  const print = (source: string, hour: number, text: string, language = 'de', more = {}) => {
    const at = `2025-05-23T${hour}:00:00.000Z`;
    const id = room.article({ story: 5, source, title: `Urteil, ${source}`, at, language, ...more });
    room.db.prepare('UPDATE article SET text = ? WHERE id = ?').run(text, id);
    return id;
  };
  const statements = [{ quote: SAID, speaker: 'Eva Beispiel', party: 'verband' }];
  const wire = print('anzeiger', 10, `Das Gericht wies ab. „${SAID}“, sagte Eva Beispiel.`, 'de', {
    agencies: ['dpa'],
    statements,
  });
  const copy = print('kurier', 11, `Abgewiesen: Eva Beispiel sagt, "${SAID.toUpperCase()}".`);
  room.link(copy, wire, 'duplicate');
  print('bote', 12, 'Das Gericht wies den Antrag ab. Mehr war nicht zu erfahren.');
  print('herald', 13, 'The court refused. The association regrets it.', 'en');
  const wall = print('mauer', 14, 'Das Gericht');
  room.db.prepare("UPDATE article SET wall = 'paywall' WHERE id = ?").run(wall);
  polled('stumm', 'changed', '2025-05-23T18:00:00.000Z');
  polled('kaputt', 'failed', '2025-05-23T18:00:00.000Z');
});

const of = () => {
  const found = storyCoverage(room.db, 5, 'de');
  if (!found) throw new Error('no story');
  return found;
};

describe('coverage of a story', () => {
  test('tells reports of an outlet’s own from copies', () => {
    const rows = of().carried.map(({ outlet, own, copied }) => [outlet, own, copied]);
    expect(rows).toEqual([
      ['Anzeiger', 0, 1],
      ['Kurier', 0, 1],
      ['Bote', 1, 0],
      ['Herald', 1, 0],
      ['Mauer', 1, 0],
    ]);
  });

  test('counts countries and languages', () => {
    expect(of().countries).toEqual([
      { country: 'DE', outlets: 4, articles: 4 },
      { country: 'IE', outlets: 1, articles: 1 },
    ]);
    expect(of().languages.map(({ language, outlets }) => [language, outlets])).toEqual([
      ['de', 4],
      ['en', 1],
    ]);
  });

  test('a source that had nothing differs from one that could not be polled', () => {
    expect(of().silent.map(({ outlet }) => outlet)).toEqual(['Stumm']);
    expect(of().unseen.map(({ outlet }) => outlet)).toEqual(['Kaputt']);
  });

  test('a statement is carried where its words stand, left out where they do not, and no guess is made', () => {
    expect(of().statements).toMatchObject([
      {
        partyName: 'Verband',
        quote: SAID,
        carriedBy: ['Anzeiger', 'Kurier'],
        leftOutBy: ['Bote'],
        unknown: ['Herald', 'Mauer'],
      },
    ]);
  });

  test('across languages a statement is the same only with one speaker and the same numbers', () => {
    const add = (source: string, language: string, quote: string) =>
      room.article({
        story: 5,
        source,
        language,
        title: quote,
        at: '2025-05-23T15:00:00.000Z',
        statements: [{ quote, speaker: 'Max Muster', party: 'verband' }],
      });
    add('bote', 'de', 'Wir vertreten 1.350 Menschen aus 27 Ländern');
    add('herald', 'en', 'We speak for 1,350 people from 27 countries');
    add('kurier', 'de', 'Das haben wir so nicht erwartet, wirklich nicht');
    add('stumm', 'en', 'We had not expected this, we really had not');
    const groups = of().statements.filter(({ speaker }) => speaker === 'Max Muster');
    expect(groups.map(({ carriedBy }) => [...carriedBy].sort())).toEqual([
      ['Bote', 'Herald'],
      ['Kurier'],
      ['Stumm'],
    ]);
  });

  test('there is none of a story that is not there', () => {
    expect(storyCoverage(room.db, 99, 'de')).toBeUndefined();
  });
});

describe('coverage of the dispute', () => {
  test('counts each source’s relevant articles day by day', () => {
    const found = coverage(room.db, { since: '2025-05-22', until: '2025-05-24' });
    expect(found.days).toEqual(['2025-05-22', '2025-05-23', '2025-05-24']);
    expect(found.totals).toEqual([0, 5, 0]);
    expect(found.sources.find(({ sourceId }) => sourceId === 'bote')).toMatchObject({
      total: 1,
      counts: [0, 1, 0],
    });
  });

  test('ends with the latest day there is anything of, and is empty for an empty database', () => {
    expect(coverage(room.db).days.at(-1)).toBe('2025-05-23');
    expect(coverage(room.db).days).toHaveLength(30);
    expect(coverage(newsroom().db)).toEqual({ days: [], sources: [], totals: [] });
  });

  test('is drawn with a dot for nothing and the highest bar for the most', () => {
    expect(sparkline([0, 1, 4, 8], 8, 40)).toBe('·▁▄█');
    expect(sparkline([0, 0, 8, 8], 8, 2)).toBe('·█');
  });
});
