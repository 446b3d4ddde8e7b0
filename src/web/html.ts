import { html } from 'hono/html';
import { harmless } from '../query/export/harmless.ts';

export { html, raw } from 'hono/html';

/** HTML in which everything that was put in is escaped. */
export type Html = ReturnType<typeof html>;

/** What may stand in HTML; text is escaped. */
export type Inner = Html | string;

/** Whether a link may lead there: the web, and nothing that runs or reads. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

/** A link to a page that is not ours; an address that does not lead to the web leaves its words only. */
export function outside(url: string | null, inner: Inner): Html {
  if (url === null || !isWebAddress(url)) return html`${inner}`;
  return html`<a href="${url}" rel="noreferrer noopener external">${inner}</a>`;
}

/**
 * Words of others in their language, without characters that command. Isolated, so that a change of direction in them ends
 * with them.
 * @param language ISO 639 code; `und` is left to the browser
 */
export function foreign(text: string, language?: string): Html {
  const known = language !== undefined && /^[a-z]{2,3}$/.test(language) && language !== 'und';
  const words = harmless(text);
  return known ? html`<bdi lang="${language}">${words}</bdi>` : html`<bdi>${words}</bdi>`;
}

/** Parts with something between them. */
export function joined(parts: readonly Inner[], between: Inner): Html {
  return html`${parts.map((part, i) => (i === 0 ? html`${part}` : html`${between}${part}`))}`;
}
