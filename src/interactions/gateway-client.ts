import { Client, GatewayIntentBits, Options, SimpleShardingStrategy } from 'discord.js';
import { restOptions } from '../publish/discord/rest.ts';

/** discord.js waits 500 ms between two connections, and does not look whether it was ended in between. */
const RECONNECT_GAP = 700;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

export interface GatewayClient {
  client: Client;
  /** Ends it for good, its connection with code 1000. @param settled whether it is connected */
  end(settled: boolean): Promise<void>;
}

/** A client of discord.js that keeps next to nothing in memory. @param api another server than Discord's */
export function createClient(api: string | undefined): GatewayClient {
  let strategy: SimpleShardingStrategy | undefined;
  const client = new Client({
    // Servers, channels and roles; neither messages nor members, and nothing that needs a permission of Discord's.
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: restOptions(api),
    // A server that is down must not keep members of the others waiting.
    waitGuildTimeout: 1_000,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      GuildMemberManager: 0,
      MessageManager: 0,
      ThreadManager: 0,
      UserManager: 1,
    }),
    ws: {
      buildStrategy: (manager) => {
        strategy = new SimpleShardingStrategy(manager);
        return strategy;
      },
    },
  });
  return {
    client,
    end: async (settled) => {
      await client.destroy();
      if (settled) return;
      await sleep(RECONNECT_GAP);
      await strategy?.destroy({ code: 1_000 });
    },
  };
}
