import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { catchUp } from '../../src/publish/outbox.ts';
import { type Bench, bench, report } from './bench.ts';

const HOUR = 3_600_000;

let at: Bench;
beforeEach(async () => {
  at = await bench();
});
afterEach(() => at.close());

describe('one story is one message', () => {
  test('posted once, however often delivery runs', async () => {
    const channel = at.channel();
    at.arrives(report(1));
    expect(await at.deliver()).toMatchObject({ posted: 1, owed: 0, failed: 0 });
    expect(await at.deliver()).toMatchObject({ posted: 0, edited: 0, owed: 0 });
    expect(at.seen(channel)).toHaveLength(1);
    expect(at.seen(channel)[0]?.embeds[0]?.title).toBe('Bericht 1 im anzeiger');
  });

  test('edited when another outlet joins, once for all that joined', async () => {
    const channel = at.channel();
    at.arrives(report(1));
    await at.deliver();
    at.arrives(report(1, 'kurier'));
    at.arrives(report(1, 'bote'));
    expect(await at.deliver()).toMatchObject({ posted: 0, edited: 1 });
    const [message] = at.seen(channel);
    const outlets = message?.embeds[0]?.fields?.find(({ name }) => name === 'Berichte')?.value;
    for (const outlet of ['anzeiger', 'kurier', 'bote']) expect(outlets).toContain(outlet);
  });

  test('not edited when the change does not show', async () => {
    at.channel();
    at.arrives(report(1));
    await at.deliver();
    const calls = at.discord.calls.length;
    at.room.db.exec('UPDATE delivery SET version = version + 1');
    expect(await at.deliver()).toMatchObject({ edited: 0, owed: 0 });
    expect(at.discord.calls).toHaveLength(calls);
  });

  test('a story that changes while it is being posted is edited afterwards', async () => {
    const channel = at.channel();
    at.arrives(report(1));
    at.discord.fault = ({ method }) => {
      if (method === 'POST') at.arrives(report(1, 'kurier'));
      return undefined;
    };
    await at.deliver();
    expect(JSON.stringify(at.seen(channel)[0]?.embeds)).toContain('kurier');
  });

  test('a merged story hands its message over; where both were posted, one points to the other', async () => {
    const channel = at.channel();
    at.arrives(report(1));
    await at.deliver();
    at.arrives(report(2, 'kurier'));
    at.room.db.exec(
      'UPDATE story_article SET story_id = 2 WHERE story_id = 1; UPDATE story SET merged_into = 2 WHERE id = 1',
    );
    at.arrives(report(2, 'bote'));
    await at.deliver();
    expect(at.seen(channel)).toHaveLength(2);
    const [first, second] = at.seen(channel).map(({ embeds }) => JSON.stringify(embeds));
    expect(first).toContain('geht weiter');
    expect(second).toContain('bote');
  });

  test('merged before it was posted: one message for both', async () => {
    const channel = at.channel();
    at.arrives(report(1));
    at.arrives(report(2, 'kurier'));
    at.room.db.exec(
      'UPDATE story_article SET story_id = 2 WHERE story_id = 1; UPDATE story SET merged_into = 2 WHERE id = 1',
    );
    at.arrives(report(2, 'bote'));
    await at.deliver();
    expect(at.seen(channel)).toHaveLength(1);
  });
});

describe('what is not posted', () => {
  test('a story whose grade the channel does not want, until it is graded up', async () => {
    const channel = at.channel({ grades: ['core'] });
    at.arrives({ ...report(1), grade: 'context' });
    await at.deliver();
    expect(at.seen(channel)).toHaveLength(0);
    at.room.db.exec("UPDATE story SET grade = 'core'");
    at.arrives(report(1, 'kurier'));
    await at.deliver();
    expect(at.seen(channel)).toHaveLength(1);
  });

  test('a backlog is one message, and stays one', async () => {
    const channel = at.channel();
    for (let story = 1; story <= 30; story += 1) at.arrives(report(story), true);
    expect(catchUp(at.room.db, { channels: at.channels, now: at.now() })).toBe(1);
    expect(catchUp(at.room.db, { channels: at.channels, now: at.now() })).toBe(0);
    await at.deliver();
    expect(at.seen(channel)).toHaveLength(1);
    expect(at.seen(channel)[0]?.embeds[0]?.description).toContain('30 Storys, 30 Artikel, 1 Medium');
  });

  test('a reprint or a late find does not wake a silent story, news does', async () => {
    const channel = at.channel();
    const first = at.arrives(report(1), true);
    at.pass(HOUR);
    at.arrives(report(1, 'kurier', '2025-05-23T09:00:00.000Z'));
    const copy = at.room.article(report(1, 'bote', '2025-05-23T10:30:00.000Z'));
    at.room.link(copy, first, 'duplicate');
    at.arrives({ ...report(2), title: 'Eine andere' });
    await at.deliver();
    expect(at.seen(channel).map(({ embeds }) => embeds[0]?.title)).toEqual(['Eine andere']);
    at.arrives(report(1, 'kurier', '2025-05-23T10:45:00.000Z'));
    await at.deliver();
    expect(at.seen(channel)).toHaveLength(2);
  });

  test('nothing older than the channel wants, not even when it was owed before a downtime', async () => {
    const channel = at.channel();
    at.arrives(report(1, 'anzeiger', '2025-05-01T10:00:00.000Z'));
    at.arrives(report(2));
    at.pass(5 * 24 * HOUR);
    await at.deliver();
    expect(at.seen(channel)).toHaveLength(0);
    expect(catchUp(at.room.db, { channels: at.channels, now: at.now() })).toBe(1);
    await at.deliver();
    expect(at.seen(channel)[0]?.embeds[0]?.description).toContain('2 Storys');
  });

  test('what a moderator deleted', async () => {
    const channel = at.channel();
    at.arrives(report(1));
    await at.deliver();
    at.seen(channel).pop();
    at.arrives(report(1, 'kurier'));
    await at.deliver();
    at.arrives(report(1, 'bote'));
    expect(await at.deliver()).toMatchObject({ posted: 0, failed: 0, owed: 0 });
    expect(at.seen(channel)).toHaveLength(0);
  });
});
