import { createWireClient, type WireClient } from '../collect/wire/client.ts';
import type { Environment } from '../config/environment.ts';
import { ConfigError } from '../config/errors.ts';
import type { Settings } from '../config/load.ts';
import type { Instant, Source } from '../model/index.ts';
import type { Store } from '../store/index.ts';
import type { Clock } from './clock.ts';
import { userAgent } from './http.ts';

/** The wires that can be asked, with their secrets, and those that cannot. */
export interface WireAccess {
  open: { sourceId: string; urlName: string; base: string }[];
  /** Sources whose base URL is not set; `note` says so to the operator. */
  skipped: { sourceId: string; note: string }[];
}

/**
 * Where the wires of the catalogue are, from the environment.
 * @throws {ConfigError} when a base URL is none (its value is never printed), or when the only source of all is a wire
 *   whose base URL is missing
 */
export function resolveWires(sources: readonly Source[], env: Environment): WireAccess {
  const access: WireAccess = { open: [], skipped: [] };
  const problem = (key: string, message: string) =>
    new ConfigError([{ file: 'environment or .env', line: null, key, message }]);
  for (const { id: sourceId, wire } of sources) {
    if (wire === undefined) continue;
    const urlName = wire.urlEnv;
    const base = env[urlName];
    if (base === undefined) {
      if (sources.length === 1)
        throw problem(urlName, `is not set, and ${sourceId} of sources.yaml is the only source`);
      access.skipped.push({
        sourceId,
        note: `${urlName} is not set; ${sourceId} is skipped until it is`,
      });
      continue;
    }
    const { protocol, username } = URL.canParse(base) ? new URL(base) : { protocol: '', username: '' };
    if (!/^https?:$/.test(protocol) || username !== '')
      throw problem(urlName, "is no http(s) URL; copy the base URL from dpa's API portal");
    access.open.push({ sourceId, urlName, base });
  }
  return access;
}

/** Clients for the wires that can be asked, by source. */
export function openWires(
  { open }: WireAccess,
  settings: Settings['http'],
  { version, clock }: { version: string; clock: Clock },
): Map<string, WireClient> {
  return new Map(
    open.map(({ sourceId, urlName, base }) => [
      sourceId,
      createWireClient(
        {
          base,
          urlName,
          userAgent: userAgent(version, settings.contact),
          timeoutMs: settings.timeout,
          maxBytes: settings.maxSize,
          allowPrivate: settings.allowPrivate,
        },
        () => clock.now(),
      ),
    ]),
  );
}

/**
 * Enters the wires in the ledger; one that is skipped stands there once as failing, with the reason. To be called inside
 * a transaction, after the sources.
 */
export function registerWires(store: Store, { open, skipped }: WireAccess, at: Instant): void {
  const reasonOf = (note: string) => `not-configured: ${note}`;
  for (const { sourceId } of open) {
    const state = store.wires.register(sourceId);
    if (state.nextPollReason?.startsWith(reasonOf('')))
      store.wires.plan(sourceId, { at: null, reason: null, failures: 0 });
  }
  for (const { sourceId, note } of skipped) {
    const state = store.wires.register(sourceId);
    const error = reasonOf(note);
    if (state.nextPollReason === error) continue;
    store.wires.plan(sourceId, { at: null, reason: error, failures: 1 });
    store.feeds.record({
      feedUrl: state.feedUrl,
      at,
      outcome: 'failed',
      status: null,
      durationMs: 0,
      bytes: 0,
      entriesSeen: 0,
      entriesNew: 0,
      candidates: 0,
      error,
      notes: [],
    });
  }
}
