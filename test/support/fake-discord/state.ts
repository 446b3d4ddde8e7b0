import type { Channel, FakeMessage, GuildOptions } from './types.ts';

const EPOCH = 1_420_070_400_000;

/** What Discord knows of one server. */
export class State {
  readonly guildId: string;
  readonly channels = new Map<string, Channel>();
  readonly webhooks = new Map<string, { token: string; channelId: string }>();
  readonly nonces = new Map<string, { message: FakeMessage; at: number }>();
  readonly oldEdits: number[] = [];
  readonly published: { channelId: string; at: number }[] = [];
  readonly options: Required<GuildOptions>;
  #counter = 0n;

  constructor(options: GuildOptions) {
    this.options = {
      token: 'fake-token',
      rateLimit: { limit: 1_000, windowMs: 1_000 },
      nonceWindowMs: 180_000,
      oldEdits: 5,
      published: 10,
      sparse: false,
      ...options,
    };
    this.guildId = this.snowflake();
  }

  get now(): number {
    return this.options.now();
  }

  addChannel(settings: Partial<Omit<Channel, 'messages'>> = {}): Channel {
    const channel: Channel = {
      id: settings.id ?? this.snowflake(),
      ...{
        type: 0,
        name: 'news',
        view: true,
        send: true,
        createThreads: true,
        readHistory: true,
        attachFiles: true,
        sendInThreads: true,
      },
      ...{ archived: false, locked: false, archivedAt: null, parentId: null, appliedTags: [] },
      ...{ tags: [], requiresTag: false, messages: [] },
      ...settings,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  snowflake(): string {
    this.#counter += 1n;
    return String((BigInt(this.options.now() - EPOCH) << 22n) + this.#counter);
  }
}
