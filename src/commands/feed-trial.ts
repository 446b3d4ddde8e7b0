import { parseFeed } from '../collect/feed/parse.ts';
import { pollFeed } from '../collect/poll.ts';
import { packageVersion } from '../config/root.ts';
import type { Feed, Source } from '../model/index.ts';
import { createHosts } from '../worker/hosts.ts';
import { httpFor } from '../worker/http.ts';
import type { Context } from './context.ts';
import { progress } from './progress.ts';

/** What trying one feed showed. */
export interface Trial {
  source: string;
  url: string;
  ok: boolean;
  status: number | null;
  entries: number;
  newest: string | null;
  /** What the feed calls itself and its language. */
  title: string | null;
  language: string | null;
  ms: number;
  remark: string;
}

/** Asks each feed of the sources once, as politely as a poll would. */
export async function tryFeeds(context: Context, sources: readonly Source[]): Promise<Trial[]> {
  const { http: settings } = context.config().settings;
  const http = httpFor(settings, packageVersion());
  const hosts = createHosts({ delayMs: settings.delay });
  const report = progress(context.output);
  const pairs = sources.flatMap((source) => source.feeds.map((feed) => ({ source, feed })));
  report({ kind: 'start', phase: 'poll', total: pairs.length });
  const attempt = async (source: Source, feed: Feed): Promise<Trial> => {
    const result = await pollFeed(
      { feed, source, validators: null, bodySha256: null, known: new Set() },
      http,
      parseFeed,
    );
    report({ kind: 'step', phase: 'poll', label: source.name, failed: result.outcome === 'failed' });
    const base = { source: source.id, url: feed.url, status: result.status, ms: result.durationMs };
    if (result.outcome !== 'changed')
      return {
        ...base,
        ok: false,
        entries: 0,
        newest: null,
        title: null,
        language: null,
        remark: result.outcome === 'failed' ? result.message : 'no answer',
      };
    const { entries, notes, title, language } = result.parsed;
    const newest = entries
      .map(({ publishedAt }) => publishedAt)
      .reduce((a, b) => (b !== null && (a === null || b > a) ? b : a), null);
    return { ...base, ok: true, entries: entries.length, newest, title, language, remark: notes.join('; ') };
  };
  try {
    return await Promise.all(
      pairs.map(({ source, feed }) => hosts.run(feed.url, () => attempt(source, feed))),
    );
  } finally {
    report({ kind: 'end', phase: 'poll' });
    await http.close();
  }
}
