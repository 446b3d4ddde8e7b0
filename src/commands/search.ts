import type { Command } from 'commander';
import { type Filters, MARK, type SearchHit, search } from '../query/search.ts';
import { createContext } from './context.ts';
import { filtersOf, withFilters } from './filters.ts';
import { json, line, type Output, plain, when, wrap } from './output.ts';

/** `standoff search`: articles by their words. */
export function register(program: Command): void {
  withFilters(program.command('search'))
    .description('find articles by words, "phrases", -exclusions, OR and prefix*')
    .argument('<words...>', 'what to look for')
    .addHelpText(
      'after',
      `\nExample:\n  $ standoff search '"berechtigtes Interesse"' --party vz_nrw --since 2025-05-01`,
    )
    .action((words: string[], options: Filters & { in?: string }, command: Command) => {
      const { output, json: machine, reading } = createContext(command);
      const hits = reading((db) => search(db, words.join(' '), filtersOf(options)));
      if (machine) return json(output, hits.map(unmarked));
      if (hits.length === 0) line(output, 'Nothing found.');
      for (const hit of hits) printHit(output, hit);
    });
}

/** For machines the found words are marked as Markdown does. */
function unmarked(hit: SearchHit): SearchHit {
  return { ...hit, snippet: hit.snippet.replaceAll(MARK.begin, '**').replaceAll(MARK.end, '**') };
}

/** For people: title, facts, the words found, address. */
export function printHit(output: Output, hit: SearchHit): void {
  const { color } = output;
  line(output, color.bold(plain(hit.title)));
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
  line(output, `  ${color.cyan(hit.url)}\n`);
}
