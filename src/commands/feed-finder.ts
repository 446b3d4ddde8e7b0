import { parseFeed } from '../collect/feed/parse.ts';
import { discoverFeeds } from '../collect/http/discover.ts';
import { packageVersion } from '../config/root.ts';
import type { Source } from '../model/index.ts';
import { httpFor } from '../worker/http.ts';
import type { Context } from './context.ts';
import { CommandError } from './error.ts';
import { tryFeeds } from './feed-trial.ts';
import type { Wanted } from './sources-plan.ts';

/** How a feed that is only being tried is read. */
const TRIED: Omit<Source, 'id' | 'feeds'> = {
  ...{ name: 'feed', kind: 'portal', languages: ['en'], country: '-', fetch: 'candidates' },
  timezone: 'Europe/Berlin',
};

async function discover(context: Context, url: string): Promise<string[]> {
  const http = httpFor(context.config().settings.http, packageVersion());
  try {
    const discovery = await discoverFeeds(url, http, parseFeed);
    if (discovery.kind === 'failed') throw new CommandError(`${url}: ${discovery.message}`);
    if (discovery.feeds.length === 0)
      throw new CommandError(`${url} is no feed and names none; look for the feed's own address`);
    return discovery.feeds.map((feed) => feed.url);
  } finally {
    await http.close();
  }
}

/**
 * The feeds behind an address, those that are wanted (the first, or all) tried.
 * @throws {CommandError} when there is none, or none of them can be read
 */
export async function findFeeds(
  context: Context,
  url: string,
  all: boolean,
): Promise<{ found: string[]; wanted: Wanted[] }> {
  if (!/^https?:/i.test(url) || !URL.canParse(url))
    throw new CommandError(`"${url}" is no web address; write it in full, with https://`);
  const found = await discover(context, url);
  const chosen = all ? found : found.slice(0, 1);
  const trials = await tryFeeds(
    context,
    chosen.map((feed) => ({ ...TRIED, id: feed, feeds: [{ url: feed, format: 'feed' as const }] })),
  );
  const failed = trials.filter(({ ok }) => !ok);
  if (failed.length > 0)
    throw new CommandError(failed.map((trial) => `${trial.url} cannot be read: ${trial.remark}`).join('\n'));
  return {
    found,
    wanted: trials.map(({ url: feed, title, language }) => ({
      ...{ url: feed, title: title ?? '', language, homepage: null },
    })),
  };
}
