import { discordClient } from '../publish/discord/rest.ts';
import type { Questions } from '../store/questions.ts';
import { GATEWAY_KEY, type GatewayRecord, type Settings } from '../store/settings.ts';
import type { Canonical } from './asked.ts';
import type { LongOptions } from './custom-id.ts';
import type { Desk, FollowRole, Log } from './desk.ts';
import { Gateway, type GatewayState } from './gateway.ts';
import { handle } from './handle.ts';
import type { Reader } from './reader.ts';
import { register, unregister } from './register.ts';

export type { FollowRole } from './desk.ts';
export { createReader } from './reader.ts';

export interface CommandsOptions {
  token: string;
  /** Another server than Discord's. */
  api?: string | undefined;
  /** The one server that has the commands; left out: all. */
  guildId?: string | undefined;
  roles: readonly FollowRole[];
  store: { settings: Settings; questions: Questions };
  reader: Reader;
  canonical: Canonical;
  log: Log;
  now?: () => Date;
  /** Ms until the n-th try in a row to reach the gateway. */
  backoff?: (tries: number) => number;
}

const DAY = 86_400_000;
/** Buttons of lists older than this may have forgotten what they list. */
const KEPT_DAYS = 90;

const SAID: Readonly<Record<GatewayState, readonly [level: 'info' | 'warn' | 'error', message: string]>> = {
  connecting: ['info', 'slash commands: connecting'],
  ready: ['info', 'slash commands: members are answered'],
  lost: ['warn', 'slash commands: members are not answered, posting goes on'],
  refused: ['error', 'slash commands: members are not answered until this is mended, posting goes on'],
};

function longOptions({ questions }: CommandsOptions['store'], now: () => Date): LongOptions {
  return {
    keep: (options) => {
      const at = now();
      const until = new Date(at.getTime() - KEPT_DAYS * DAY).toISOString();
      return questions.keep(options, at.toISOString(), until);
    },
    find: (id) => questions.options(id),
  };
}

/**
 * Answers members' slash commands until closed. Returns at once: the connection is made beside whatever else the bot does,
 * and nothing that happens to it ends the bot.
 */
export function openCommands(options: CommandsOptions): { close(): Promise<void> } {
  const { token, api, guildId, roles, store, reader, canonical, log, backoff } = options;
  const { now = () => new Date() } = options;
  const client = discordClient({ token, api });
  const desk: Desk = { reader, long: longOptions(store, now), canonical, roles, client, log };
  const note = (state: GatewayRecord['state'], reason: string | null): void => {
    try {
      store.settings.set(GATEWAY_KEY, { state, reason, at: now().toISOString() } satisfies GatewayRecord);
    } catch (error) {
      log('warn', `slash commands: cannot note how they are: ${String(error)}`);
    }
  };
  const gateway = new Gateway({
    token,
    api,
    ...(backoff && { backoff }),
    onInteraction: (interaction) => void handle(interaction, desk),
    onReady: (applicationId) =>
      void register({
        ...{ client, settings: store.settings, applicationId, guildId },
        ...{ follow: roles.length > 0, log },
      }),
    onState: (state, reason) => {
      note(state, reason);
      const [level, message] = SAID[state];
      log(level, reason === null ? message : `${message}: ${reason}`);
    },
  });
  return {
    close: async () => {
      await gateway.close();
      reader.close();
      note('off', null);
    },
  };
}

/** Takes the commands away that an earlier run registered; says so. @throws {MediumError} */
export async function withdrawCommands({
  token,
  api,
  store,
  log,
}: Pick<CommandsOptions, 'token' | 'api' | 'store' | 'log'>): Promise<void> {
  if (await unregister(discordClient({ token, api }), store.settings))
    log('info', 'slash commands taken away, as standoff.yaml says');
  store.settings.remove(GATEWAY_KEY);
}
