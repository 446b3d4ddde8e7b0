import type { Command } from 'commander';
import { parseFeed } from '../collect/feed/parse.ts';
import { pollFeed } from '../collect/poll.ts';
import { packageVersion } from '../config/root.ts';
import type { Feed, Source } from '../model/index.ts';
import { createHosts } from '../worker/hosts.ts';
import { httpFor } from '../worker/http.ts';
import { type Context, createContext } from './context.ts';
import { CommandError, EXIT } from './error.ts';
import { json, line, table, when } from './output.ts';
import { progress } from './progress.ts';

/** What trying one feed showed. */
interface Trial {
  source: string;
  url: string;
  ok: boolean;
  status: number | null;
  entries: number;
  newest: string | null;
  ms: number;
  remark: string;
}

/** `standoff sources`: list the catalogue, try its feeds. */
export function register(program: Command): void {
  const sources = program.command('sources').description('list the sources, try their feeds');
  sources
    .command('list', { isDefault: true })
    .description('the catalogue')
    .addHelpText('after', '\nExample:\n  $ standoff sources list')
    .action((_options: object, command: Command) => {
      const context = createContext(command);
      const { sources: all } = context.config();
      if (context.json) return json(context.output, all);
      table(
        context.output,
        ['id', 'kind', 'languages', 'country', 'feeds', 'name'],
        all.map(({ id, kind, languages, country, feeds, name }) => [
          id,
          kind,
          languages.join(', '),
          country,
          feeds.length,
          name,
        ]),
        5,
      );
    });
  sources
    .command('test')
    .description('ask each feed once and say what came; exit code 1 when one failed')
    .argument('[id]', 'only this source')
    .addHelpText('after', '\nExample:\n  $ standoff sources test ntv')
    .action(async (id: string | undefined, _options: object, command: Command) => {
      const context = createContext(command);
      const chosen = context.config().sources.filter((source) => id === undefined || source.id === id);
      if (chosen.length === 0)
        throw new CommandError(`there is no source "${id}"; \`standoff sources\` lists them`);
      const trials = await tryFeeds(context, chosen);
      if (context.json) json(context.output, trials);
      else print(context, trials);
      process.exitCode = trials.every(({ ok }) => ok) ? EXIT.ok : EXIT.failed;
    });
}

async function tryFeeds(context: Context, sources: readonly Source[]): Promise<Trial[]> {
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
        remark: result.outcome === 'failed' ? result.message : 'no answer',
      };
    const { entries, notes } = result.parsed;
    const newest = entries
      .map(({ publishedAt }) => publishedAt)
      .reduce((a, b) => (b !== null && (a === null || b > a) ? b : a), null);
    return { ...base, ok: true, entries: entries.length, newest, remark: notes.join('; ') };
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

function print({ output }: Context, trials: readonly Trial[]): void {
  table(
    output,
    ['source', 'result', 'entries', 'newest', 'ms', 'feed', 'remark'],
    trials.map(({ source, ok, status, entries, newest, ms, url, remark }) => [
      source,
      { text: String(status ?? 'failed'), paint: ok ? output.color.green : output.color.red },
      entries,
      when(newest),
      ms,
      url,
      remark,
    ]),
    6,
  );
  const failed = trials.filter(({ ok }) => !ok).length;
  line(output, `\n${trials.length - failed} of ${trials.length} feeds answered`);
}
