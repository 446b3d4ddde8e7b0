import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { ChannelSettings } from '../../src/publish/channels.ts';
import { deliver } from '../../src/publish/deliver.ts';
import { createMedia } from '../../src/publish/media.ts';
import { storyChanged } from '../../src/publish/outbox.ts';
import type { Db } from '../../src/store/db.ts';
import { type FakeDiscord, fakeDiscord } from '../support/fake-discord/server.ts';
import { KIND } from '../support/fake-discord/types.ts';
import { KILL_CHILD } from '../support/kill-child.ts';
import { newsroom } from '../support/newsroom.ts';
import { START } from './bench.ts';

const STORIES = 50;
const UNLIMITED = Number.POSITIVE_INFINITY;

const cleanup: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const clean of cleanup.splice(0)) await clean();
});

interface Life {
  /** How often each thing was written or asked for. */
  moments: Record<string, number>;
  owed: number;
}

/** Lives one after the other; the next is loaded while one is lived. */
function lives() {
  const born = (): ChildProcess => fork(KILL_CHILD, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  let next = born();
  cleanup.push(() => next.kill('SIGKILL'));
  /** Null: it was killed. */
  return async (order: object): Promise<Life | null> => {
    const child = next;
    next = born();
    await once(child, 'message');
    child.send(order);
    let told: Life | null = null;
    child.on('message', (life: Life) => {
      told = life;
    });
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
    if (signal === 'SIGKILL') return null;
    if (code !== 0 || told === null) throw new Error(`the process ended with ${code ?? signal}`);
    return told;
  };
}

/** A database that owes stories. */
function owing(path: string, channels: ChannelSettings[], stories: number): Db {
  const room = newsroom(path);
  room.source('anzeiger');
  room.db.exec("INSERT INTO stage VALUES ('ruling', 60, 'Urteil', 'ruling')");
  for (let story = 1; story <= stories; story += 1) {
    room.article({ story, source: 'anzeiger', title: `Bericht ${story}`, at: START });
    storyChanged(room.db, { storyId: story, channels, now: START, silent: false });
  }
  return room.db;
}

/** What readers see: stories, published or not, each with its thread and the news in there. */
function seen(discord: FakeDiscord, channelId: string) {
  const threads = new Map(discord.guild.threadsOf(channelId).map((thread) => [thread.id, thread]));
  return (discord.guild.channels.get(channelId)?.messages ?? []).map(({ id, embeds, flags }) => ({
    title: embeds[0]?.title,
    stage: embeds[0]?.author?.name,
    published: flags === 1,
    thread: threads.get(id)?.name,
    news: threads.get(id)?.messages.map((message) => message.embeds[0]?.author?.name),
  }));
}

/** Every story that stands in the channel reaches a later stage, as a cycle of the worker would note it. */
function happens(db: Db, channels: ChannelSettings[], now: string): void {
  db.transaction(() => {
    db.exec(
      "UPDATE story SET stage = 'ruling', title = 'Urteil ' || id; UPDATE article SET stage = 'ruling'",
    );
    for (let storyId = 1; storyId <= STORIES; storyId += 1)
      storyChanged(db, { storyId, channels, now, silent: false });
  })();
}

test('killed at every kind of write and request of 50 stories, their threads, publishing, edits and news, the channel looks as if nothing had happened', async () => {
  let now = Date.parse(START);
  const directory = mkdtempSync(join(tmpdir(), 'standoff-'));
  const discord = await fakeDiscord({ now: () => now, published: UNLIMITED, oldEdits: UNLIMITED });
  const run = (name: string, stories: number) => {
    const { id } = discord.guild.addChannel({ type: KIND.announcement });
    const medium = { kind: 'discord-bot', token: 'fake-token', channelId: id, api: discord.api } as const;
    const settings = {
      style: 'threads',
      announce: true,
      developments: true,
      maxAgeMs: 30 * 86_400_000,
    } as const;
    const channels: ChannelSettings[] = [
      { id: 'main', language: 'de', grades: ['core'], medium, ...settings },
    ];
    const path = join(directory, `${name}.db`);
    return { id, path, channels, db: owing(path, channels, stories) };
  };
  const [sample, killed, undisturbed] = [
    run('sample', 2),
    run('killed', STORIES),
    run('undisturbed', STORIES),
  ];
  cleanup.push(
    () => discord.close(),
    () => rmSync(directory, { recursive: true, force: true }),
  );
  const live = lives();
  let kills = 0;
  const swept = new Set<string>();
  /** Delivers what is owed in lives that each end at another moment. */
  const sweep = async (): Promise<void> => {
    const { path, channels } = killed;
    const whole = await live({ path: sample.path, channels: sample.channels, now, diesAt: null });
    for (const [moment, count] of Object.entries(whole?.moments ?? {})) {
      // After one write is before the next thing; a write is the same for a story and for its news.
      if (/^after [A-Z]/.test(moment) || (/^before [A-Z]/.test(moment) && swept.has(moment))) continue;
      swept.add(moment);
      // The second time, so that each life also ends something; what is done once a run has no second time.
      const diesAt = { moment, time: Math.min(count, 2) };
      if ((await live({ path, channels, now, diesAt })) === null) kills += 1;
      // Now within the minutes in which Discord knows the nonce, now long after.
      now += kills % 2 === 0 ? 60_000 : 1_800_000;
    }
    for (let owed = 1; owed > 0; now += 1_800_000)
      owed = (await live({ path, channels, now, diesAt: null }))?.owed ?? 0;
  };
  const calmly = ({ db, channels }: typeof undisturbed) => {
    const media = createMedia(channels, { stream: { write: () => true }, color: false, width: 80 });
    return deliver({ db, channels, media, now: () => new Date(now) });
  };
  await Promise.all([sweep(), calmly(undisturbed)]);
  for (const { db, channels } of [sample, killed, undisturbed])
    happens(db, channels, new Date(now).toISOString());
  await Promise.all([sweep(), calmly(undisturbed)]);
  for (const { db } of [sample, killed, undisturbed]) db.close();
  expect(kills).toBeGreaterThanOrEqual(18);
  const expected = seen(discord, undisturbed.id);
  expect(expected).toHaveLength(STORIES);
  expect(expected[0]).toEqual({
    ...{ title: 'Urteil 1', stage: 'Urteil · 🇩🇪', published: true, thread: 'Urteil 1' },
    news: ['Neuer Stand: Urteil · 🇩🇪'],
  });
  expect(seen(discord, killed.id)).toEqual(expected);
}, 120_000);
