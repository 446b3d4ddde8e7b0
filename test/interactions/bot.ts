import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerAny } from '../../src/interactions/answers/index.ts';
import { type FollowRole, openCommands } from '../../src/interactions/index.ts';
import type { Asked } from '../../src/interactions/model.ts';
import type { Reader } from '../../src/interactions/reader.ts';
import { canonicalUrl } from '../../src/link/identity.ts';
import type { Concept } from '../../src/query/translate.ts';
import { createQuestions } from '../../src/store/questions.ts';
import { createSettings } from '../../src/store/settings.ts';
import { type FakeApplication, fakeApplication } from '../support/fake-discord/application.ts';
import type { FakeInteraction, FakeReply } from '../support/fake-discord/interactions.ts';
import { type Newsroom, names, newsroom } from '../support/newsroom.ts';

export const NOW = new Date('2025-05-23T10:00:00.000Z');

/** A newsroom, Discord, and the bot between them. */
export interface Bot {
  room: Newsroom;
  app: FakeApplication;
  /** What the bot logged. */
  logged: string[];
  /** Answers differently than from the database; undefined answers as usual. */
  instead: (asked: Asked) => Promise<unknown> | undefined;
  /** Starts the bot, and waits until members are answered unless they will not be. */
  start(options?: { roles?: FollowRole[]; guildId?: string; token?: string; ready?: boolean }): Promise<void>;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
  /** Resolves when the log has a line with this text (from now on, or before). */
  said(text: string): Promise<void>;
  /** Waits until an interaction is answered as the test wants it. */
  until(done: () => boolean): Promise<void>;
  /** The message that a command's answer became: the first, or one of its own where that was taken back. */
  answered(interaction: FakeInteraction): Promise<FakeReply>;
  close(): Promise<void>;
}

const PARTIES = {
  court: { de: 'Gericht Musterstadt', en: 'Court of Musterstadt' },
  acme: { de: 'Acme', en: 'Acme' },
};
const TOPICS = { training: { de: 'KI-Training', en: 'AI training' } };

/** What `/search` can translate. */
const CONCEPTS: Concept[] = [
  { kind: 'topic', ref: 'training', names: ['AI training', 'KI-Training', 'Modelltraining'] },
];

/** @param heartbeatMs of the gateway */
export async function createBot(heartbeatMs?: number): Promise<Bot> {
  const folder = mkdtempSync(join(tmpdir(), 'standoff-bot-'));
  const room = newsroom(join(folder, 'standoff.db'));
  names(room.db, 'party', PARTIES);
  names(room.db, 'topic', TOPICS);
  const app = await fakeApplication({ now: () => NOW.getTime(), ...(heartbeatMs && { heartbeatMs }) });
  let running: { close(): Promise<void> } | null = null;
  const listeners = new Set<() => void>();
  const heard = (): void => {
    for (const listener of listeners) listener();
  };
  const until = (done: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (!done()) return;
        listeners.delete(check);
        resolve();
      };
      listeners.add(check);
      check();
    });
  // Whatever happens on Discord happens at a request or a message: each may be what a test waits for.
  app.gateway.onMessage = heard;
  app.discord.more.unshift(() => {
    setImmediate(heard);
    return undefined;
  });
  const reader: Reader = {
    ask: async <T extends Asked>(asked: T) =>
      ((await bot.instead(asked)) ??
        answerAny(room.db, asked, { now: NOW, concepts: CONCEPTS })) as ReturnType<typeof answerAny<T>>,
    close: () => undefined,
  };
  const bot: Bot = {
    room,
    app,
    logged: [],
    instead: () => undefined,
    start: async ({ roles = [], guildId, token = 'fake-token', ready = true } = {}) => {
      bot.logged.length = 0;
      running = openCommands({
        ...{ token, api: app.discord.api, guildId, roles, reader, canonical: canonicalUrl },
        store: { settings: createSettings(room.db), questions: createQuestions(room.db) },
        log: (level, message) => {
          bot.logged.push(`${level}: ${message}`);
          heard();
        },
        now: () => NOW,
        backoff: () => 10,
      });
      if (ready) await bot.said('members are answered');
    },
    stop: async () => {
      await running?.close();
      running = null;
    },
    said: (text) => until(() => bot.logged.some((line) => line.includes(text))),
    until,
    answered: async (interaction) => {
      const made = () => interaction.message ?? interaction.followUps[0];
      await until(() => made()?.thinking === false);
      return made() ?? Promise.reject(new Error('unanswered'));
    },
    close: async () => {
      await bot.stop();
      await app.close();
      room.db.close();
      rmSync(folder, { recursive: true });
    },
  };
  return bot;
}
