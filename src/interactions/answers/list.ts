import type { Page } from '../model.ts';
import { type Item, listing } from '../render.ts';
import type { Asking } from './narrowing.ts';

export interface List<Row> {
  title: string;
  narrowed: readonly string[];
  /** One more than `size` where another page follows. */
  rows: readonly Row[];
  size: number;
  empty: string;
  item: (row: Row) => Item;
}

/** One page of a list. */
export function listPage<Row>({ question, words }: Asking, list: List<Row>): Page {
  const { title, narrowed, rows, size, empty, item } = list;
  const { page } = question;
  const more = rows.length > size;
  const embed = listing({
    title,
    narrowed,
    items: rows.slice(0, size).map(item),
    empty: page === 0 ? empty : words.nothingMore,
    footer: page > 0 || more ? words.page(page + 1) : '',
    size,
  });
  return { embed, more };
}
