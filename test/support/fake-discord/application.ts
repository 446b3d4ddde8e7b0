import { commandErrors } from './commands-form.ts';
import { Community, refuse } from './community.ts';
import { type FakeGateway, fakeGateway } from './gateway.ts';
import type { Answer, Call } from './guild.ts';
import { type FakeInteraction, type FakeReply, Interactions } from './interactions.ts';
import { type FakeDiscord, fakeDiscord } from './server.ts';

const EPOCH = 1_420_070_400_000;
const DAILY_CREATES = 200;
const STRING = 3;
const BOOLEAN = 5;

/** Who asks. */
export interface Asker {
  id?: string;
  locale?: string;
}

interface Command {
  id: string;
  version: string;
  name: string;
}

/** A bot's application on Discord: commands, a server, its gateway; and members who use it. */
export interface FakeApplication {
  discord: FakeDiscord;
  gateway: FakeGateway;
  community: Community;
  /** What is registered, by the path it was put to. */
  commands: Map<string, Command[]>;
  /** Of GET /gateway/bot. */
  sessionsLeft: number;
  /** A member sends a command; gives what became of it so far. */
  command(name: string, options?: Record<string, string | boolean>, asker?: Asker): FakeInteraction;
  /** A member types into a field. */
  types(name: string, field: string, typed: string, asker?: Asker): FakeInteraction;
  /** A member presses a button of a message. */
  presses(message: FakeReply, customId: string, asker?: Asker): FakeInteraction;
  close(): Promise<void>;
}

export interface ApplicationOptions {
  now: () => number;
  token?: string;
  heartbeatMs?: number;
}

export const IDS = {
  application: '600000000000000001',
  bot: '600000000000000002',
  guild: '600000000000000003',
  member: '600000000000000004',
  channel: '700000000000000001',
} as const;

