import type { CheerioAPI } from 'cheerio/slim';
import type { Blocks, Box } from './blocks.ts';
import { type Element, innerText } from './dom.ts';

/** Elements a publisher's selector matches; none where it is absent, broken or has aged. */
export function select($: CheerioAPI, selector: string | undefined): Element[] {
  if (selector === undefined) return [];
  try {
    return $<Element, string>(selector).get();
  } catch {
    return [];
  }
}

/** Text of the first match that has any. */
export const selectText = ($: CheerioAPI, selector: string | undefined): string | null =>
  select($, selector)
    .map((element) => innerText(element))
    .find((text) => text !== '') ?? null;

/** Takes what a publisher's rule calls no article out of the tree. */
export function removeSelected($: CheerioAPI, selectors: readonly string[]): void {
  for (const selector of selectors) $(select($, selector)).remove();
}

/** A rule's body must hold this much prose, else it is taken to have aged. */
const ENOUGH = 200;

/**
 * The box that a publisher's rule names as the body; of several matches their common box, in which all else
 * is dropped.
 * @param least characters of prose it must hold at least
 * @returns null where the rule matches nothing to speak of: the general method takes over.
 */
export function bodyByRule({ top, blocks }: Blocks, elements: readonly Element[], least: number): Box | null {
  const wanted = new Set(elements);
  const matched: Box[] = [];
  const visit = (box: Box): void => {
    if (box.element !== null && wanted.has(box.element)) matched.push(box);
    else for (const child of box.children) visit(child);
  };
  visit(top);
  const [first, last] = [matched[0], matched.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (matched.reduce((sum, box) => sum + box.prose, 0) < Math.max(ENOUGH, least)) return null;
  let body = first;
  while (body.parent !== null && body.end < last.end) body = body.parent;
  for (const block of blocks.slice(body.first, body.end))
    if (!matched.some((box) => block.index >= box.first && block.index < box.end)) block.dropped = true;
  return body;
}
