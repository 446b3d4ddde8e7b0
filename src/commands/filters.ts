import { type Command, InvalidArgumentError } from 'commander';
import { GRADES } from '../model/index.ts';
import type { Filters } from '../query/search.ts';

/** A UTC day given by a user. */
export function day(text: string): string {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : new Date(Number.NaN);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('Write a day such as 2025-05-27.');
  return text;
}

/** A whole number above zero given by a user. */
export function count(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1 || value > 100_000)
    throw new InvalidArgumentError('Write a whole number from 1 to 100000.');
  return value;
}

function grade(text: string): string {
  if (!(GRADES as readonly string[]).includes(text))
    throw new InvalidArgumentError(`Choose one of ${GRADES.join(', ')}.`);
  return text;
}

/** Adds the options that narrow a list to a command. */
export function withFilters(command: Command): Command {
  return command
    .option('--party <id>', 'only what names this party (ids: config/parties.yaml)')
    .option('--topic <id>', 'only what is on this topic (ids: config/topics.yaml)')
    .option('--source <id>', 'only this source (ids: config/sources.yaml)')
    .option('--in <language>', 'only texts in this language, such as de or en')
    .option('--grade <grade>', `only this grade: ${GRADES.join(', ')}`, grade)
    .option('--since <day>', 'from this day on (UTC)', day)
    .option('--until <day>', 'up to this day (UTC)', day)
    .option('--limit <n>', 'at most so many', count);
}

/** The filters among a command's options. */
export function filtersOf(options: Filters & { in?: string }): Filters {
  const { party, topic, source, grade: only, since, until, limit } = options;
  return { party, topic, source, language: options.in, grade: only, since, until, limit };
}