export async function fakeApplication({
  now,
  token = 'fake-token',
  heartbeatMs,
}: ApplicationOptions): Promise<FakeApplication> {
  const discord = await fakeDiscord({ now, token });
  const gateway = await fakeGateway({ token, ...(heartbeatMs !== undefined && { heartbeatMs }) });
  const community = new Community(IDS.guild, IDS.bot);
  const interactions = new Interactions(now, IDS.application);
  community.members.set(IDS.member, []);
  const user = { id: IDS.bot, username: 'standoff', discriminator: '0', bot: true, avatar: null };
  const application = { id: IDS.application, name: 'standoff', flags: 0 };
  gateway.welcome = () => ({ user, application, guilds: [community.object] });
  let count = 0n;
  const snowflake = (): string => {
    count += 1n;
    return String((BigInt(now() - EPOCH) << 22n) + count);
  };

  const begin = (
    kind: 'command' | 'component' | 'typing',
    data: object,
    asker: Asker,
    message: FakeReply | null = null,
  ): FakeInteraction => {
    const { id: member = IDS.member, locale = 'en-GB' } = asker;
    const made = interactions.begin(kind, snowflake(), member, message);
    gateway.dispatch('INTERACTION_CREATE', {
      ...{ id: made.id, token: made.token, type: made.kind, application_id: IDS.application, version: 1 },
      ...{ guild_id: IDS.guild, channel_id: IDS.channel, locale, guild_locale: 'de', data, context: 0 },
      ...{ channel: { id: IDS.channel, type: 0, guild_id: IDS.guild }, entitlements: [] },
      ...{ app_permissions: '0', authorizing_integration_owners: { 0: IDS.guild } },
      ...(message && { message: interactions.objectOf(message) }),
      member: {
        user: { id: member, username: 'reader', discriminator: '0', avatar: null },
        ...{
          roles: community.members.get(member) ?? [],
          permissions: '0',
          joined_at: '2025-01-01T00:00:00Z',
        },
        ...{ deaf: false, mute: false, flags: 0, pending: false },
      },
    });
    return made;
  };
  const used = (name: string, options: Record<string, string | boolean>, focused?: string): object => ({
    id: IDS.application,
    name,
    type: 1,
    options: Object.entries(options).map(([field, value]) => ({
      name: field,
      type: typeof value === 'boolean' ? BOOLEAN : STRING,
      value,
      ...(field === focused && { focused: true }),
    })),
  });

  const fake: FakeApplication = {
    ...{ discord, gateway, community, commands: new Map(), sessionsLeft: 1_000 },
    command: (name, options = {}, asker = {}) => begin('command', used(name, options), asker),
    types: (name, field, typed, asker = {}) => begin('typing', used(name, { [field]: typed }, field), asker),
    presses: (message, customId, asker = {}) =>
      begin('component', { custom_id: customId, component_type: 2 }, asker, message),
    close: async () => {
      await gateway.close();
      await discord.close();
    },
  };
  const authorized = (call: Call): Answer | undefined =>
    call.headers.authorization === `Bot ${token}` ? undefined : refuse(401, 0, '401: Unauthorized');
  discord.more.push(
    (call) => interactions.answer(call),
    (call) => aboutWebhook(call, discord),
    (call) => (/\/(?:channels\/\d+\/|webhooks\/)/.test(call.path) ? undefined : authorized(call)),
    (call) => about(call, fake, { user, application }),
    (call) => commands(call, fake, snowflake),
    (call) => (/\/channels\/\d+\//.test(call.path) ? undefined : community.answer(call)),
  );
  return fake;
}

/** What anyone who has its address may know of a webhook. */
function aboutWebhook({ method, path }: Call, { guild }: FakeDiscord): Answer | undefined {
  const [, id, token] = /\/webhooks\/(\d+)\/([\w-]+)$/.exec(path) ?? [];
  if (method !== 'GET' || id === undefined) return undefined;
  const webhook = guild.webhooks.get(id);
  if (!webhook) return refuse(404, 10015, 'Unknown Webhook');
  if (webhook.token !== token) return refuse(401, 50027, 'Invalid Webhook Token');
  return { status: 200, body: { id, type: 1, name: 'News', channel_id: webhook.channelId, token } };
}

/** Who the bot is, and where the gateway. */
function about(
  { method, path }: Call,
  { gateway, sessionsLeft }: FakeApplication,
  { user, application }: { user: object; application: object },
): Answer | undefined {
  if (method !== 'GET') return undefined;
  if (path.endsWith('/users/@me')) return { status: 200, body: user };
  if (path.endsWith('/applications/@me')) return { status: 200, body: application };
  if (!path.endsWith('/gateway/bot')) return undefined;
  const limit = { total: 1_000, remaining: sessionsLeft, reset_after: 3_600_000, max_concurrency: 1 };
  return { status: 200, body: { url: gateway.url, shards: 1, session_start_limit: limit } };
}

const created = new WeakMap<FakeApplication, number>();

/** Lists and replaces commands; a command that is put unchanged keeps its version. */
function commands(call: Call, fake: FakeApplication, snowflake: () => string): Answer | undefined {
  const [, path] = /\/api\/v10(\/applications\/\d+(?:\/guilds\/\d+)?\/commands)$/.exec(call.path) ?? [];
  if (path === undefined) return undefined;
  if (!path.startsWith(`/applications/${IDS.application}/`)) return refuse(403, 50001, 'Missing Access');
  const [, guild] = /\/guilds\/(\d+)\//.exec(path) ?? [];
  if (guild !== undefined && guild !== IDS.guild) return refuse(403, 50001, 'Missing Access');
  const before = fake.commands.get(path) ?? [];
  if (call.method === 'GET') return { status: 200, body: before };
  if (call.method !== 'PUT') return refuse(405, 0, '405: Method Not Allowed');
  const errors = commandErrors(call.body);
  if (errors) return { status: 400, body: errors };
  const wanted = call.body as { name: string }[];
  const fresh = wanted.filter(({ name }) => before.every((one) => one.name !== name)).length;
  const today = (created.get(fake) ?? 0) + fresh;
  if (today > DAILY_CREATES)
    return refuse(400, 30034, 'Max number of daily application command creates has been reached (200)');
  created.set(fake, today);
  const after = wanted.map((command) => {
    const known = before.find(({ name }) => name === command.name);
    const same = known && JSON.stringify({ ...known, ...command }) === JSON.stringify(known);
    return same ? known : { ...command, id: known?.id ?? snowflake(), version: snowflake() };
  });
  fake.commands.set(path, after);
  return { status: 200, body: after };
}
