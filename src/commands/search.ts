import type { Command } from 'commander';
import { didYouMean } from '../query/did-you-mean.ts';
import { type Found, find, MARK, type SearchHit } from '../query/search.ts';
import { conceptsOf } from './concepts.ts';
import { createContext } from './context.ts';
import { filtersOf, type ListOptions, withFilters } from './filters.ts';
import { known } from './known.ts';
import { printList } from './list.ts';
import { line, link, type Output, plain, when, wrap } from './output.ts';

interface SearchOptions extends ListOptions {
  translate?: boolean;
}

const COLUMNS = [
  'id',
  'at',
  'outlet',
  'language',
  'grade',
  'storyId',
  'agencies',
  'title',
  'url',
  'snippet',
] as const;

/** `standoff search`: articles by their words. */
export function register(program: Command): void {
  withFilters(program.command('search'))
    .description('find articles by words in any form, "phrases", -exclusions, OR and prefix*')
    .argument('<words...>', 'what to look for')
    .option('--translate', 'also under the names that other languages have for it')
    .addHelpText(
      'after',
      `
A query with -exclusions stands in quotes, so that they are not taken for options.

Examples:
  $ standoff search '"berechtigtes Interesse"' --party vz_nrw --since 2025-05-01
  $ standoff search 'Widerspruch OR Einspruch -Urheberrecht'`,
    )
    .action((words: string[], options: SearchOptions, command: Command) => {
      const context = createContext(command);
      const query = words.join(' ');
      const { translate, ...selection } = options;
      const filters = filtersOf(selection);
      const concepts = translate ? conceptsOf(context.config().dossier) : [];
      const { found, instead } = context.reading((db) => {
        const found = find(db, query, known(db, filters), concepts);
        return { found, instead: found.hits.length > 0 || filters.offset ? null : didYouMean(db, query) };
      });
      printList(context, options, {
        rows: found.hits.map(unmarked),
        columns: COLUMNS,
        limit: filters.limit,
        human: (paper) => printHits(paper, found, instead),
      });
    });
}

/** For people: what was found, or what they may have meant. */
function printHits(output: Output, { hits, ofNewest }: Found, instead: string | null): void {
  if (hits.length === 0) line(output, 'Nothing found.');
  if (instead !== null) line(output, `Did you mean: ${plain(instead)}`);
  for (const hit of hits) printHit(output, hit);
  if (ofNewest !== null && hits.length > 0)
    line(output, output.color.dim(`Many articles match: these are the best of the newest ${ofNewest}.`));
}

/** For machines the found words are marked as Markdown does. */
function unmarked(hit: SearchHit): SearchHit {
  return { ...hit, snippet: hit.snippet.replaceAll(MARK.begin, '**').replaceAll(MARK.end, '**') };
}

/** For people: title, facts, the words found, address. */
export function printHit(output: Output, hit: SearchHit): void {
  const { color } = output;
  for (const part of wrap(hit.title, output.out.isTTY ? output.width : Number.POSITIVE_INFINITY).split('\n'))
    line(output, link(output, hit.url, color.bold(part)));
  const facts = [
    when(hit.at),
    hit.outlet,
    hit.agencies,
    hit.grade,
    hit.storyId === null ? null : `story ${hit.storyId}`,
  ];
  line(output, `  ${color.dim(facts.filter((fact) => fact !== null && fact !== '').join(' · '))}`);
  const found = new RegExp(`${MARK.begin}([^${MARK.end}]*)${MARK.end}`, 'g');
  line(
    output,
    wrap(hit.snippet, output.width, '  ').replace(found, (_, word: string) => color.yellow(word)),
  );
  line(output, `  ${link(output, hit.url, color.cyan(plain(hit.url)))}\n`);
}
