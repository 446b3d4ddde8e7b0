import type { Wall } from '../../model/article.ts';

/** A text of this many characters stands for itself, whatever else the page says. */
const ENOUGH = 600;

const CONSENT = /\b(?:cookies?|tracking|einwilligung|zustimm\w+|consent|pur-abo|werbefrei)\b/i;
const BOT =
  /\b(?:captcha|verify you are (?:a )?human|are you a robot|access denied|checking your browser|cloudflare|unusual traffic|enable javascript and cookies|zugriff verweigert|sind sie ein mensch)\b/i;
const MISSING =
  /\b(?:404|page not found|not found|seite nicht gefunden|nicht gefunden|nicht (?:mehr )?verfügbar|existiert nicht|no longer available)\b/i;

/** What of a page the judgement needs. */
export interface Evidence {
  title: string | null;
  text: string;
  /** All the page's text, furniture included. */
  allText: string;
  scripts: number;
  /** The page's metadata says that readers must pay. */
  paid: boolean;
}

const SIGNATURES = [
  '%PDF-',
  'PK\u0003\u0004',
  '\ufffdPNG',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  '\u001f\u008b',
];

/** True for what is no HTML: PDFs, images, archives and other binary content. */
export function isBinary(html: string): boolean {
  const head = html.slice(0, 2_048).trimStart();
  if (SIGNATURES.some((signature) => head.startsWith(signature))) return true;
  const odd = head.match(/(?!\s)[\p{Cc}\ufffd]/gu)?.length ?? 0;
  return odd > head.length * 0.1;
}

/** Names what stands between the reader and the article, if anything does. */
export function judge({ title, text, allText, scripts, paid }: Evidence): Wall | null {
  const heading = `${title ?? ''} ${allText.slice(0, 600)}`;
  if (text.length < ENOUGH) {
    if (BOT.test(heading)) return 'bot-wall';
    if (MISSING.test(title ?? '') || (text.length < 300 && MISSING.test(allText.slice(0, 600))))
      return 'soft-404';
    if (text.length < 300 && CONSENT.test(allText.slice(0, 2_000))) return 'consent-wall';
    if (text.length < 100) return allText.length < 200 && scripts > 0 ? 'script-only' : 'empty';
  }
  return paid && text.length < 2_000 ? 'paywall' : null;
}
