import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { type OpmlFeed, parseOpml, writeOpml } from '../collect/feed/opml.ts';
import { addToSources, replaceFile } from '../config/sources-file.ts';
import type { Source } from '../model/index.ts';
import { type Context, createContext } from './context.ts';
import { CommandError } from './error.ts';
import { json, line, plain } from './output.ts';
import { type Plan, planSources, type Wanted } from './sources-plan.ts';

interface EditOptions {
  dryRun?: boolean;
}

/** `standoff sources add|import|export`: the catalogue grows without an editor. */
export function registerEdits(sources: Command): void {
  sources
    .command('add')
    .description('follow a feed, or the feeds that a page names: tried first, then written to sources.yaml')
    .argument('<url>', 'of a feed or of a page')
    .option('--all', 'all feeds that the page names, not only the first')
    .option('--dry-run', 'only say what would be written')
    .addHelpText('after', '\nExample:\n  $ standoff sources add https://www.example.org/ --dry-run')
    .action(async (url: string, options: EditOptions & { all?: boolean }, command: Command) => {
      const context = createContext(command);
      const { findFeeds } = await import('./feed-finder.ts');
      const { found, wanted } = await findFeeds(context, url, options.all ?? false);
      const plan = planSources(wanted, context.config().sources);
      apply(context, plan, options, found);
    });
  sources
    .command('import')
    .description('follow the feeds of an OPML list, as feed readers export it: written to sources.yaml')
    .argument('<file>', 'OPML')
    .option('--dry-run', 'only say what would be written')
    .addHelpText('after', '\nExample:\n  $ standoff sources import feeds.opml --dry-run')
    .action((file: string, options: EditOptions, command: Command) => {
      const context = createContext(command);
      const feeds = parseOpml(read(file));
      if (feeds.length === 0) throw new CommandError(`${file} names no feed; it should be an OPML list`);
      const wanted = feeds.map(({ language = null, ...feed }): Wanted => ({ ...feed, language }));
      apply(context, planSources(wanted, context.config().sources), options, []);
    });
  sources
    .command('export')
    .description('the catalogue as an OPML list, for feed readers')
    .argument('[file]', 'left out: to the terminal')
    .addHelpText('after', '\nExample:\n  $ standoff sources export feeds.opml')
    .action((file: string | undefined, _options: object, command: Command) => {
      const context = createContext(command);
      const feeds = context.config().sources.flatMap(outlines);
      const head = { title: 'standoff', createdAt: new Date().toISOString() };
      const opml = writeOpml(feeds, head);
      if (file !== undefined) writeFileSync(file, opml);
      if (context.json) return json(context.output, { file: file ?? null, feeds });
      if (file === undefined) context.output.out.write(opml);
      else
        line(context.output, `${feeds.length} ${feeds.length === 1 ? 'feed' : 'feeds'} written to ${file}`);
    });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CommandError(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** A source's feeds; several are told apart by their address, in a folder of the source's name. */
function outlines({ name, languages, feeds }: Source): OpmlFeed[] {
  const several = feeds.length > 1;
  return feeds.map(({ url }) => ({
    ...{ url, homepage: null, language: languages[0], folders: several ? [name] : [] },
    title: several ? `${name} ${new URL(url).pathname}` : name,
  }));
}

/** Writes a plan, unless it is only to be shown, and says what was done. */
function apply(
  context: Context,
  plan: Plan,
  { dryRun = false }: EditOptions,
  found: readonly string[],
): void {
  const path = join(context.folder, 'sources.yaml');
  const { sources, feeds, passedOver } = plan;
  const isEmpty = sources.length + feeds.length === 0;
  const written = !isEmpty && !dryRun;
  const text = isEmpty ? null : addToSources(readFileSync(path, 'utf8'), plan);
  if (text !== null && written) replaceFile(path, text);
  if (context.json) json(context.output, { file: path, written, found, sources, feeds, passedOver });
  else print(context, plan, found);
  if (context.json) return;
  if (isEmpty) line(context.output, 'nothing to add');
  else if (dryRun) line(context.output, `nothing was written; without --dry-run it goes to ${path}`);
  else line(context.output, `written to ${path}; kind, language and country are guesses: correct them there`);
}

function print({ output }: Context, { sources, feeds, passedOver }: Plan, found: readonly string[]): void {
  const { dim, green } = output.color;
  if (found.length > 1) {
    line(output, `the page names ${found.length} feeds:`);
    for (const url of found) line(output, `  ${plain(url)}`);
  }
  for (const { url, reason } of passedOver) line(output, `${dim('passed over')} ${plain(url)}: ${reason}`);
  for (const { sourceId, url } of feeds) line(output, `${green('feed of')} ${sourceId}: ${plain(url)}`);
  for (const { id, name, languages, country, feeds: urls } of sources) {
    line(output, `${green('source')} ${id}: ${plain(name)} (${languages.join(', ')}; ${country})`);
    for (const url of urls) line(output, `  ${plain(url)}`);
  }
}
