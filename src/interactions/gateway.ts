import { Events, type Interaction } from 'discord.js';
import { createClient, type GatewayClient, sleep } from './gateway-client.ts';
import { finalClosing, REFUSED_TOKEN } from './gateway-codes.ts';

/** `ready` members are answered; `lost` they are not, and it is tried again; `refused` they are not until someone acts. */
export type GatewayState = 'connecting' | 'ready' | 'lost' | 'refused';

export interface GatewayOptions {
  token: string;
  /** Another server than Discord's, `http://127.0.0.1:8080/api`. */
  api?: string | undefined;
  onInteraction(interaction: Interaction): void;
  /** The bot is known: its application's id. */
  onReady(applicationId: string): void;
  /** @param reason why it is not ready */
  onState(state: GatewayState, reason: string | null): void;
  /** Ms until the n-th try in a row, from 0. */
  backoff?: (tries: number) => number;
}

const MINUTE = 60_000;
/** discord.js connects again by itself, without end or pause. So often it may within the time below; then it is ended,
 * and tried again later: of a bot that begins 1,000 sessions in a day, Discord takes the token away. */
const MOST_LOSSES = 3;
const LOSSES_WITHIN = 10 * MINUTE;
const LONGEST_BACKOFF = 15 * MINUTE;
/** A connection that is being made is let finish for so long, to be closed properly. */
const GRACE = 3_000;

const defaultBackoff = (tries: number): number => Math.min(5_000 * 2 ** tries, LONGEST_BACKOFF);

const isRefusedToken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'TokenInvalid';

/**
 * Keeps the connection on which Discord tells of members' commands. Nothing else depends on it: posting goes by REST. What
 * can mend itself is tried again, with growing waits; what cannot is said once and left.
 */
export class Gateway {
  readonly #options: GatewayOptions;
  #current: GatewayClient | null = null;
  #state: GatewayState = 'connecting';
  #settle = (): void => undefined;
  #timer: NodeJS.Timeout | undefined;
  #tries = 0;
  #readyAt = 0;
  #losses: number[] = [];
  #closed = false;

  constructor(options: GatewayOptions) {
    this.#options = options;
    options.onState('connecting', null);
    this.#connect();
  }

  /** Ends the connection with code 1000. */
  async close(): Promise<void> {
    const pending = this.#state === 'connecting' || this.#state === 'lost';
    const settled = new Promise<void>((resolve) => {
      this.#settle = resolve;
    });
    if (pending && this.#current) await Promise.race([settled, sleep(GRACE)]);
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#current?.end(this.#state === 'ready' || this.#state === 'refused');
  }

  #connect(): void {
    const made = createClient(this.#options.api);
    this.#current = made;
    const { client } = made;
    const { onReady, onInteraction, token } = this.#options;
    /** An ended client may have something left to say. */
    const mine =
      <T extends unknown[]>(act: (...args: T) => void) =>
      (...args: T): void => {
        if (this.#current === made) act(...args);
      };
    const ready = mine(() => this.#ready());
    const lost = mine(() => this.#lost());
    // Before login: discord.js may be ready before it returns.
    client.once(Events.ClientReady, ({ application }) => onReady(application.id));
    client.on(Events.ShardReady, ready);
    client.on(Events.ShardResume, ready);
    client.on(Events.ShardReconnecting, lost);
    client.on(
      Events.ShardDisconnect,
      mine(({ code }: { code: number }) => this.#become('refused', finalClosing(code))),
    );
    client.on(Events.InteractionCreate, onInteraction);
    // Said by what follows from it; without a listener Node would end the bot.
    for (const event of [Events.ShardError, Events.Error] as const) client.on(event, () => undefined);
    client.login(token).catch(mine((error: unknown) => this.#failed(error)));
  }

  #become(state: GatewayState, reason: string | null = null): void {
    this.#settle();
    if (this.#closed || this.#state === 'refused') return;
    this.#state = state;
    this.#options.onState(state, reason);
  }

  #ready(): void {
    this.#readyAt = Date.now();
    this.#become('ready');
  }

  #failed(error: unknown): void {
    if (isRefusedToken(error)) this.#become('refused', REFUSED_TOKEN);
    else this.#again(error instanceof Error ? error.message : String(error));
  }

  #lost(): void {
    const now = Date.now();
    if (this.#state === 'ready' && now - this.#readyAt > LOSSES_WITHIN) this.#tries = 0;
    this.#losses = [...this.#losses.filter((at) => now - at < LOSSES_WITHIN), now];
    if (this.#losses.length <= MOST_LOSSES)
      this.#become('lost', 'the connection broke off; it is being made again');
    else this.#again('the connection breaks off again and again');
  }

  /** Tries it anew after a wait. */
  #again(reason: string): void {
    const ended = this.#current;
    this.#current = null;
    this.#losses = [];
    if (this.#closed || this.#state === 'refused') return;
    const wait = (this.#options.backoff ?? defaultBackoff)(this.#tries);
    this.#tries += 1;
    this.#become('lost', `${reason}; tried again in ${Math.ceil(wait / 1000)} s`);
    ended?.end(false).catch(() => undefined);
    this.#timer = setTimeout(() => this.#connect(), wait);
  }
}
