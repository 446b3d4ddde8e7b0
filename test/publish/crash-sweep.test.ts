import { afterEach, describe, expect, test } from 'vitest';
import { deliver } from '../../src/publish/deliver.ts';
import { createMedia } from '../../src/publish/media.ts';
import { type Channel, KIND } from '../support/fake-discord/types.ts';
import { type Bench, bench, START } from './bench.ts';
import { mortal } from './mortal.mjs';

const HOUR = 3_600_000;
const STORIES = [1, 2];

const open: Bench[] = [];
afterEach(async () => {
  for (const at of open.splice(0)) await at.close();
});

const report = (story: number, source: string) => ({ story, source, title: `Bericht ${story}`, at: START });

/** A story is posted and reaches a ruling, another is new: posts, edits, names of threads and news are owed, in two channels of which one has
 * threads and is published. */
async function scenario(): Promise<Bench> {
  const at = await bench();
  open.push(at);
  at.channel({ style: 'threads', announce: true, developments: true }, { type: KIND.announcement });
  at.channel(
    { language: 'en', style: 'forum', developments: true, layout: 'components' },
    { type: KIND.forum },
  );
  for (const story of STORIES.slice(0, 1)) at.arrives(report(story, 'anzeiger'));
  await at.deliver();
  at.room.db.exec(
    "INSERT INTO stage VALUES ('ruling', 60, 'Urteil', 'ruling'); UPDATE story SET stage = 'ruling', title = 'Urteil'",
  );
  for (const story of STORIES) at.arrives({ ...report(story, 'kurier'), stage: 'ruling' });
  return at;
}

/** Delivers and dies at the moment with this number; gives how many moments it lived through. */
async function live(at: Bench, diesAt: number): Promise<{ moments: number; died: boolean }> {
  let moments = 0;
  let died = false;
  const pass = () => {
    moments += 1;
    if (moments >= diesAt) died = true;
    return died;
  };
  const db = mortal(at.room.db, (moment) => {
    // After one write is before the next thing.
    if (moment.startsWith('before') && pass()) throw new Error('the process died');
  });
  at.discord.fault = () => {
    if (died || pass()) return 'cut-before';
    return pass() ? 'cut-after' : undefined;
  };
  const media = createMedia(at.channels, { stream: { write: () => true }, color: false, width: 80 });
  const now = () => new Date(at.now());
  await deliver({ db, channels: at.channels, media, now }).catch(() => undefined);
  return { moments, died };
}

/** What readers see, without what differs from run to run: ids, times, references. */
const seen = (at: Bench) => {
  const { guild } = at.discord;
  const told = ({ messages }: Channel) =>
    messages.map(({ embeds, components, flags }) => ({
      published: flags & 1,
      embeds: embeds.map(({ title, fields, description }) => ({ title, fields, description })),
      texts: JSON.stringify(components).replace(/<t:\d+:f> · \w+"/g, ''),
    }));
  return [...guild.channels.values()]
    .filter(({ parentId }) => parentId === null)
    .map((channel) => ({
      messages: told(channel),
      threads: guild.threadsOf(channel.id).map((thread) => ({ name: thread.name, messages: told(thread) })),
    }));
};

describe('a crash at any instant', () => {
  test.each([
    ['within the minutes in which Discord knows the nonce', 60_000],
    ['an hour later, by the channel’s history', HOUR],
  ])(
    'neither loses nor doubles a message: started again %s',
    async (_name, pause) => {
      const undisturbed = await scenario();
      const { moments } = await live(undisturbed, Number.POSITIVE_INFINITY);
      const expected = seen(undisturbed);
      // The news of the first story stand in its thread, and in its post; the second story says it at once.
      const lengths = (part: { messages: unknown[] }) => part.messages.length;
      expect(expected.map((part) => [lengths(part), part.threads.map(lengths)])).toEqual([
        [2, [1, 0]],
        [0, [2, 1]],
      ]);
      expect(moments).toBeGreaterThan(20);
      for (let diesAt = 1; diesAt <= moments; diesAt += 1) {
        const at = await scenario();
        expect((await live(at, diesAt)).died).toBe(true);
        at.discord.fault = () => undefined;
        for (let restart = 0, owed = 1; owed > 0 && restart < 4; restart += 1) {
          at.pass(pause);
          owed = (await at.deliver()).owed;
        }
        expect(seen(at), `died at moment ${diesAt}`).toEqual(expected);
      }
    },
    60_000,
  );
});
