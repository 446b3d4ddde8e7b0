import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { coverage } from '../../src/analyse/coverage.ts';
import type { Grade } from '../../src/model/index.ts';
import { nameKey, namesIn } from '../../src/query/names-in-text.ts';
import { logLikelihood, suggest } from '../../src/query/suggest.ts';
import { dossier } from '../support/dossier.ts';
import { type Newsroom, newsroom } from '../support/newsroom.ts';

const OUTLETS = ['anzeiger', 'kurier', 'bote'];
let room: Newsroom;
let written: number;

beforeEach(() => {
  room = newsroom();
  for (const outlet of OUTLETS) room.source(outlet);
  written = 0;
});

/** An article of the outlets in turn. */
function article(text: string, grade: Grade = 'core', source = OUTLETS[written % 3] ?? ''): number {
  written += 1;
  const at = `2025-05-${String((written % 28) + 1).padStart(2, '0')}T08:00:00.000Z`;
  const id = room.article({
    story: written,
    source,
    title: 'x',
    at,
    grade,
    url: `https://e.example/${written}`,
  });
  room.db.prepare('UPDATE article SET text = ? WHERE id = ?').run(text, id);
  return id;
}

const names = (covers: (name: string) => boolean = () => false, limit = 10) =>
  suggest(room.db, { limit, covers }).map(({ name }) => name);

/** What every article speaks of. */
function everyday(count = 12): void {
  for (let n = 0; n < count; n += 1)
    article('Am Abend kam der Bürgermeister in die Stadthalle. Viele Menschen hörten zu.', 'off');
}

describe('what is suggested', () => {
  test('a name in relevant articles of several outlets, with numbers and an example', () => {
    everyday();
    article('Gestern klagte der Verein Datenlicht gegen den Konzern. Der Ausgang ist offen.');
    article('Nach Ansicht von Datenlicht reicht das nicht.');
    article('Der Bürgermeister lobte Datenlichts Klage.');
    const [first] = suggest(room.db, { limit: 1, covers: () => false });
    expect(first).toMatchObject({ name: 'Datenlicht', articles: 3, outlets: 3, off: 0 });
    expect(first?.score).toBeGreaterThan(10.8);
    expect(first?.example.sentence).toMatch(/Datenlicht/);
    expect(first?.example.sentence).not.toMatch(/Ausgang/);
  });

  test('the whole name where articles give it whole, once', () => {
    everyday();
    for (let n = 0; n < 3; n += 1) article('Es klagt auch Erna Feldmann von der Initiative Netzruhe.');
    const found = names();
    expect(found.filter((name) => /Feldmann/.test(name))).toHaveLength(1);
    expect(found.find((name) => /Feldmann/.test(name))).toMatch(/^Erna Feldmann/);
  });

  test('not what every article has', () => {
    everyday();
    for (let n = 0; n < 3; n += 1)
      article('Der Bürgermeister sprach in der Stadthalle mit dem Bündnis Offene Daten.');
    expect(names()[0]).toMatch(/Bündnis Offene Daten/);
    expect(names().slice(0, 1)).not.toContain('Bürgermeister');
  });

  test('not what one outlet alone prints under its articles, nor what is only reprinted', () => {
    everyday();
    for (let n = 0; n < 4; n += 1) article('Mehr dazu im Podcast Kuriertakt.', 'core', 'kurier');
    const original = article('Neu ist die Gruppe Fernlicht.', 'core', 'anzeiger');
    const copy = article('Neu ist die Gruppe Fernlicht.', 'core', 'bote');
    for (const id of [original, copy])
      room.db.prepare('INSERT INTO reprint (article_id, representative_id) VALUES (?, ?)').run(id, original);
    expect(names()).toEqual([]);
  });

  test('not what the dossier speaks for, by a finding or by any of its patterns', () => {
    const covers = coverage(dossier);
    const text = 'Laut noyb prüft die Verbraucherzentrale NRW mit Nordlicht eine Klage.';
    for (let n = 0; n < 3; n += 1) {
      const id = article(text);
      const start = text.indexOf('Nordlicht');
      room.db
        .prepare(
          `INSERT INTO finding (article_id, kind, ref, rule, field, matched, start, "end", confidence, dossier_version)
           VALUES (?, 'party', 'nordlicht', 'test', 'text', 'Nordlicht', ?, ?, 1, 'test')`,
        )
        .run(id, start, start + 'Nordlicht'.length);
    }
    everyday();
    expect(covers('Verbraucherzentrale NRW')).toBe(true);
    expect(covers('Nordlicht')).toBe(false);
    expect(names(covers).join(' ')).not.toMatch(/Nordlicht|Verbraucherzentrale/);
  });

  test('another language proves nothing: an English word is rare among German articles', () => {
    everyday();
    const english = 'On Tuesday the Board met the Commission again in Springfield.';
    for (let n = 0; n < 3; n += 1) {
      room.db.prepare("UPDATE article SET language = 'en' WHERE id = ?").run(article(english));
      room.db.prepare("UPDATE article SET language = 'en' WHERE id = ?").run(article(english, 'off'));
    }
    for (const { score } of suggest(room.db, { limit: 10, covers: () => false }))
      expect(score).toBeLessThan(1);
  });

  test('nothing where nothing is stored', () => {
    expect(names()).toEqual([]);
  });
});

describe('names in a text', () => {
  const texts = (text: string) => namesIn(text, []).map((name) => name.text);

  test('a word that is only capitalised as the head of its sentence begins none', () => {
    expect(texts('Auch Feldmann kam. Sie kam auch nicht allein.')).toEqual(['Feldmann']);
  });

  test('joining words belong to a name only between two parts of it', () => {
    expect(texts('dann sprach die Gesellschaft für Ruhe und ging')).toContain('Gesellschaft für Ruhe');
    expect(texts('dann sprach die Gesellschaft für ruhige Tage')).not.toContain('Gesellschaft für');
  });

  test('a genitive is no other name', () => {
    expect(nameKey('Datenlichts')).toBe(nameKey('Datenlicht'));
    expect(nameKey("Feldmann's")).toBe(nameKey('Feldmann'));
    expect(nameKey('Swiss')).toBe('swiss');
  });

  test('no name reaches across a stretch that is spoken for, were it only the blank in it', () => {
    const text = 'dann kam Anna Bund';
    expect(namesIn(text, [{ start: 13, end: 14 }]).map((name) => name.text)).toEqual(['Anna', 'Bund']);
  });

  test('each stands where it says, outside of what is covered, whatever the text', () => {
    const word = fc.constantFrom('Anna', 'Daten', 'der', 'und', 'geht', '.', '„', '\n', 'Ärzte-Bund', '😀');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.nat(60), fc.nat(20), (parts, start, length) => {
        const text = parts.join(' ');
        const covered = { start, end: start + length + 1 };
        for (const name of namesIn(text, [covered])) {
          expect(text.slice(name.start, name.end)).toBe(name.text);
          expect(name.end <= covered.start || name.start >= covered.end).toBe(true);
        }
      }),
    );
  });
});

test('the likelihood ratio is the textbook one, signed: 0 where shares are equal', () => {
  expect(logLikelihood(49.5, 99, 49.5, 99)).toBeCloseTo(0);
  // 2 · Σ O·ln(O/E) of the table 20.5 80.5 / 5.5 95.5, reckoned by hand.
  expect(logLikelihood(20, 100, 5, 100)).toBeCloseTo(10.49, 2);
  expect(logLikelihood(5, 100, 20, 100)).toBeCloseTo(-logLikelihood(20, 100, 5, 100));
});
