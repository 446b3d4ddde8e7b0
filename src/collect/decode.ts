import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';

/** How far into a document a declaration of its encoding is looked for, in bytes. */
const HEAD_BYTES = 4096;

/** Byte order marks; UTF-32 stands before UTF-16, whose mark is the beginning of its own. */
const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
];

/** Where the zero bytes of the first four stand, when markup begins without a mark (XML 1.0, appendix F). */
const ZERO_PATTERNS: Readonly<Record<string, string>> = {
  '0001': 'utf-32be',
  '1000': 'utf-32le',
  '0101': 'utf-16be',
  '1010': 'utf-16le',
};

/** Encodings whose bytes are all ASCII or which hold valid UTF-8 by chance: here the label decides. */
const STATEFUL = /^(?:iso-2022|hz-gb|utf-7)/;

/**
 * Turns the bytes of a feed or page into text. The encoding is told, in this order, by the byte order mark,
 * the pattern of zero bytes, the bytes themselves (valid UTF-8 beats a label, because such text is hardly
 * ever anything else), the charset of the `Content-Type` header, the document's own declaration (XML prolog,
 * `<meta charset>` for HTML) and, failing all, UTF-8 where most of it is valid, else windows-1252. Labels
 * mean what they mean in browsers (`iso-8859-1` is windows-1252, WHATWG Encoding).
 *
 * Never throws; bytes that mean nothing become U+FFFD. The mark itself is not part of the text.
 */
export function decodeBytes(
  bytes: Uint8Array,
  contentType: string | null,
  kind: 'xml' | 'html',
): { text: string; encoding: string } {
  const encoding = detectEncoding(bytes, contentType, kind);
  return { text: decodeAs(bytes, encoding), encoding };
}

function detectEncoding(bytes: Uint8Array, contentType: string | null, kind: 'xml' | 'html'): string {
  const wide = byMark(bytes) ?? byZeros(bytes);
  if (wide) return wide;
  const labels = [headerLabel(contentType), ...declaredLabels(bytes, kind)]
    .map(canonicalEncoding)
    .filter((name): name is string => name !== undefined);
  const stateful = labels.find((name) => STATEFUL.test(name));
  if (stateful) return stateful;
  if (isUtf8(bytes)) return 'utf-8';
  const other = labels.find((name) => name !== 'utf-8');
  if (mostlyUtf8(bytes)) return 'utf-8';
  return other ?? 'windows-1252';
}

function byMark(bytes: Uint8Array): string | undefined {
  return MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1];
}

function byZeros(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4) return undefined;
  const pattern = Array.from(bytes.subarray(0, 4), (byte) => (byte === 0 ? '0' : '1')).join('');
  return ZERO_PATTERNS[pattern];
}

function headerLabel(contentType: string | null): string | undefined {
  return /;\s*charset\s*=\s*["']?\s*([^\s;"']+)/i.exec(contentType?.slice(0, 512) ?? '')?.[1];
}

function declaredLabels(bytes: Uint8Array, kind: 'xml' | 'html'): (string | undefined)[] {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const prolog = /<\?xml\s[^>]{0,200}?encoding\s*=\s*["']\s*([^"'\s>]+)/i.exec(head)?.[1];
  if (kind === 'xml') return [prolog];
  const meta = /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1];
  return [meta, prolog];
}

/** The encoding's WHATWG name; undefined for labels nobody knows and for UTF-16, refuted by its bytes. */
function canonicalEncoding(label: string | undefined): string | undefined {
  if (!label) return undefined;
  const name = whatwgName(label) ?? (iconv.encodingExists(label) ? label.toLowerCase() : undefined);
  return name && !/^(?:utf-?16|utf-?32|ucs)/.test(name) ? name : undefined;
}

function whatwgName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** Whether broken text is still UTF-8: cut off in a character, or damaged in few places among many sound ones. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let sound = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) sound++;
    else if ((bytes[at] ?? 0) >= 0x80) broken++;
    at += Math.max(1, length);
  }
  return sound > broken * 4;
}

/** Length of the well-formed UTF-8 sequence at an offset; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length = lead >= 0xf5 || lead < 0xc2 ? 0 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  for (let next = 1; next < length; next++) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/** iconv-lite first: Node's own TextDecoder gives control characters for 0x80–0x9F of windows-1252. */
function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'utf-8') return new TextDecoder().decode(bytes);
  if (iconv.encodingExists(encoding)) return iconv.decode(Buffer.from(bytes), encoding);
  return new TextDecoder(encoding).decode(bytes);
}
