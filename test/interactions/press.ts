import { createWords } from '../../src/store/words.ts';
import type { Newsroom } from '../support/newsroom.ts';

/** Twelve stories of two outlets, one a day from 9 to 20 May 2025; the last has all that a story can have. */
export function printAll({ source, article, db }: Newsroom): void {
  source('anzeiger', { name: 'Anzeiger' });
  source('kurier', { name: 'Kurier' });
  for (let story = 1; story < 12; story++)
    article({
      story,
      source: 'anzeiger',
      title: `Gericht verhandelt Fall ${story}`,
      at: `2025-05-${String(story + 8).padStart(2, '0')}T10:00:00.000Z`,
      parties: ['court'],
    });
  for (const outlet of ['anzeiger', 'kurier'])
    article({
      story: 12,
      source: outlet,
      title: 'Acme darf Nutzerdaten verwenden',
      at: '2025-05-20T10:00:00.000Z',
      stage: 'ruling',
      sentences: outlet === 'anzeiger' ? ['Das Gericht wies den Antrag gegen Acme ab.'] : [],
      parties: ['court', 'acme'],
      topics: ['training'],
      dockets: ['15 UKl 2/25'],
      dates: [
        { day: '2025-05-27', type: 'objection-deadline' },
        { day: '2025-05-02', type: 'hearing' },
      ],
      statements: [
        { quote: 'Wir halten uns an das geltende Recht.', speaker: 'Ada Sprecherin', party: 'acme' },
      ],
    });
  db.prepare("INSERT INTO stage (id, rank, name_de, name_en) VALUES ('ruling', 5, 'Urteil', 'Ruling')").run();
  db.prepare(
    `INSERT INTO known_event (day, precision, text_de, text_en, parties, topics, sources)
     VALUES ('2025-05-21', 'day', 'Acme kündigt an', 'Acme announces', '["acme"]', '[]', '["https://acme.example/news"]')`,
  ).run();
  const text = 'Die Richter sahen ein berechtigtes Interesse des Konzerns an den Daten.';
  db.prepare('UPDATE article SET text = ? WHERE id = 12').run(text);
  createWords(db).learn(`${text} Acme darf Nutzerdaten verwenden`);
}
