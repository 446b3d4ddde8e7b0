import { Tokenizer } from 'htmlparser2';

const XML_ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * The characters an element's content stands for: CDATA unwrapped, comments dropped, XML's references decoded.
 * Child tags stay as written, and so do HTML's named references, which XML does not know.
 */
export function unwrap(inner: string): string {
  return mapPieces(inner, decodeXml, (cdata) => cdata);
}

/** Markup written as child elements (XHTML), as HTML: only CDATA and comments are resolved. */
export function unwrapMarkup(inner: string): string {
  return mapPieces(inner, (markup) => markup, escapeHtml);
}

/** Plain text as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Rewrites what stands outside and inside of CDATA sections; comments go, and an unclosed section ends with the text. */
function mapPieces(
  inner: string,
  outside: (text: string) => string,
  cdata: (text: string) => string,
): string {
  if (!inner.includes('<!')) return outside(inner);
  let out = '';
  let at = 0;
  for (let mark = inner.indexOf('<!'); mark >= 0; mark = inner.indexOf('<!', at)) {
    out += outside(inner.slice(at, mark));
    const [opening, closing] = inner.startsWith('<![CDATA[', mark) ? ['<![CDATA[', ']]>'] : ['<!--', '-->'];
    if (!inner.startsWith(opening, mark)) {
      out += '<!';
      at = mark + 2;
      continue;
    }
    const from = mark + opening.length;
    const end = inner.indexOf(closing, from);
    if (closing === ']]>') out += cdata(inner.slice(from, end < 0 ? inner.length : end));
    at = end < 0 ? inner.length : end + closing.length;
  }
  return out + outside(inner.slice(at));
}

function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#([0-9]{1,8}|[xX][0-9a-fA-F]{1,8})|(amp|lt|gt|quot|apos));/g,
    (all, code, name) => {
      if (name) return XML_ENTITIES[name] ?? all;
      const point = Number(/^x/i.test(code) ? `0${code}` : code);
      // 128–159 mean windows-1252 in HTML; the HTML step knows them.
      const sound =
        point < 0xd800 ? point > 31 && (point < 128 || point > 159) : point > 0xdfff && point <= 0x10ffff;
      return sound ? String.fromCodePoint(point) : point === 9 || point === 10 || point === 13 ? ' ' : all;
    },
  );
}

/** Tags that part words, `<li>one<li>two`. */
const BLOCKS =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|section|table|td|th|tr|ul)$/i;
const UNREAD = /^(?:script|style|template)$/i;

/** HTML as plain text on one line: tags and comments out, references decoded, blanks run together. Linear. */
export function htmlToText(html: string): string {
  if (!/[<&]/.test(html)) return oneLine(html);
  const reader = new HtmlReader(html);
  return oneLine(reader.text());
}

/** Plain text on one line, in which references may be left over from escaping twice; tags are text. */
export function plainToText(text: string): string {
  return text.includes('&') ? htmlToText(text.replace(/</g, '&lt;')) : oneLine(text);
}

/**
 * A title as a reader should see it. Feeds escape once, twice or not at all, whatever they declare: what still
 * looks like markup after one round is decoded again.
 */
export function titleToText(value: string, kind: 'html' | 'text'): string {
  let text = kind === 'html' || MARKUP.test(value) ? htmlToText(value) : plainToText(value);
  for (let round = 0; round < 2 && MARKUP.test(text); round++) text = htmlToText(text);
  return text;
}

const MARKUP =
  /<\/(?:a|abbr|b|big|cite|code|del|div|em|font|h[1-6]|i|ins|p|q|s|small|span|strong|sub|sup|tt|u)\s*>|<(?:br|img|hr)\b[^<>]*>|&(?:amp|lt|gt|quot|apos|nbsp|[a-z]{2,8}|#\d{2,7}|#x[\da-f]{2,6});/i;

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]+/g;

/** Blanks and line ends run together, none at the ends; soft hyphens and marks without width vanish, as they do from
 * pages, so that the words they part are found. */
export function oneLine(text: string): string {
  const visible = text.replace(INVISIBLE, '');
  return (/[^\S ]| {2}/.test(visible) ? visible.replace(/\s+/g, ' ') : visible).trim();
}

class HtmlReader {
  private readonly html: string;
  private out = '';
  private skipping = false;
  private tag = '';

  constructor(html: string) {
    this.html = html;
  }

  text(): string {
    const nothing = () => {};
    const enter = (from: number, to: number) => this.enter(from, to);
    const tokenizer = new Tokenizer(
      { xmlMode: false, decodeEntities: true },
      {
        ontext: (from, to) => this.take(this.html.slice(from, to)),
        ontextentity: (point) => this.take(String.fromCodePoint(point)),
        onopentagname: enter,
        onclosetag: (from, to) => this.leave(from, to),
        onattribdata: nothing,
        onattribentity: nothing,
        onattribend: nothing,
        onattribname: nothing,
        oncdata: (from, to, offset) => this.take(this.html.slice(from, to - offset)),
        oncomment: nothing,
        ondeclaration: nothing,
        onend: nothing,
        onopentagend: nothing,
        onprocessinginstruction: nothing,
        onselfclosingtag: nothing,
      },
    );
    tokenizer.write(this.html);
    tokenizer.end();
    return this.out;
  }

  private take(text: string): void {
    if (!this.skipping) this.out += text;
  }

  private enter(from: number, to: number): void {
    this.tag = this.html.slice(from, to);
    if (UNREAD.test(this.tag)) this.skipping = true;
    else if (BLOCKS.test(this.tag)) this.take(' ');
  }

  private leave(from: number, to: number): void {
    const tag = this.html.slice(from, to);
    if (UNREAD.test(tag)) this.skipping = false;
    else if (BLOCKS.test(tag)) this.take(' ');
  }
}
