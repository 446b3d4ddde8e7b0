const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML that shows it, in an element or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

/** A link; one that does not lead to the web is shown without its address. `inner` is HTML. */
export function anchor(url: string, inner: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return inner;
  return `<a href="${escapeHtml(url)}" rel="noreferrer noopener">${inner}</a>`;
}
