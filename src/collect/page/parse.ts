import { type CheerioAPI, load } from 'cheerio/slim';
import { DomHandler, Parser } from 'htmlparser2';
import type { Root } from './dom.ts';

/** Longest page read, in characters; what lies beyond is cut off. */
const MAX_CHARS = 6_000_000;
const MAX_DEPTH = 1_000;
const MAX_NODES = 400_000;
/** Bounds are checked after each piece of this many characters. */
const PIECE = 2_048;

class BoundedHandler extends DomHandler {
  nodes = 0;

  get depth(): number {
    return this.tagStack.length;
  }

  protected override addNode(node: Parameters<DomHandler['addNode']>[0]): void {
    this.nodes++;
    super.addNode(node);
  }
}

export interface ParsedPage {
  root: Root;
  /** cheerio over the same tree, for selectors. */
  $: CheerioAPI;
}

/**
 * Parses a page leniently (implied end tags as HTML has them) within bounds: 6 M characters, 400 k nodes,
 * a nesting of about a thousand, so that walking the tree recursively is safe. Never throws.
 */
export function parsePage(html: string): ParsedPage {
  const handler = new BoundedHandler();
  const parser = new Parser(handler, { decodeEntities: true });
  const end = Math.min(html.length, MAX_CHARS);
  for (let at = 0; at < end; at += PIECE) {
    parser.write(html.slice(at, Math.min(at + PIECE, end)));
    if (handler.depth > MAX_DEPTH || handler.nodes > MAX_NODES) break;
  }
  parser.end();
  return { root: handler.root, $: load(handler.root) };
}
