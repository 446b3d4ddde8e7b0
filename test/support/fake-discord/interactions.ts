import { refuse } from './community.ts';
import { choiceErrors, componentErrors } from './components-form.ts';
import { refusal } from './form.ts';
import type { Answer, Call, FakeEmbed } from './guild.ts';

/** Interactions as Discord keeps them: who may answer, how and until when (documentation, August 2026). */

const FIRST_ANSWER_MS = 3_000;
const TOKEN_MS = 900_000;
const EPHEMERAL = 64;
const KIND = { command: 2, component: 3, typing: 4 } as const;
const CALLBACK = { reply: 4, deferReply: 5, deferUpdate: 6, update: 7, choices: 8 } as const;

export interface FakeButton {
  label: string;
  custom_id: string;
  disabled?: boolean;
}

/** A message that only interactions make. */
export interface FakeReply {
  id: string;
  content: string;
  embeds: FakeEmbed[];
  components: { components: FakeButton[] }[];
  ephemeral: boolean;
  /** “… is thinking”. */
  thinking: boolean;
  /** What a reader is pinged by. */
  pings: boolean;
  asker: string;
}

export interface FakeInteraction {
  id: string;
  token: string;
  kind: number;
  at: number;
  asker: string;
  /** The type of the first answer. */
  answered: number | null;
  /** The message that the first answer made, or whose button was pressed. */
  message: FakeReply | null;
  followUps: FakeReply[];
  choices: { name: string; value: string }[] | null;
}

type Body = {
  content?: string;
  embeds?: FakeEmbed[];
  components?: FakeReply['components'];
  flags?: number;
} & {
  allowed_mentions?: { parse?: string[] };
};

const invalid = (body: unknown): Answer => ({ status: 400, body });

export class Interactions {
  readonly all: FakeInteraction[] = [];
  readonly #now: () => number;
  readonly #applicationId: string;
  #messages = 0n;

  constructor(now: () => number, applicationId: string) {
    this.#now = now;
    this.#applicationId = applicationId;
  }

  begin(kind: keyof typeof KIND, id: string, asker: string, message: FakeReply | null): FakeInteraction {
    const made: FakeInteraction = {
      ...{ id, token: `interaction-token-${id}`, kind: KIND[kind], at: this.#now(), asker },
      ...{ answered: null, message, followUps: [], choices: null },
    };
    this.all.push(made);
    return made;
  }

  answer(call: Call): Answer | undefined {
    const [, id, token] = /\/interactions\/(\d+)\/([\w-]+)\/callback$/.exec(call.path) ?? [];
    if (id !== undefined) return this.#callback(id, token ?? '', call);
    const webhook = /\/webhooks\/(\d+)\/(interaction-token-[\w-]+)(?:\/messages\/(@original|\d+))?$/;
    const [, application, of, message] = webhook.exec(decodeURIComponent(call.path)) ?? [];
    return application === undefined ? undefined : this.#webhook(application, of ?? '', message, call);
  }

  #callback(id: string, token: string, { body }: Call): Answer {
    const known = this.all.find((one) => one.id === id && one.token === token);
    if (!known || this.#now() - known.at > FIRST_ANSWER_MS) return refuse(404, 10062, 'Unknown interaction');
    if (known.answered !== null) return refuse(400, 40060, 'Interaction has already been acknowledged.');
    const { type = 0, data = {} } = body as { type?: number; data?: Body & { choices?: unknown } };
    const typing = known.kind === KIND.typing;
    const changes = type === CALLBACK.deferUpdate || type === CALLBACK.update;
    const possible = typing === (type === CALLBACK.choices) && (!changes || known.kind === KIND.component);
    if (!possible || !(Object.values(CALLBACK) as number[]).includes(type))
      return invalid({ code: 50035, message: 'Invalid Form Body', errors: { type: 'is not possible here' } });
    const wrong = this.#formOf(type, data);
    if (wrong) return wrong;
    known.answered = type;
    if (type === CALLBACK.choices) known.choices = data.choices as FakeInteraction['choices'];
    else if (type === CALLBACK.update && known.message) Object.assign(known.message, this.#shown(data));
    else if (!changes) {
      known.message = this.#message(known, data);
      known.message.thinking = type === CALLBACK.deferReply;
    }
    return { status: 204 };
  }

  #formOf(type: number, data: Body & { choices?: unknown }): Answer | null {
    if (type === CALLBACK.choices) {
      const errors = choiceErrors(data.choices);
      return errors ? invalid(errors) : null;
    }
    if ((data.flags ?? 0) !== 0 && data.flags !== EPHEMERAL)
      return invalid({
        code: 50035,
        message: 'Invalid Form Body',
        errors: { flags: 'not known to the fake' },
      });
    if (type !== CALLBACK.reply && type !== CALLBACK.update) return null;
    return this.#contentRefused(data);
  }

  #contentRefused(body: Body): Answer | null {
    const components = componentErrors(body.components);
    if (components) return invalid(components);
    return refusal({ ...body, components: undefined });
  }

