import type { DomHandler } from 'htmlparser2';

/** A node of the parsed page (domhandler's tree, which cheerio works on too). */
export type Node = DomHandler['root']['children'][number];
export type Element = Extract<Node, { attribs: Record<string, string> }>;
export type Root = DomHandler['root'];

/** True for tags of any kind, `script` and `style` included. */
export const isElement = (node: Node | Root | null): node is Element => node !== null && 'attribs' in node;

/** The text a text node holds, else null. */
export const textOf = (node: Node): string | null => (node.type === 'text' ? node.data : null);

/** All white space and zero-width marks become one blank; soft hyphens vanish. */
export const squeeze = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\u2060\ufeff]+/g, '')
    .replace(/[\s\0]+/g, ' ')
    .trim();

const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg']);

/** The squeezed text below a node. Recursion is safe: the parser bounds the depth. */
export function innerText(node: Node | Root, limit = 20_000): string {
  let out = '';
  const walk = (at: Node | Root): void => {
    if (out.length > limit) return;
    if (at.type === 'text') out += at.data;
    else if ('children' in at && !(isElement(at) && UNREAD.has(at.name))) {
      if (isElement(at) && at.name === 'br') out += ' ';
      for (const child of at.children) walk(child);
    }
  };
  walk(node);
  return squeeze(out);
}

/** Calls `visit` for each element in document order; a visit that returns false skips what is below. */
export function eachElement(root: Root | Element, visit: (element: Element) => boolean | undefined): void {
  for (const child of root.children)
    if (isElement(child) && visit(child) !== false) eachElement(child, visit);
}
