import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWireClient, type WireClient } from '../../src/collect/wire/client.ts';
import { createLinker } from '../../src/link/index.ts';
import type { Source } from '../../src/model/index.ts';
import type { ChannelSettings } from '../../src/publish/channels.ts';
import { deliver } from '../../src/publish/deliver.ts';
import type { Form, Place } from '../../src/publish/medium.ts';
import type { Message } from '../../src/publish/message.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { commitPage } from '../../src/worker/commit.ts';
import type { WireContext } from '../../src/worker/context.ts';
import type { PolledFeed } from '../../src/worker/poll.ts';
import { understand } from '../../src/worker/understand.ts';
import { pollWires } from '../../src/worker/wire.ts';
import { registerWires } from '../../src/worker/wires.ts';
import { compiledDossier, dossier } from './dossier.ts';
import { type FakeWireq, type FakeWireqOptions, fakeWireq } from './fake-wireq/server.ts';

const source = (fields: Pick<Source, 'id' | 'name' | 'kind'> & Partial<Source>): Source => ({
  languages: ['de'],
  country: 'DE',
  feeds: [],
  fetch: 'candidates',
  timezone: 'Europe/Berlin',
  ...fields,
});

export const DPA = source({
  id: 'dpa',
  name: 'dpa',
  kind: 'agency',
  wire: { provider: 'dpa-wireq', urlEnv: 'DPA_WIREQ_URL' },
});
export const PAPER = source({ id: 'anzeiger', name: 'Anzeiger', kind: 'newspaper' });

const CHANNEL: ChannelSettings = {
  id: 'test',
  language: 'de',
  grades: ['core', 'secondary'],
  maxAgeMs: 2 * 86_400_000,
  medium: { kind: 'terminal' },
};

/** The moments at which a process may die. */
export type Moment = 'before a commit' | 'after a commit' | 'before a request' | 'after a request';

/** The worker's way with wires, every part real, at a clock of the test's own. */
export interface WireRun {
  wireq: FakeWireq;
  store: Store;
  /** What the channel shows, by message. */
  messages: Map<string, Message>;
  now(): Date;
  /** Moves the clock. */
  pass(ms: number): void;
  /** Releases, asks and stores; `hook` may throw, as a crash would. */
  poll(hook?: (moment: Moment) => void): Promise<PolledFeed[]>;
  deliver(): Promise<void>;
  /** An outlet's page, extracted and committed as the worker does. */
  print(url: string, html: string): void;
  rows<T>(sql: string): T[];
  /** Everything the database wrote; for runs on disk. */
  bytesOnDisk(): string;
  close(): Promise<void>;
}

/** The same rooms, with a moment before and after everything that leaves the process. */
function mortal(context: WireContext, hook: (moment: Moment) => void): WireContext {
  const transaction = <T>(work: () => T): T => {
    const result = context.store.transaction(() => {
      const done = work();
      hook('before a commit');
      return done;
    });
    hook('after a commit');
    return result;
  };
  const around = async <T>(request: () => Promise<T>): Promise<T> => {
    hook('before a request');
    const answer = await request();
    hook('after a request');
    return answer;
  };
  const mortalWire = (wire: WireClient): WireClient => ({
    fetch: () => around(() => wire.fetch()),
    acknowledge: (receipt) => around(() => wire.acknowledge(receipt)),
    close: () => wire.close(),
  });
  return {
    ...context,
    store: { ...context.store, transaction },
    wires: new Map([...context.wires].map(([id, wire]) => [id, mortalWire(wire)])),
  };
}

export async function startWireRun(
  options: Omit<FakeWireqOptions, 'now'> & { onDisk?: boolean } = {},
): Promise<WireRun> {
  let at = Date.parse('2025-05-23T10:00:00Z');
  const now = () => new Date(at);
  const wireq = await fakeWireq({ ...options, now });
  const folder = mkdtempSync(join(tmpdir(), 'standoff-wire-'));
  const store = openStore(options.onDisk ? join(folder, 'wire.db') : ':memory:');
  const access = { open: [{ sourceId: 'dpa', urlName: 'DPA_WIREQ_URL', base: wireq.base }], skipped: [] };
  store.transaction(() => {
    store.catalogue.syncSources([DPA, PAPER]);
    store.catalogue.syncDossier(dossier);
    registerWires(store, access, now().toISOString());
  });
  const wire = createWireClient(
    {
      base: wireq.base,
      urlName: 'DPA_WIREQ_URL',
      userAgent: 'standoff/0 (+test@example.org)',
      timeoutMs: 2_000,
      maxBytes: 5_000_000,
      allowPrivate: ['127.0.0.1'],
    },
    now,
  );
  const context: WireContext = {
    store,
    dossier: compiledDossier,
    channels: [CHANNEL],
    linker: createLinker(store.db),
    sources: new Map([DPA, PAPER].map((item) => [item.id, item])),
    wires: new Map([['dpa', wire]]),
    clock: { now },
    signal: new AbortController().signal,
  };
  const messages = new Map<string, Message>();
  return {
    wireq,
    store,
    messages,
    now,
    pass: (ms) => {
      at += ms;
    },
    poll: (hook) => pollWires(hook ? mortal(context, hook) : context),
    deliver: async () => {
      const medium = {
        body: (message: Message) => JSON.stringify(message),
        post: async (message: Message, { ref }: Form) => {
          messages.set(ref, message);
          return { messageId: ref, threadId: null };
        },
        edit: async ({ messageId }: Place, message: Message) => void messages.set(messageId, message),
      };
      await deliver({ db: store.db, channels: [CHANNEL], media: async () => medium, now });
    },
    print: (url, html) => {
      const fetchedAt = now().toISOString();
      const bytes = Buffer.from(html);
      const entry = { title: '', teaser: '', publishedAt: null, language: null };
      const understood = understand(
        { bytes, contentType: 'text/html; charset=utf-8', url, source: PAPER, entry, fetchedAt },
        compiledDossier,
      );
      const evidence = {
        fetchedAt,
        finalUrl: url,
        status: 200,
        sha256: 'x',
        etag: null,
        lastModified: null,
        bytes: 1,
        headers: {},
      };
      store.transaction(() =>
        commitPage(context, {
          source: PAPER,
          entry: null,
          article: null,
          understood,
          evidence,
          archived: null,
          at: fetchedAt,
        }),
      );
    },
    rows: <T>(sql: string) => store.db.prepare<[], T>(sql).all(),
    bytesOnDisk: () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join(''),
    close: async () => {
      await wire.close();
      await wireq.close();
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