  #webhook(application: string, token: string, message: string | undefined, call: Call): Answer {
    const known = this.all.find((one) => one.token === token);
    if (application !== this.#applicationId || !known || known.answered === null)
      return refuse(404, 10015, 'Unknown Webhook');
    if (this.#now() - known.at > TOKEN_MS) return refuse(401, 50027, 'Invalid Webhook Token');
    if (message === undefined) return this.#followUp(known, call);
    const target =
      message === '@original' ? known.message : known.followUps.find((one) => one.id === message);
    if (!target) return refuse(404, 10008, 'Unknown Message');
    if (call.method === 'DELETE') {
      known.message = null;
      return { status: 204 };
    }
    if (call.method === 'PATCH') {
      const merged = { content: target.content, embeds: target.embeds, ...(call.body as Body) };
      const wrong = this.#contentRefused(merged);
      if (wrong) return wrong;
      Object.assign(target, this.#shown(merged), { thinking: false });
    }
    return { status: 200, body: this.#object(target) };
  }

  /** The first one after “… is thinking” takes its place, and is seen by whoever saw that. */
  #followUp(known: FakeInteraction, { body }: Call): Answer {
    const wrong = this.#contentRefused(body as Body);
    if (wrong) return wrong;
    if (known.message?.thinking) {
      Object.assign(known.message, this.#shown(body as Body), { thinking: false });
      return { status: 200, body: this.#object(known.message) };
    }
    const made = this.#message(known, body as Body);
    known.followUps.push(made);
    return { status: 200, body: this.#object(made) };
  }

  #message({ asker }: FakeInteraction, body: Body): FakeReply {
    this.#messages += 1n;
    return {
      id: String(800_000_000_000_000_000n + this.#messages),
      ...{ content: '', embeds: [], components: [], pings: false },
      ...this.#shown(body),
      ephemeral: body.flags === EPHEMERAL,
      thinking: false,
      asker,
    };
  }

  #shown({ content = '', embeds = [], components, allowed_mentions: mentions }: Body) {
    return {
      content,
      embeds,
      ...(components && { components }),
      pings: mentions?.parse?.length !== 0 && /@(?:everyone|here)|<@[!&]?\d+>/.test(content),
    };
  }

  /** As Discord gives a message of an interaction. */
  #object(reply: FakeReply): object {
    const { id, content, embeds, components } = reply;
    return {
      ...{ id, content, embeds, components, channel_id: '700000000000000001', type: 20, tts: false },
      ...{ author: { id: this.#applicationId, username: 'standoff', discriminator: '0', bot: true } },
      ...{ timestamp: new Date(this.#now()).toISOString(), edited_timestamp: null, pinned: false },
      ...{ mention_everyone: false, mentions: [], mention_roles: [], attachments: [] },
      flags: reply.ephemeral ? EPHEMERAL : 0,
      interaction_metadata: {
        ...{ id: '1', type: 2, authorizing_integration_owners: {} },
        user: { id: reply.asker, username: 'reader', discriminator: '0' },
      },
    };
  }

  /** The same for the interaction of a button on it. */
  objectOf = (reply: FakeReply): object => this.#object(reply);
}
