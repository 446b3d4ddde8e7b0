import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { ChannelSettings } from '../../src/publish/channels.ts';
import { storyChanged } from '../../src/publish/outbox.ts';
import { fakeDiscord } from '../support/fake-discord/server.ts';
import { newsroom } from '../support/newsroom.ts';
import { START } from './bench.ts';

const STORIES = 50;
/** Moments in the life of one posting: 3 writes and 1 request, before and after each. */
const A_POSTING = 8;
/** So many are posted before the next one is interrupted. */
const LIVED = 5;
const CHILD = fileURLToPath(new URL('./kill-child.ts', import.meta.url));

const cleanup: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleanup.splice(0)) await clean();
});

/** Runs the child; gives whether it was killed. */
function life(args: string[]): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', CHILD, ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(true);
      else if (code === 0 || code === 3) resolve(false);
      else reject(new Error(errors));
    });
  });
}

test('killed at every write and request of 50 postings, the channel looks as if nothing had happened', async () => {
  let time = Date.parse(START);
  const directory = mkdtempSync(join(tmpdir(), 'standoff-'));
  const path = join(directory, 'standoff.db');
  const room = newsroom(path);
  const discord = await fakeDiscord({ now: () => time });
  const { id: channelId, messages } = discord.guild.addChannel();
  cleanup.push(
    () => discord.close(),
    () => rmSync(directory, { recursive: true, force: true }),
  );
  const channels: ChannelSettings[] = [
    { id: 'main', language: 'de', grades: ['core'], maxAgeMs: 172_800_000, medium: { kind: 'terminal' } },
  ];
  room.source('anzeiger');
  for (let story = 1; story <= STORIES; story += 1) {
    room.article({ story, source: 'anzeiger', title: `Bericht ${story}`, at: START });
    storyChanged(room.db, { storyId: story, channels, now: START, silent: false });
  }
  room.db.close();

  let kills = 0;
  for (let started = 0; started < STORIES; started += 1) {
    // Each time a moment later than the last.
    const diesAt = LIVED * A_POSTING + 1 + (started % A_POSTING);
    const killed = await life([path, discord.api, channelId, String(time), String(diesAt)]);
    if (!killed) break;
    kills += 1;
    // Now within the minutes in which Discord knows the nonce, now long after.
    time += started % 2 === 0 ? 60_000 : 1_800_000;
  }
  expect(kills).toBeGreaterThanOrEqual(A_POSTING);
  expect(messages.map(({ embeds }) => embeds[0]?.title)).toEqual(
    Array.from({ length: STORIES }, (_, index) => `Bericht ${index + 1}`),
  );
}, 120_000);
