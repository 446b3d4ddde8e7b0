import { type Command, InvalidArgumentError } from 'commander';
import { GRADES } from '../model/index.ts';
import { isDay } from '../query/day.ts';
import type { Filters } from '../query/filters.ts';
import { count, type Formats, withFormats } from './list.ts';

/** A UTC day given by a user. */
export function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError('Write a day such as 2025-05-27.');
  return text;
}

function grade(text: string): string {
  if (!(GRADES as readonly string[]).includes(text))
    throw new InvalidArgumentError(`Choose one of ${GRADES.join(', ')}.`);
  return text;
}

/** What a user gives to narrow a list. */
export interface ListOptions extends Omit<Filters, 'language' | 'offset'>, Formats {
  in?: string;
  page?: number;
}

/** Adds the options that select articles to a command. @param limit how many it gives unless told; left out: all */
export function withSelection(command: Command, limit?: number): Command {
  return command
    .option('--party <id>', 'only what names this party (`standoff parties` lists them)')
    .option('--topic <id>', 'only what is on this topic (`standoff topics` lists them)')
    .option('--source <id>', 'only this source (ids: config/sources.yaml)')
    .option('--in <language>', 'only texts in this language, such as de or en')
    .option('--country <code>', "only this country's press, such as DE")
    .option('--agency <name>', 'only what is credited to this wire agency, such as dpa')
    .option('--own', 'only own reporting: no agency credited, no copy')
    .option('--stage <id>', 'only what reports this stage of the proceedings')
    .option('--docket <number>', 'only what names this case number, such as "15 UKl 2/25"')
    .option('--grade <grade>', `only this grade: ${GRADES.join(', ')}`, grade)
    .option('--since <day>', 'from this day on (UTC)', day)
    .option('--until <day>', 'up to this day (UTC)', day)
    .option(
      '--limit <n>',
      limit === undefined ? 'at most so many' : `at most so many (default: ${limit})`,
      count,
    );
}

/** Adds the same, pages and formats of a list to a command; `filtersOf` takes the same limit. */
export function withFilters(command: Command, limit = 20): Command {
  return withFormats(withSelection(command, limit)).option('--page <n>', 'the n-th so many', count);
}

/** The filters among a command's options; a page is of `limit` rows unless the user says otherwise. */
export function filtersOf({ in: language, page = 1, csv, md, ...filters }: ListOptions, limit = 20): Filters {
  return {
    ...filters,
    language: language?.toLowerCase(),
    limit: filters.limit ?? limit,
    offset: (page - 1) * (filters.limit ?? limit),
  };
}
