import type { ChannelSettings } from '../../src/publish/channels.ts';
import { type DeliverReport, type DeliveryEvent, deliver } from '../../src/publish/deliver.ts';
import { createMedia } from '../../src/publish/media.ts';
import { storyChanged } from '../../src/publish/outbox.ts';
import type { FakeMessage, GuildOptions } from '../support/fake-discord/guild.ts';
import { type FakeDiscord, fakeDiscord } from '../support/fake-discord/server.ts';
import type { Channel } from '../support/fake-discord/types.ts';
import { type ArticleFields, type Newsroom, newsroom } from '../support/newsroom.ts';

export const START = '2025-05-23T10:00:00.000Z';
const DAY = 86_400_000;

/** A bot, a database and a Discord, with one clock for all. */
export interface Bench {
  room: Newsroom;
  discord: FakeDiscord;
  channels: ChannelSettings[];
  /** Adds a Discord channel and the bot's settings for it; gives the channel's id on Discord. */
  channel(settings?: Partial<ChannelSettings>, guild?: Partial<Channel>): string;
  now(): string;
  /** Lets ms pass. */
  pass(ms: number): void;
  /** An article arrives and its story is noted, in one transaction. */
  arrives(article: ArticleFields, silent?: boolean): number;
  deliver(options?: { timeoutMs?: number }): Promise<DeliverReport & { events: DeliveryEvent[] }>;
  /** What readers see. */
  seen(channelId: string): FakeMessage[];
  close(): Promise<void>;
}

export async function bench(guild: Partial<GuildOptions> = {}, path?: string): Promise<Bench> {
  let time = Date.parse(START);
  const room = newsroom(path);
  const discord = await fakeDiscord({ now: () => time, ...guild });
  const channels: ChannelSettings[] = [];
  const self: Bench = {
    room,
    discord,
    channels,
    channel: (settings = {}, permissions = {}) => {
      const { id: channelId } = discord.guild.addChannel(permissions);
      channels.push({
        id: `channel-${channels.length + 1}`,
        language: 'de',
        grades: ['core', 'secondary'],
        maxAgeMs: 2 * DAY,
        medium: { kind: 'discord-bot', token: 'fake-token', channelId, api: discord.api },
        ...settings,
      });
      return channelId;
    },
    now: () => new Date(time).toISOString(),
    pass: (ms) => {
      time += ms;
    },
    arrives: (article, silent = false) =>
      room.db.transaction(() => {
        const id = room.article(article);
        storyChanged(room.db, { storyId: article.story, channels, now: self.now(), silent });
        return id;
      })(),
    deliver: async ({ timeoutMs } = {}) => {
      const events: DeliveryEvent[] = [];
      const media = createMedia(channels, {
        stream: { write: () => undefined },
        color: false,
        width: 80,
        ...(timeoutMs !== undefined && { timeoutMs }),
      });
      const report = await deliver({
        db: room.db,
        channels,
        media,
        now: () => new Date(time),
        onDelivery: (event) => events.push(event),
      });
      return { ...report, events };
    },
    seen: (channelId) => discord.guild.channels.get(channelId)?.messages ?? [],
    close: async () => {
      await discord.close();
      room.db.close();
    },
  };
  for (const source of ['anzeiger', 'kurier', 'bote']) room.source(source);
  return self;
}

/** An article of a story. */
export const report = (story: number, source = 'anzeiger', time = START) => ({
  story,
  source,
  title: `Bericht ${story} im ${source}`,
  at: time,
});
