import { TagScanner } from './scan.ts';
import type { RawField, RawItem } from './structure.ts';
import { escapeHtml, unwrap, unwrapMarkup } from './text.ts';

/** A text a feed carries, and whether it is HTML or plain. */
export interface Construct {
  kind: 'html' | 'text';
  value: string;
}

/**
 * What an element with a text holds: an Atom text construct (RFC 4287, 3.1 and 4.1.3; `mode` of Atom 0.3), or
 * an RSS text, which is HTML by custom.
 */
export function readConstruct(field: RawField, item: RawItem): Construct {
  const type = (field.attributes.get('type') ?? '').trim().toLowerCase();
  const mode = (field.attributes.get('mode') ?? '').trim().toLowerCase();
  if (mode === 'base64' || isBinary(type)) {
    return { kind: 'html', value: Buffer.from(field.inner, 'base64').toString('utf8') };
  }
  const markup = new TagScanner(field.inner).next() !== undefined;
  if (type === 'xhtml' || (mode !== 'escaped' && markup && type.includes('xhtml'))) {
    return { kind: 'html', value: unwrapMarkup(field.inner) };
  }
  const html = item.dialect !== 'atom' || type.includes('html') || markup;
  return { kind: html ? 'html' : 'text', value: unwrap(field.inner) };
}

/** Media types whose content is in base64 (RFC 4287, 4.1.3.3). */
function isBinary(type: string): boolean {
  return type.includes('/') && !/^text\/|html|[/+]xml$/.test(type);
}

/** A construct as HTML. */
export function toHtml({ kind, value }: Construct): string {
  return kind === 'html' ? value : escapeHtml(value);
}
