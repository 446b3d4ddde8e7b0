/** Above this a page is no single report any more (long reads of daily papers end near 2,500 words). */
const LONG_WORDS = 2_600;
const HEADLINE =
  /news[- ]?blog|live[- ]?blog|live[- ]?ticker|news[- ]?ticker|minutenprotokoll|\bim ticker\b|^live:|\blive updates?\b|as it happened/i;
const ADDRESS = /news-?blog|live-?blog|live-?ticker|news-ticker|live-updates?|-archiv-/i;
const LEAD = /\bim (?:news[- ]?blog|live[- ]?blog|live[- ]?ticker)\b|\b(?:in|on) our live ?blog\b/i;
const CLOCK = /\b(?:[01]?\d|2[0-3])[.:][0-5]\d Uhr\b|\+\+\+/g;

/**
 * Whether a page is a live blog, ticker or news in brief: it holds many reports in turn, so that an article
 * whose words stand in it is part of it and never the same text.
 */
export function isLive(page: { url: string; title: string; text: string; words: number }): boolean {
  if (page.words > LONG_WORDS) return true;
  if (HEADLINE.test(page.title) || ADDRESS.test(page.url)) return true;
  if (LEAD.test(page.text.slice(0, 600)) && page.words > 900) return true;
  const clocks = page.text.match(CLOCK)?.length ?? 0;
  return clocks >= 8 && clocks / page.words > 0.012;
}
