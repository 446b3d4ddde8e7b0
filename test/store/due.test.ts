import { expect, test } from 'vitest';
import { createArchive } from '../support/archive.ts';

const NOW = '2025-05-27T10:00:00.000Z';

/** Which of three feeds are asked at 10:00 when one was polled then and is to be asked then. */
function due(lastPoll: string | null, nextPoll: string): number {
  const { store } = createArchive();
  store.db.prepare("UPDATE feed SET next_poll_at = '2025-05-27T11:00:00.000Z'").run();
  store.db
    .prepare("UPDATE feed SET last_poll_at = ?, next_poll_at = ? WHERE source_id = 'one'")
    .run(lastPoll, nextPoll);
  const found = store.feeds.due(NOW).length;
  store.close();
  return found;
}

test('a feed is asked when its time has come, not before', () => {
  expect(due('2025-05-27T08:59:00.000Z', NOW)).toBe(1);
  expect(due('2025-05-27T09:59:00.000Z', '2025-05-27T10:59:00.000Z')).toBe(0);
});

test('a clock that was a year ahead for a while puts no feed off for a year', () => {
  expect(due('2026-05-27T10:00:00.000Z', '2026-05-27T11:00:00.000Z')).toBe(1);
});

test('a clock that was set back by minutes asks nobody twice', () => {
  expect(due('2025-05-27T10:20:00.000Z', '2025-05-27T11:20:00.000Z')).toBe(0);
});
