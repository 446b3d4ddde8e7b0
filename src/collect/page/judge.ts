import type { Wall } from '../../model/article.ts';
import type { Block } from './blocks.ts';

/** A text of this many characters is judged an article whatever else the page says (paywalls excepted). */
const ENOUGH = 1_500;
/** Below this there is no text to speak of. */
const NOTHING = 100;
/** A free beginning before a paywall is rarely longer. */
const TEASER = 3_000;

const BOT =
  /just a moment\.\.\.|checking (?:if the site|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a robot|human)|not a robot|kein roboter|sind sie ein mensch|access denied|zugriff verweigert|attention required|enable javascript and cookies to continue|pardon our interruption|unusual (?:traffic|activity)|security check|ddos protection|incapsula|captcha|request (?:blocked|unsuccessful)|bot detection/i;
const MISSING =
  /(?:^|\W)404(?:\W|$)|(?:page|article|story|content|seite|artikel|inhalt|beitrag)\b.{0,30}(?:not found|nicht gefunden|nicht (?:mehr )?(?:verfügbar|vorhanden|auffindbar)|existiert nicht|no longer available|doesn['’]t exist|unavailable|not available)|nicht gefunden|not found/i;
const CONSENT: readonly RegExp[] = [
  /(?:wir und )?unsere \d* ?partner|we and our (?:\d+ )?partners|(?:mit|an|und) (?:bis zu )?(?:unseren )?\d+ (?:unserer )?partnern|with (?:our |up to )?\d+ partners/i,
  /alle(?:n|s)? (?:akzeptieren|zustimmen|cookies)|accept all|agree to all|allow all/i,
  /(?:zustimmen|akzeptieren|einwilligen) und weiter|agree and (?:continue|proceed)|accept and (?:continue|close)/i,
  /mit (?:werbung|tracking) (?:weiterlesen|lesen|nutzen)|weiter mit werbung|pur-?abo|werbefrei (?:lesen|nutzen)|read with(?:out)? ads/i,
  /einstellungen (?:verwalten|anpassen|ändern)|(?:manage|customi[sz]e) (?:settings|options|preferences|cookies)|cookie-einstellungen/i,
  /alle ablehnen|reject all|decline all|nur (?:notwendige|essenzielle)/i,
  /(?:informationen|cookies) (?:auf|von) (?:ihrem|deinem) (?:end)?gerät|information on your device/i,
  /(?:zustimmung|einwilligung) (?:ist |können sie |kannst du )?jederzeit (?:widerrufbar|widerrufen)|withdraw your consent at any time/i,
  /before you continue|bevor (?:sie|du) (?:fortfahren|weiter)|we value your privacy|wir (?:schätzen|respektieren) ihre privatsphäre|ihre privatsphäre ist uns/i,
];
const PAYWALL =
  /(?:um|zum) (?:(?:diesen|den) (?:ganzen )?(?:artikel|text|beitrag) )?weiter(?:zu)?lesen|jetzt weiterlesen|weiterlesen mit|lesen sie (?:weiter )?(?:mit|diesen artikel)|(?:nur|exklusiv) für abonnent|für abonnenten|(?:bereits|schon|sind sie) (?:digital-?)?abonnent|(?:noch )?kein abo\b|dieser (?:artikel|inhalt|beitrag) ist kostenpflichtig|artikel freischalten|probemonat|testmonat|mit .{0,20}(?:abo|plus) weiterlesen|subscribe to (?:continue|read|unlock)|to continue reading|continue reading (?:with|for)|already (?:a subscriber|have an account)|subscribers? only|(?:article|content) is (?:only )?(?:available )?(?:for|to) subscribers|unlock this (?:article|story)|create (?:a free )?account to (?:continue|read)|sign in to (?:continue|read)|réservé aux abonnés|會員限定|会員限定/i;
const CUT_OFF = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$/;

/** What of a page the judgement needs. */
export interface Evidence {
  title: string | null;
  text: string;
  /** All blocks of the page, furniture included. */
  blocks: readonly Block[];
  /** How many scripts the page runs. */
  scripts: number;
  /** The page's metadata says that readers must pay. */
  paid: boolean;
  /** The page's metadata says that it is an article. */
  declared: boolean;
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

/** Names what stands between the reader and the article, if anything does. Long texts are believed. */
export function judge({ title, text, blocks, scripts, paid, declared }: Evidence): Wall | null {
  const all = sample(blocks);
  if (text.length < ENOUGH) {
    const opening = `${title ?? ''}\n${all.slice(0, 1_000)}`;
    if (all.length < TEASER && BOT.test(opening)) return 'bot-wall';
    if (MISSING.test(title ?? '') || (text.length < 400 && MISSING.test(headings(blocks)))) return 'soft-404';
  }
  if (asksConsent(text, all, declared)) return 'consent-wall';
  if (text.length < NOTHING) return all.length < 300 && scripts > 0 ? 'script-only' : 'empty';
  return isTeaser(text, all, paid) ? 'paywall' : null;
}

/** Most pages carry a banner, and articles are written about them: only what would be the text counts. */
function asksConsent(text: string, all: string, declared: boolean): boolean {
  if (text.length < NOTHING) return phrases(CONSENT, all) >= 2;
  return !declared && phrases(CONSENT, text.slice(0, 6_000)) >= (text.length < 600 ? 2 : 3);
}

function isTeaser(text: string, all: string, paid: boolean): boolean {
  if (text.length >= TEASER) return paid && CUT_OFF.test(text);
  if (paid && text.length < 1_200) return true;
  return PAYWALL.test(all) && (paid || CUT_OFF.test(text));
}

const phrases = (list: readonly RegExp[], text: string): number =>
  list.filter((phrase) => phrase.test(text)).length;

const headings = (blocks: readonly Block[]): string =>
  blocks
    .filter(({ box }) => box.tag === 'h1' || box.tag === 'h2')
    .slice(0, 5)
    .map(({ text }) => text.slice(0, 200))
    .join('\n');

/** The page's visible words up to a bound, hidden parts and comments left out. */
function sample(blocks: readonly Block[]): string {
  let out = '';
  for (const { box, text } of blocks) {
    if (out.length > 20_000) break;
    if (box.dropped !== 'hidden' && box.dropped !== 'comments') out += `${text}\n`;
  }
  return out;
}
