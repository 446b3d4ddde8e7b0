import { expect, test } from 'vitest';
import { createStories } from '../../src/store/stories.ts';
import { createWordings } from '../../src/store/wordings.ts';
import { summariseStory } from '../../src/worker/story.ts';
import { newsroom } from '../support/newsroom.ts';

const LONG =
  'Das Oberlandesgericht hat den Eilantrag der Verbraucherzentrale am Freitag nach mündlicher Verhandlung abgewiesen.';
const SHORT = 'Die Stiftung hatte vor Gericht gewarnt, dass Daten in einem Modell nicht zu löschen seien.';

/** Both outlets report on the ruling; the first allows so many characters of an article to be shown. */
function summaryWith(limit: number | null): string[] {
  const room = newsroom();
  room.source('knapp');
  room.source('offen');
  room.db.prepare("UPDATE source SET snippet_limit = ? WHERE id = 'knapp'").run(limit);
  const print = (source: string, at: string, text: string) => {
    const id = room.article({ story: 1, source, title: 'Gericht weist Eilantrag ab', at });
    room.db.prepare('UPDATE article SET text = ? WHERE id = ?').run(text, id);
  };
  print('knapp', '2025-05-23T10:00:00.000Z', LONG);
  print('offen', '2025-05-23T11:00:00.000Z', SHORT);
  const store = { stories: createStories(room.db), wordings: createWordings(room.db) };
  summariseStory({ store, channels: [{ language: 'de' }] }, 1);
  return room.db.prepare<[], string>('SELECT sentence FROM story_sentence ORDER BY position').pluck().all();
}

test('a sentence longer than its outlet lets be shown gives way to another outlet’s', () => {
  expect(summaryWith(null)).toContain(LONG);
  expect(summaryWith(LONG.length)).toContain(LONG);
  expect(summaryWith(LONG.length - 1)).toEqual([SHORT]);
});
