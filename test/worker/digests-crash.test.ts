import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { deliver } from '../../src/publish/deliver.ts';
import { createMedia } from '../../src/publish/media.ts';
import { openDatabase } from '../../src/store/db.ts';
import { oweDigests } from '../../src/worker/digests.ts';
import { type Bench, bench } from '../publish/bench.ts';
import { mortal } from '../publish/mortal.mjs';
import { KILL_CHILD } from '../support/kill-child.ts';

const HOUR = 3_600_000;

const cleanup: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleanup.splice(0)) await clean();
});

/** A channel whose daily digest has become due. */
async function due(path?: string): Promise<Bench> {
  const at = await bench({}, path);
  cleanup.push(() => at.close());
  at.channel({ id: 'main', style: 'digest', digest: { daily: '0 18 * * *', chart: 'stage' } });
  owe(at);
  at.arrives({ story: 1, source: 'anzeiger', title: 'Bericht', at: at.now() });
  at.pass(7 * HOUR);
  return at;
}

function owe(at: Bench, db = at.room.db): void {
  const schedule = { channels: at.channels, timezone: 'Europe/Berlin', now: at.now() };
  db.transaction(() => oweDigests(db, schedule)).immediate();
}

/** The end of a cycle, which dies at the moment with this number; gives how many moments it lived through. */
async function live(at: Bench, diesAt: number): Promise<number> {
  let moments = 0;
  const dead = () => {
    moments += 1;
    return moments >= diesAt;
  };
  const db = mortal(at.room.db, () => {
    if (dead()) throw new Error('the process died');
  });
  at.discord.fault = () => {
    if (dead()) return 'cut-before';
    return dead() ? 'cut-after' : undefined;
  };
  const media = createMedia(at.channels, { stream: { write: () => true }, color: false, width: 80 });
  try {
    owe(at, db);
    await deliver({ db, channels: at.channels, media, now: () => new Date(at.now()) });
  } catch {
    // It died.
  }
  at.discord.fault = () => undefined;
  return moments;
}

const messages = (at: Bench) =>
  [...at.discord.guild.channels.values()].flatMap((channel) => channel.messages);

test('dead at any write or request, started again: one digest with one picture', async () => {
  const moments = await live(await due(), Number.POSITIVE_INFINITY);
  expect(moments).toBeGreaterThan(10);
  for (let diesAt = 1; diesAt <= moments; diesAt += 1) {
    const at = await due();
    await live(at, diesAt);
    // Soon, while Discord knows the nonce, and long after.
    at.pass(diesAt % 2 === 0 ? 60_000 : 2 * HOUR);
    await live(at, Number.POSITIVE_INFINITY);
    expect(messages(at), `died at moment ${diesAt}`).toHaveLength(1);
    expect(messages(at)[0]?.attachments, `died at moment ${diesAt}`).toHaveLength(1);
  }
});

test('a process killed before and one killed after the request leave one digest', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'standoff-'));
  const path = join(folder, 'standoff.db');
  const at = await due(path);
  cleanup.push(() => rmSync(folder, { recursive: true, force: true }));
  owe(at);
  const life = async (moment: string | null) => {
    const child = fork(KILL_CHILD, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await once(child, 'message');
    const diesAt = moment && { moment, time: 1 };
    child.send({ path, channels: at.channels, now: Date.parse(at.now()), diesAt });
    const [, signal] = await once(child, 'exit');
    at.pass(HOUR);
    return signal;
  };
  const ends = [await life('before post'), await life('after post'), await life(null)];
  expect(ends).toEqual(['SIGKILL', 'SIGKILL', null]);
  expect(messages(at)).toHaveLength(1);
  const db = openDatabase(path, { readonly: true });
  expect(db.prepare('SELECT state FROM digests WHERE state IS NOT NULL').all()).toEqual([{ state: 'sent' }]);
  db.close();
});
