import type { RequestListener } from 'node:http';
import { answerHubs, listen, type Push, type Receiver } from '../collect/websub/listener.ts';
import {
  callbackUrl,
  isSigned,
  judgeIntent,
  readIntent,
  subscribe,
  unguessable,
} from '../collect/websub/subscription.ts';
import type { Settings } from '../config/load.ts';
import type { FeedState } from '../store/feeds.ts';
import type { Subscription } from '../store/websub.ts';
import { instant, later } from './clock.ts';
import type { WorkerContext } from './context.ts';
import { takePush } from './push.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A lease is renewed when this share of it has passed. */
const RENEW_AFTER = 0.75;

export type HubsContext = Omit<WorkerContext, 'signal' | 'pushedUntil'>;

/** WebSub: feeds whose hub tells us of news (W3C Recommendation, the subscriber's side). */
export interface Hubs {
  /** Subscribes where a feed names a hub, and renews leases before they end. Gives what went wrong, a line each. */
  subscribe(signal: AbortSignal): Promise<string[]>;
  /** For an HTTP server behind the callback address. */
  answer: RequestListener;
  /**
   * Listens as configured until closed; from then on feeds whose hub delivers are polled seldom.
   * @param onNews told after each push that brought something
   * @throws {ListenError}
   */
  open(onNews: () => void): Promise<{ close(): Promise<void> }>;
  /** Until when a hub can be relied on to tell of a feed's news; null where none can. */
  pushedUntil(feedUrl: string): string | null;
}

export function createHubs(context: HubsContext, settings: NonNullable<Settings['websub']>): Hubs {
  const { store, clock, config } = context;
  const { polling, http } = config.settings;
  let listening = false;
  let onNews = (): void => undefined;
  const pollSoon = (feedUrl: string): void => {
    const now = instant(clock);
    const lastPollAt = stateOf(context, feedUrl)?.lastPollAt;
    const rested = lastPollAt ? later(lastPollAt, polling.shortest) : now;
    store.feeds.pollSoon(feedUrl, rested > now ? rested : now);
  };
  const receiver: Receiver = {
    knows: (token) => store.websub.byToken(token) !== undefined,
    confirm: (token, query) => confirm(context, settings.lease, { token, query, pollSoon }),
    take: async (token, push) => {
      const subscription = store.websub.byToken(token);
      if (!subscription || !isSigned(push.signature, subscription.secret, push.body)) return;
      const entriesNew = await take(context, subscription, push);
      if (entriesNew === null) pollSoon(subscription.feedUrl);
      if (entriesNew !== 0) onNews();
    },
  };
  const answer = answerHubs(receiver, http.maxSize);
  return {
    answer,
    subscribe: async (signal) => {
      const wanted = store.feeds.all().flatMap((state) => wishOf(context, state));
      const told = await Promise.all(wanted.map((wish) => ask(context, settings, wish, signal)));
      return told.filter((line) => line !== null);
    },
    open: async (tell) => {
      const server = await listen(settings.listen, answer);
      listening = true;
      onNews = tell;
      // What hubs told while nobody listened is lost.
      for (const feedUrl of store.websub.active(instant(clock))) pollSoon(feedUrl);
      return {
        close: () => {
          listening = false;
          onNews = () => undefined;
          return server.close();
        },
      };
    },
    pushedUntil: (feedUrl) => (listening ? store.websub.reliedUntil(feedUrl, instant(clock)) : null),
  };
}

function stateOf({ store }: HubsContext, feedUrl: string): FeedState | undefined {
  return store.feeds.all().find(({ url }) => url === feedUrl);
}

type Wanted = Pick<Subscription, 'feedUrl' | 'hub' | 'topic' | 'secret' | 'token'>;

/** What is to be asked for a feed now, if anything: a hub or topic of another name begins a new subscription. */
function wishOf({ store, clock }: HubsContext, { url, hints, endedAt }: FeedState): Wanted[] {
  if (endedAt !== null || !hints?.hub || !hints.self) return [];
  const { hub, self: topic } = hints;
  const before = store.websub.ofFeed(url);
  if (before === undefined || before.hub !== hub || before.topic !== topic)
    return [{ feedUrl: url, hub, topic, secret: unguessable(), token: unguessable() }];
  return before.nextAskAt <= instant(clock) ? [before] : [];
}

function ask(
  { store, hosts, http, clock }: HubsContext,
  { callback, lease }: NonNullable<Settings['websub']>,
  { feedUrl, hub, topic, secret, token }: Wanted,
  signal: AbortSignal,
): Promise<string | null> {
  return hosts.run(
    hub,
    async () => {
      if (signal.aborted) return null;
      const asked = instant(clock);
      // Before the request: a hub may come back to confirm before it answers.
      store.websub.ask({ feedUrl, hub, topic, secret, token, nextAskAt: later(asked, HOUR) });
      const wish = { hub, topic, secret, callback: callbackUrl(callback, token), leaseMs: lease };
      const result = await subscribe(wish, http);
      if (result.kind !== 'failed') return null;
      const refused = result.status !== null && result.status < 500;
      const wait = Math.max(refused ? DAY : HOUR, result.retryAfterMs ?? 0);
      store.websub.failed(token, result.message, later(asked, wait));
      return `${feedUrl} is polled; its hub ${hub} took no subscription: ${result.message}`;
    },
    signal,
  );
}

function confirm(
  { store, clock }: HubsContext,
  askedLease: number,
  request: { token: string; query: URLSearchParams; pollSoon: (feedUrl: string) => void },
): string | null {
  const { token, query, pollSoon } = request;
  const subscription = store.websub.byToken(token);
  if (!subscription) return null;
  const intent = readIntent(query);
  const now = instant(clock);
  const pending = subscription.pending === 1;
  switch (judgeIntent(intent, { topic: subscription.topic, pending })) {
    case 'unknown':
      return null;
    case 'denied':
      store.websub.denied(token, `denied ${intent.reason}`.trim(), later(now, DAY));
      if (subscription.leaseUntil !== null) pollSoon(subscription.feedUrl);
      return '';
    case 'confirmed': {
      const lease = intent.leaseMs ?? askedLease;
      store.websub.confirmed(token, later(now, lease), later(now, Math.max(HOUR, lease * RENEW_AFTER)));
      return intent.challenge;
    }
  }
}

/** How many new entries a push brought; null where the feed itself must be asked. */
async function take(
  context: HubsContext,
  { token, feedUrl }: Subscription,
  push: Push,
): Promise<number | null> {
  context.store.websub.pinged(token, instant(context.clock));
  const state = stateOf(context, feedUrl);
  const source = state && context.sources.get(state.sourceId);
  return state && source ? takePush(context, state, source, push) : null;
}
