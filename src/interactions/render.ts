import type { APIEmbed, APIEmbedField } from 'discord.js';
import { LIMITS } from '../publish/discord/limits.ts';
import { fitLines, inertText } from '../publish/discord/markdown.ts';
import type { Line, Run } from '../publish/message.ts';
import { plain, truncate } from '../publish/text.ts';

/** One entry of a list: a headline, facts about it, an excerpt. */
export interface Item {
  head: Line;
  facts?: Line;
  excerpt?: Line;
}

const COLOUR = 0x6b7280;
/** A headline with a long address; facts about it. */
const HEAD = 760;
const FACTS = 300;
/** An excerpt gives an idea; the article is a click away. */
const EXCERPT = 420;

export const text = (value: string, strong = false): Run =>
  strong ? { kind: 'text', text: value, strong } : { kind: 'text', text: value };
export const dim = (value: string): Run => ({ kind: 'dim', text: value });
/** A link; plain text where there is no address. */
export const link = (value: string, url: string | null): Run =>
  url === null ? text(value) : { kind: 'link', text: value, url };
export const day = (instant: string): Run => ({ kind: 'day', day: instant.slice(0, 10) });

/** Runs with a dot between each two. */
export const dotted = (parts: readonly (Run | string | null)[]): Line =>
  parts
    .filter((part) => part !== null && part !== '')
    .flatMap((part, index): Line => {
      const run = typeof part === 'string' ? text(part) : part;
      return run === null ? [] : index === 0 ? [run] : [dim(' · '), run];
    });

/** As long as links are named by. */
const NAME = 100;
const unlinked = (line: Line): Line =>
  line.map((run) => (run.kind === 'link' ? text(truncate(run.text, NAME)) : run));

/** A line in at most `max` units; without its links where they alone are longer. */
const lineText = (line: Line, max: number): string =>
  fitLines([line], max).text || fitLines([unlinked(line)], max).text;

/** One item in at most `max` units of markdown. */
function itemText({ head, facts = [], excerpt = [] }: Item, max: number): string {
  const lines: string[] = [];
  let left = max;
  for (const [line, most] of [
    [head, HEAD],
    [facts, FACTS],
    [excerpt, EXCERPT],
  ] as const) {
    const rendered = line.length > 0 && left > 1 ? lineText(line, Math.min(most, left - 1)) : '';
    if (!rendered) continue;
    lines.push(rendered);
    left -= rendered.length + 1;
  }
  return lines.join('\n');
}

export interface Listing {
  title: string;
  /** What narrows it, one after the other. */
  narrowed: readonly string[];
  items: readonly Item[];
  /** Stands where there is no item. */
  empty: string;
  footer: string;
  /** Items a page has at most: each gets its share of the room. */
  size: number;
}

/** A list as one embed within Discord's limits: every item of a page is there, however long its texts. */
export function listing({ title, narrowed, items, empty, footer, size }: Listing): APIEmbed {
  const share = Math.floor(LIMITS.description / size) - 2;
  const body = items.map((item) => itemText(item, share)).join('\n\n');
  const author = truncate(narrowed.map(plain).join(' · '), LIMITS.author);
  return {
    title: inertText(title, LIMITS.title),
    color: COLOUR,
    description: body || inertText(empty, LIMITS.description),
    ...(author && { author: { name: author } }),
    ...(footer && { footer: { text: footer } }),
  };
}

/** A field of as many lines as fit, with the number of those left out; none without lines. */
export function field(name: string, lines: readonly Line[], inline = false): APIEmbedField[] {
  const { text: value, taken } = fitLines(lines, LIMITS.fieldValue - 6);
  if (!value) return [];
  const rest = lines.length - taken;
  return [{ name, value: rest > 0 ? `${value}\n+${rest}` : value, inline }];
}

/** A card of fields, those at the end left out where all of them would be too much for one embed. */
export function card(title: string, url: string | null, fields: readonly APIEmbedField[]): APIEmbed {
  const heading = inertText(title, LIMITS.title);
  let left = LIMITS.total - heading.length;
  const kept = fields.slice(0, LIMITS.fields).filter(({ name, value }) => {
    const cost = name.length + value.length;
    if (cost > left) return false;
    left -= cost;
    return true;
  });
  return { title: heading, color: COLOUR, fields: kept, ...(url !== null && { url }) };
}
