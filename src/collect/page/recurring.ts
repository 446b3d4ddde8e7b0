import { createHash } from 'node:crypto';
import { type Block, type Blocks, type Box, isAlive } from './blocks.ts';

/** Shorter paragraphs are sub-headings and cries that recur in articles, longer ones are the article's own. */
const SHORTEST = 40;
const LONGEST = 400;
/** Of one page, so many at most. */
const MANY = 200;

/** What a paragraph is known by on the outlet's other pages; null where its length says that it is no boilerplate. */
function paragraphKey(text: string): string | null {
  if (text.length < SHORTEST || text.length > LONGEST) return null;
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** The keys of a text's paragraphs, each once. */
export function paragraphKeys(text: string): string[] {
  const keys = new Set<string>();
  for (const paragraph of text.split('\n\n')) {
    const key = paragraphKey(paragraph);
    if (key !== null) keys.add(key);
    if (keys.size === MANY) break;
  }
  return [...keys];
}

/** The text without the paragraphs that these keys stand for. */
export function withoutParagraphs(text: string, keys: readonly string[]): string {
  if (keys.length === 0) return text;
  const unwanted = new Set(keys);
  return text
    .split('\n\n')
    .filter((paragraph) => !unwanted.has(paragraphKey(paragraph) ?? ''))
    .join('\n\n');
}

/**
 * Drops the blocks that recur on the outlet's pages, unless they are most of the text.
 * @returns the keys of what was dropped
 */
export function dropRecurring({ blocks }: Blocks, body: Box, recurring: ReadonlySet<string>): string[] {
  if (recurring.size === 0) return [];
  const alive = blocks.slice(body.first, body.end).filter(isAlive);
  const known = alive.flatMap((block) => {
    const key = paragraphKey(block.text);
    return key !== null && recurring.has(key) ? [{ block, key }] : [];
  });
  const length = (some: readonly Block[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  if (length(known.map(({ block }) => block)) > length(alive) / 2) return [];
  for (const { block } of known) block.dropped = true;
  return [...new Set(known.map(({ key }) => key))];
}
