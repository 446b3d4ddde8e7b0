const FIGURE = /\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?![\d])|\d+(?:[.,]\d+)?/g;
const MAX_FIGURES = 200;

/**
 * The numbers a text states, in one writing: `11.907`, `11 907` and `11907` are the same, `62,5` is `62.5`.
 * Small counts and years say little and are left out.
 */
export function figuresOf(text: string): string[] {
  const found = new Set<string>();
  for (const [raw] of text.matchAll(FIGURE)) {
    const grouped = /^\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+$/.test(raw);
    const value = grouped ? raw.replace(/\D/g, '') : raw.replace(',', '.');
    if (!value.includes('.') && (value.length < 3 || /^(?:19|20)\d\d$/.test(value))) continue;
    found.add(value);
    if (found.size >= MAX_FIGURES) break;
  }
  return [...found];
}
