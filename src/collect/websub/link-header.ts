import type { CadenceHints } from '../../model/index.ts';

const MAX_LENGTH = 8192;
const LINK = /<([^<>]*)>((?:[^",<]|"[^"]*")*)/g;
const REL = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i;

/**
 * The hub and the topic that a `Link` header names (RFC 8288); they go before those in the document (W3C WebSub, 4).
 * @param base for relative addresses
 */
export function linkedHub(header: string | undefined, base: string): Pick<CadenceHints, 'hub' | 'self'> {
  const found: Pick<CadenceHints, 'hub' | 'self'> = {};
  for (const [, target = '', parameters = ''] of (header ?? '').slice(0, MAX_LENGTH).matchAll(LINK)) {
    const [, quoted, bare] = REL.exec(parameters) ?? [];
    const rels = (quoted ?? bare ?? '').toLowerCase().split(/\s+/);
    if (!URL.canParse(target, base)) continue;
    const { href, protocol } = new URL(target, base);
    if (!/^https?:$/.test(protocol)) continue;
    if (rels.includes('hub')) found.hub ??= href;
    if (rels.includes('self')) found.self ??= href;
  }
  return found;
}
