import type { Answer, Call } from './guild.ts';

/** A server with roles, members and channels, as far as permissions go (documentation, permissions, August 2026). */

export interface FakeRole {
  id: string;
  name: string;
  position: number;
  permissions: string;
  managed: boolean;
}

export interface FakePlace {
  id: string;
  type: number;
  name: string;
  guild_id: string;
  permission_overwrites: { id: string; type: 0 | 1; allow: string; deny: string }[];
}

const MANAGE_ROLES = 1n << 28n;
const ADMINISTRATOR = 1n << 3n;

export const refuse = (status: number, code: number, message: string): Answer => ({
  status,
  body: { code, message },
});

export class Community {
  readonly id: string;
  readonly botId: string;
  readonly roles: FakeRole[];
  /** Roles of each member. */
  readonly members = new Map<string, string[]>();
  readonly places: FakePlace[] = [];
  readonly #everyone: FakeRole;
  readonly #ownRole: FakeRole;
  #counter = 0n;

  constructor(id: string, botId: string) {
    this.id = id;
    this.botId = botId;
    this.#everyone = { id, name: '@everyone', position: 0, permissions: '0', managed: false };
    this.roles = [this.#everyone];
    this.#ownRole = this.addRole('standoff', { managed: true });
    this.members.set(botId, [this.#ownRole.id]);
  }

  /** What the bot may do everywhere. */
  allow(permissions: bigint): void {
    this.#ownRole.permissions = String(permissions);
  }

  /** A new role stands above the earlier ones unless it says where. */
  addRole(name: string, fields: Partial<FakeRole> = {}): FakeRole {
    const role: FakeRole = {
      id: this.#snowflake(),
      name,
      position: this.roles.length,
      permissions: '0',
      managed: false,
      ...fields,
    };
    this.roles.push(role);
    return role;
  }

  /** Puts the bot's own role above all others. */
  raiseBot(): void {
    this.#ownRole.position = this.roles.length;
  }

  addPlace(fields: Partial<FakePlace> = {}): FakePlace {
    const id = fields.id ?? this.#snowflake();
    const place = { type: 0, name: 'news', guild_id: this.id, permission_overwrites: [], ...fields, id };
    this.places.push(place);
    return place;
  }

  /** As GUILD_CREATE and the interface give it. */
  get object() {
    const { id, roles, places } = this;
    return {
      ...{ id, name: 'Newsroom', owner_id: '1', roles, channels: places, members: [], threads: [] },
      ...{ emojis: [], stickers: [], features: [], presences: [], voice_states: [], stage_instances: [] },
      ...{ guild_scheduled_events: [], soundboard_sounds: [], member_count: 2, unavailable: false },
      ...{ joined_at: '2025-01-01T00:00:00Z', large: false, preferred_locale: 'de', nsfw_level: 0 },
      ...{ verification_level: 0, explicit_content_filter: 0, mfa_level: 0, afk_timeout: 300 },
      ...{ default_message_notifications: 0, premium_tier: 0, system_channel_flags: 0 },
    };
  }

  answer({ method, path }: Call): Answer | undefined {
    const [, channel] = /\/channels\/(\d+)$/.exec(path) ?? [];
    const place = this.places.find(({ id }) => id === channel);
    if (channel !== undefined && method === 'GET')
      return place ? { status: 200, body: place } : refuse(404, 10003, 'Unknown Channel');
    const [, guild, rest = ''] = /\/guilds\/(\d+)(\/members\/.*)?$/.exec(path) ?? [];
    if (guild === undefined) return undefined;
    if (guild !== this.id) return refuse(403, 50001, 'Missing Access');
    if (rest === '') return { status: 200, body: this.object };
    const [, member = '', role] = /^\/members\/(\d+)(?:\/roles\/(\d+))?$/.exec(rest) ?? [];
    const has = this.members.get(member);
    if (!has) return refuse(404, 10007, 'Unknown Member');
    if (role === undefined) return { status: 200, body: { user: { id: member }, roles: has } };
    return this.#changeRole(method, member, role);
  }

  #changeRole(method: string, member: string, id: string): Answer {
    const role = this.roles.find((one) => one.id === id);
    if (!role) return refuse(404, 10011, 'Unknown Role');
    const may = BigInt(this.#ownRole.permissions);
    const above = this.#ownRole.position > role.position && !role.managed && role !== this.#everyone;
    if ((may & (MANAGE_ROLES | ADMINISTRATOR)) === 0n || !above)
      return refuse(403, 50013, 'Missing Permissions');
    const others = (this.members.get(member) ?? []).filter((one) => one !== id);
    this.members.set(member, method === 'PUT' ? [...others, id] : others);
    return { status: 204 };
  }

  #snowflake(): string {
    this.#counter += 1n;
    return String(900_000_000_000_000_000n + this.#counter);
  }
}
