/** One start or end tag; offsets into the scanned text. */
export interface Tag {
  /** As written, lower case: real feeds mix cases. */
  name: string;
  closing: boolean;
  /** `<a/>`; always false for an end tag. */
  empty: boolean;
  /** Of the `<`. */
  start: number;
  /** After the `>`. */
  end: number;
}

const LT = 0x3c;
const GT = 0x3e;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const DOCTYPE = /^<!doctype\s/i;
const NAME = /\/?\s*([^\s/>]+)/y;
/** No real tag is longer; what is counts as text of that length. */
const ATTRIBUTES_READ = 65_536;

/**
 * Walks over the tags of a document however broken it is, skipping comments, CDATA, processing instructions
 * and the document type. What cannot be a tag (`a < b`, `<3`, `x<p` before another `<`) is text. Linear: no
 * tag reaches beyond the next `<`, and a search for an end that failed once is not made again.
 */
export class TagScanner {
  readonly text: string;
  private at = 0;
  private commentsEnd = true;
  private doctypeSeen = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Where the next tag is looked for. */
  get offset(): number {
    return this.at;
  }

  /** Goes on from another offset. */
  seek(offset: number): void {
    this.at = offset;
  }

  next(): Tag | undefined {
    for (;;) {
      const start = this.text.indexOf('<', this.at);
      if (start < 0) return undefined;
      const special = this.skipSpecial(start);
      if (special !== undefined) {
        this.at = special;
        continue;
      }
      const tag = readTag(this.text, start);
      this.at = tag?.end ?? start + 1;
      if (tag) return tag;
    }
  }

  /** The offset after a comment, CDATA section, instruction or document type that begins here. */
  private skipSpecial(start: number): number | undefined {
    const { text } = this;
    const mark = text[start + 1];
    if (mark === '?') return after(text, '>', start) ?? text.length;
    if (mark !== '!') return undefined;
    if (text.startsWith('<![CDATA[', start)) return after(text, ']]>', start) ?? text.length;
    if (text.startsWith('<!--', start)) {
      const end = this.commentsEnd ? after(text, '-->', start + 4) : undefined;
      this.commentsEnd = end !== undefined;
      return end ?? start + 4;
    }
    const doctype = !this.doctypeSeen && DOCTYPE.test(text.slice(start, start + 10));
    this.doctypeSeen ||= doctype;
    return doctype ? skipDoctype(text, start) : (after(text, '>', start) ?? text.length);
  }
}

function after(text: string, what: string, from: number): number | undefined {
  const at = text.indexOf(what, from);
  return at < 0 ? undefined : at + what.length;
}

function skipDoctype(text: string, start: number): number {
  const end = after(text, '>', start) ?? text.length;
  const subset = text.indexOf('[', start);
  if (subset < 0 || subset > end) return end;
  const closing = text.indexOf(']', subset);
  return closing < 0 ? end : (after(text, '>', closing) ?? text.length);
}

function readTag(text: string, start: number): Tag | undefined {
  if (!/[\p{L}_:/]/u.test(text[start + 1] ?? '')) return undefined;
  const end = tagEnd(text, start);
  if (end === undefined) return undefined;
  NAME.lastIndex = start + 1;
  const name = NAME.exec(text)?.[1];
  if (!name || NAME.lastIndex > end) return undefined;
  const closing = text[start + 1] === '/';
  return { name: name.toLowerCase(), closing, empty: !closing && text[end - 2] === '/', start, end };
}

/** Where the tag ends: at the first `>` outside quotes or, where the quotes are broken, at the first. */
function tagEnd(text: string, start: number): number | undefined {
  let quote = 0;
  let first: number | undefined;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LT) break;
    if (code === GT) {
      first ??= at + 1;
      if (quote === 0) return at + 1;
    } else if (code === quote) quote = 0;
    else if (quote === 0 && (code === DOUBLE_QUOTE || code === SINGLE_QUOTE)) quote = code;
  }
  return first;
}

const ATTRIBUTE = /[\s=/]*([^\s=]+?)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|(\S+))|(?=[\s/]|$))/y;

/** The attributes of a tag by lower-case name, entities not decoded; the first of two namesakes counts. */
export function attributesOf(text: string, tag: Tag): Map<string, string> {
  const found = new Map<string, string>();
  const from = tag.start + 1 + tag.name.length;
  if (tag.end - from <= 2) return found;
  const source = text.slice(from, Math.min(tag.end - (tag.empty ? 2 : 1), from + ATTRIBUTES_READ));
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(source); match; match = ATTRIBUTE.exec(source)) {
    const name = (match[1] ?? '').toLowerCase();
    if (!found.has(name)) found.set(name, match[2] ?? match[3] ?? match[4] ?? '');
  }
  return found;
}
