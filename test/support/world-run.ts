import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../src/config/load.ts';
import { settingsSchema } from '../../src/config/settings-schema.ts';
import type { ChannelSettings } from '../../src/publish/channels.ts';
import type { Medium } from '../../src/publish/medium.ts';
import type { Message } from '../../src/publish/message.ts';
import type { CycleReport } from '../../src/worker/cycle.ts';
import { createWorker, type Worker } from '../../src/worker/index.ts';
import { startWorld, type World } from '../world/index.ts';
import { dossier, prepared } from './dossier.ts';

/** One request that the channel got. */
export interface Posted {
  kind: 'post' | 'edit';
  messageId: string;
  message: Message;
  at: string;
}

/** The real worker against the world, posting to a channel that only remembers. */
export interface WorldRun {
  world: World;
  databasePath: string;
  posted: Posted[];
  reports: CycleReport[];
  /** One cycle at the given instant (UTC). */
  cycleAt(instant: string): Promise<CycleReport>;
  /** Ends the worker's process, so to speak, and starts another on the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export function worldConfig(world: World): Config {
  return {
    settings: settingsSchema.parse({
      http: { contact: 'test@example.org', delay: '0s', allowPrivate: ['127.0.0.1'] },
      // One page after the other: the order in which answers arrive must not decide anything.
      polling: { connections: 1 },
    }),
    sources: world.outlets,
    dossier,
  };
}

/** A channel's memory: messages by id, and every request in order. */
function remembering(posted: Posted[], now: () => Date): Medium {
  return {
    body: (message) => JSON.stringify(message),
    post: async (message, { ref }) => {
      posted.push({ kind: 'post', messageId: ref, message, at: now().toISOString() });
      return { messageId: ref, threadId: null };
    },
    edit: async ({ messageId }, message) => {
      posted.push({ kind: 'edit', messageId, message, at: now().toISOString() });
    },
  };
}

export async function startWorldRun(): Promise<WorldRun> {
  const folder = mkdtempSync(join(tmpdir(), 'standoff-world-'));
  const world = await startWorld();
  const posted: Posted[] = [];
  const reports: CycleReport[] = [];
  const channels: ChannelSettings[] = [
    {
      id: 'test',
      language: 'de',
      grades: ['core', 'secondary'],
      maxAgeMs: 2 * 86_400_000,
      medium: { kind: 'terminal' },
    },
  ];
  const medium = remembering(posted, world.now);
  const databasePath = join(folder, 'world.db');
  const start = (): Worker =>
    createWorker({
      config: worldConfig(world),
      channels,
      media: async () => medium,
      databasePath,
      prepared: prepared(),
      version: '0.0.0',
      clock: world,
      random: () => 0.5,
    });
  let worker = start();
  const never = new AbortController().signal;
  return {
    world,
    databasePath,
    posted,
    reports,
    cycleAt: async (instant) => {
      world.advanceTo(new Date(instant));
      const report = await worker.cycle(never);
      reports.push(report);
      return report;
    },
    restart: async () => {
      await worker.close();
      worker = start();
    },
    close: async () => {
      await worker.close();
      await world.close();
      rmSync(folder, { recursive: true });
    },
  };
}
