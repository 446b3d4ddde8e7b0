import { afterEach, beforeEach, expect, test } from 'vitest';
import { catchUp, storyRestated } from '../../src/publish/outbox.ts';
import { type Bench, bench, report } from './bench.ts';

const HOUR = 3_600_000;
const reason = 'reanalysed with dossier 0123456789ab';

let at: Bench;
beforeEach(async () => {
  at = await bench();
});
afterEach(() => at.close());

const restate = (storyId: number) =>
  storyRestated(at.room.db, { storyId, channels: at.channels, now: at.now(), reason });

test('stories that matter only now are no news: not posted, not even as a backlog', async () => {
  const channel = at.channel({ grades: ['core'] });
  for (let story = 1; story <= 8; story += 1) at.arrives({ ...report(story), grade: 'off' });
  at.room.db.exec("UPDATE story SET grade = 'core'");
  for (let story = 1; story <= 8; story += 1) restate(story);
  expect(catchUp(at.room.db, { channels: at.channels, now: at.now() })).toBe(0);
  await at.deliver();
  expect(at.seen(channel)).toHaveLength(0);
  expect(at.room.db.prepare('SELECT DISTINCT state, reason FROM deliveries').all()).toEqual([
    { state: 'silent', reason },
  ]);
});

test('… until an article of their own time to come joins', async () => {
  const channel = at.channel({ grades: ['core'] });
  at.arrives({ ...report(1), grade: 'off' });
  at.room.db.exec("UPDATE story SET grade = 'core'");
  restate(1);
  at.pass(HOUR);
  at.arrives(report(1, 'kurier', at.now()));
  await at.deliver();
  expect(at.seen(channel)).toHaveLength(1);
});

test('a message that was posted is edited, and only that', async () => {
  const channel = at.channel();
  at.arrives(report(1));
  await at.deliver();
  at.room.db.exec("UPDATE story SET title = 'Anders'; UPDATE article SET title = 'Anders'");
  restate(1);
  expect(await at.deliver()).toMatchObject({ posted: 0, edited: 1 });
  expect(at.seen(channel)[0]?.embeds[0]?.title).toBe('Anders');
});

test('what was owed but is no matter for the channel any more is not posted', async () => {
  const channel = at.channel({ grades: ['core'] });
  at.arrives(report(1));
  at.room.db.exec("UPDATE story SET grade = 'off'");
  restate(1);
  expect(await at.deliver()).toMatchObject({ posted: 0, owed: 0, failed: 0 });
  expect(at.seen(channel)).toHaveLength(0);
});

test('a message that the channel refused is not tried again by a replay', async () => {
  const channel = at.channel();
  at.arrives(report(1));
  at.discord.fault = () => ({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
  await at.deliver();
  at.discord.fault = () => undefined;
  restate(1);
  await at.deliver();
  expect(at.seen(channel)).toHaveLength(0);
});
