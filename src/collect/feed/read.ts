import Parser from 'rss-parser';
import { CANONICAL_NAMES } from './canonical.ts';

/** One value of an element: its text and its attributes. */
export interface Value {
  text: string;
  attributes: Readonly<Record<string, string>>;
}

/** An item as rss-parser gives it: the values of each element, in document order. */
export type Values = (name: string) => readonly Value[];

export interface ReadFeed {
  /** Text of an element of the channel; `''` where there is none. */
  channel: (name: string) => string;
  items: Values[];
}

const CHANNEL_NAMES = ['hub', 'self', 'updatePeriod', 'updateFrequency'];

/**
 * Gives a canonical document to rss-parser and takes every value of every element from it. A new `Parser` each
 * time: a used one carries state of the last document over, and may then never settle.
 */
export async function readWithRssParser(canonical: string): Promise<ReadFeed> {
  const parser = new Parser<Record<string, unknown>, Record<string, unknown>>({
    customFields: {
      feed: CHANNEL_NAMES,
      item: CANONICAL_NAMES.map((name) => [name, `all ${name}`, { keepArray: true }]),
    },
  });
  const feed = await parser.parseString(canonical);
  return {
    channel: (name) => toValue(feed[name]).text,
    items: feed.items.map((item) => (name) => {
      const all: unknown = item[`all ${name}`];
      return Array.isArray(all) ? all.map(toValue) : [];
    }),
  };
}

/** xml2js gives a string, or an object with the text in `_` and the attributes in `$`. */
function toValue(given: unknown): Value {
  if (typeof given === 'string') return { text: given, attributes: {} };
  if (typeof given !== 'object' || given === null) return { text: '', attributes: {} };
  const text = '_' in given && typeof given._ === 'string' ? given._ : '';
  const attributes: Record<string, string> = {};
  for (const [name, value] of Object.entries('$' in given ? (given.$ ?? {}) : {})) {
    if (typeof value === 'string') attributes[name] = value;
  }
  return { text, attributes };
}
