import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface Asset {
  type: string;
  body: string;
}

/** What a page needs besides itself, by address. Addresses name the content, so that they can be cached for good. */
export const ASSETS = new Map<string, Asset>();

const read = (file: string): string => readFileSync(new URL(`./assets/${file}`, import.meta.url), 'utf8');

function add(name: string, type: string, body: string): string {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const address = `/assets/${hash}-${name}`;
  ASSETS.set(address, { type, body });
  return address;
}

const STYLES = ['base.css', 'parts.css', 'forms.css', 'story.css', 'print.css'];

/** Addresses of the page's own files. */
export const ASSET = {
  style: add('style.css', 'text/css; charset=utf-8', STYLES.map(read).join('\n')),
  search: add('search.js', 'text/javascript; charset=utf-8', read('search.js')),
  icon: add('icon.svg', 'image/svg+xml', read('icon.svg')),
};
