import { GRADES } from '../model/index.ts';
import type { Choices } from '../query/choices.ts';
import { isDay } from '../query/day.ts';
import type { Filters } from '../query/filters.ts';
import { bad } from './problem.ts';

/** Filters by their name in addresses. */
export const FILTERS = [
  'party',
  'topic',
  'source',
  'language',
  'country',
  'stage',
  'grade',
  'docket',
  'since',
  'until',
] as const satisfies readonly (keyof Filters)[];
export type FilterName = (typeof FILTERS)[number];
/** The filters that an address sets. */
export type Narrowed = Partial<Record<FilterName, string>>;

/** Deeper pages would cost more than they are worth; a period leads there as well. */
export const MOST_PAGES = 100;
export const PAGE_LENGTH = 20;
const LONGEST_QUERY = 500;

/** A parameter of the address; undefined where it is absent or empty. */
export const given = (query: URLSearchParams, name: string): string | undefined =>
  query.get(name)?.trim() || undefined;

/**
 * The filters that an address sets. Names in other places of it are nobody's business.
 * @param wanted those that the page knows
 * @throws {Problem} 400 on a value that there is not
 */
export function filtersIn(
  query: URLSearchParams,
  choices: Choices,
  wanted: readonly FilterName[] = FILTERS,
): Narrowed {
  const filters: Narrowed = {};
  for (const name of wanted) {
    const value = given(query, name);
    if (value === undefined) continue;
    if (name === 'since' || name === 'until') {
      if (!isDay(value)) throw bad((words) => words.badDay(name));
    } else if (!valuesOf(choices, name).includes(value))
      throw bad((words) => words.unknownValue(name, value.slice(0, 80)));
    filters[name] = value;
  }
  if (filters.since !== undefined && filters.until !== undefined && filters.since > filters.until)
    throw bad((words) => words.badPeriod);
  return filters;
}

function valuesOf(choices: Choices, name: Exclude<FilterName, 'since' | 'until'>): readonly string[] {
  if (name === 'grade') return GRADES;
  return choices[name].map((choice) => (typeof choice === 'string' ? choice : choice.id));
}

/** Which page of a list is asked for, from 1. @throws {Problem} 400 when it is no such number */
export function pageIn(query: URLSearchParams): number {
  const text = given(query, 'page') ?? '1';
  const page = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (page < 1 || page > MOST_PAGES) throw bad((words) => words.badPage(MOST_PAGES));
  return page;
}

/** What is searched for; undefined where nothing is typed. @throws {Problem} 400 when it is too long */
export function searchedIn(query: URLSearchParams): string | undefined {
  const text = given(query, 'q');
  if (text !== undefined && text.length > LONGEST_QUERY) throw bad((words) => words.longQuery(LONGEST_QUERY));
  return text;
}
