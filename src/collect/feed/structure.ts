import { resolveUrl } from './links.ts';
import { type Namespaces, resolveName, withDeclarations } from './names.ts';
import { attributesOf, type Tag, TagScanner } from './scan.ts';

/** What `xml:base`, `xml:lang` and the namespace declarations of the outer elements say. */
export interface Scope {
  namespaces: Namespaces;
  /** What relative links are relative to: `xml:base` resolved against the feed's own address. */
  base: string;
  lang: string | undefined;
}

/** A child element of the channel or of an item, its content as written. */
export interface RawField {
  /** `title`, `dc:date`, `content:encoded` …: vocabulary prefix and lower-case local name. */
  name: string;
  attributes: ReadonlyMap<string, string>;
  inner: string;
  scope: Scope;
}

export interface RawItem {
  dialect: Dialect;
  /** Offsets of the whole element in the text. */
  start: number;
  end: number;
  attributes: ReadonlyMap<string, string>;
  fields: RawField[];
  scope: Scope;
}

export type Dialect = 'rss' | 'atom' | 'sitemap';

export interface Structure {
  /** Local name of the outermost element; null for a document without any. */
  root: string | null;
  /** Whether an element that only feeds have was met. */
  isFeed: boolean;
  channel: RawField[];
  items: RawItem[];
  scope: Scope;
  /** How many elements were not closed where they should be: above 0 the cut into items is in doubt. */
  repairs: number;
  /** Whether the rest was left because of the number of items or of fields. */
  tooMany: boolean;
}

const CONTAINERS = new Set(['rss', 'rdf', 'feed', 'channel', 'urlset', 'items']);
const ITEM = /^(?:[^:]*:)?(?:item|entry|url)$/;
const DIALECTS: Readonly<Record<string, Dialect>> = { item: 'rss', entry: 'atom', url: 'sitemap' };
/** Elements of an item that only wrap others: their children are read as the item's own. */
const WRAPPERS = new Set(['news:news', 'news:publication', 'media:group', 'media:content', 'enclosure']);
/** Items and fields kept of one document, so that a hostile one fills no memory. */
const ITEMS_READ = 50_000;
const FIELDS_READ = 500_000;

/**
 * Cuts a document into the fields of its channel and its items, each field's content left as written.
 * It needs no well-formed document: an item ends where it is closed, where the next one begins or at the end;
 * a field that is never closed ends at its first child, which is then read as a field of its own. Nesting
 * inside fields is not followed (only namesakes are counted), so depth costs nothing. Linear in the text.
 */
export function readStructure(text: string, url: string): Structure {
  return new StructureReader(text, url).read();
}

/** An element not yet closed. */
interface Open<T> {
  name: string;
  /** After the start tag. */
  from: number;
  /** Elements of the same name open inside it. */
  namesakes: number;
  is: T;
}

class StructureReader {
  private readonly text: string;
  private readonly scanner: TagScanner;
  private readonly result: Structure;
  private readonly containers: Open<Scope>[] = [];
  private item: Open<RawItem> | undefined;
  private field: Open<RawField> | undefined;
  private fieldsRead = 0;
  /** Characters that may still be read a second time, after fields that were never closed. */
  private rereadable: number;

  constructor(text: string, url: string) {
    this.text = text;
    this.scanner = new TagScanner(text);
    this.rereadable = text.length;
    const scope: Scope = { namespaces: new Map(), base: url, lang: undefined };
    this.result = { root: null, isFeed: false, channel: [], items: [], scope, repairs: 0, tooMany: false };
  }

  read(): Structure {
    this.takeAll();
    while (this.field || this.item) {
      const tag = { name: '', closing: true, empty: false, start: this.text.length, end: this.text.length };
      this.result.repairs++;
      if (this.endItem(tag)) break;
      this.takeAll();
    }
    return this.result;
  }

  private takeAll(): void {
    for (let tag = this.scanner.next(); tag && !this.result.tooMany; tag = this.scanner.next())
      this.take(tag);
  }

  private take(tag: Tag): void {
    if (tag.closing) this.close(tag);
    else this.open(tag);
  }

  private open(tag: Tag): void {
    const { field } = this;
    if (field && tag.name === field.name && !this.startsItem(tag)) {
      if (!tag.empty) field.namesakes++;
      return;
    }
    if (this.startsItem(tag)) {
      if (this.endItem(tag)) this.startItem(tag);
    } else if (field) {
      return;
    } else if (!this.item && this.startsContainer(tag)) {
      this.startContainer(tag);
    } else this.startField(tag);
  }

  private close(tag: Tag): void {
    const { field, item } = this;
    if (field && tag.name === field.name) {
      if (field.namesakes > 0) field.namesakes--;
      else this.endField(tag.start);
    } else if (item && tag.name === item.name) {
      this.endItem(tag);
    } else if (this.containers.some(({ name }) => name === tag.name)) {
      if (!this.endItem(tag)) return;
      while (this.containers.pop()?.name !== tag.name);
    }
  }

  private scope(): Scope {
    return this.item?.is.scope ?? this.containers.at(-1)?.is ?? this.result.scope;
  }

  private startsItem(tag: Tag): boolean {
    if (!ITEM.test(tag.name) || (tag.name.endsWith('url') && this.result.root !== 'urlset')) return false;
    const scope = within(this.scope(), attributesOf(this.text, tag));
    return resolveName(tag.name, scope.namespaces).vocabulary === '';
  }

  private startsContainer(tag: Tag): boolean {
    if (this.result.root === null) return true;
    return CONTAINERS.has(tag.name.slice(tag.name.indexOf(':') + 1));
  }

  private startContainer(tag: Tag): void {
    const attributes = attributesOf(this.text, tag);
    const scope = within(this.scope(), attributes);
    const local = tag.name.slice(tag.name.indexOf(':') + 1);
    if (this.result.root === null) this.result.root = local;
    if (local !== 'items' && local !== 'rdf' && CONTAINERS.has(local)) this.result.isFeed = true;
    if (this.containers.length < 2) this.result.scope = scope;
    if (!tag.empty && this.containers.length < 16) {
      this.containers.push({ name: tag.name, from: tag.end, namesakes: 0, is: scope });
    }
  }

  private startItem(tag: Tag): void {
    const attributes = attributesOf(this.text, tag);
    const scope = within(this.scope(), attributes);
    const dialect = DIALECTS[tag.name.slice(tag.name.indexOf(':') + 1)] ?? 'rss';
    const is: RawItem = { dialect, start: tag.start, end: tag.end, attributes, fields: [], scope };
    this.result.root ??= dialect;
    this.result.isFeed = true;
    if (this.result.items.length < ITEMS_READ) this.result.items.push(is);
    else this.result.tooMany = true;
    if (!tag.empty) this.item = { name: tag.name, from: tag.end, namesakes: 0, is };
  }

  /** Ends the item, if one is open. False when an unclosed field made the reader go back: read on. */
  private endItem(tag: Tag): boolean {
    if (this.field) {
      this.result.repairs++;
      if (this.rereadAfterField(this.field)) return false;
      this.endField(tag.start);
    }
    if (!this.item) return true;
    const closed = tag.closing && tag.name === this.item.name;
    if (!closed) this.result.repairs++;
    this.item.is.end = closed ? tag.end : tag.start;
    this.item = undefined;
    return true;
  }

  private startField(tag: Tag): void {
    const attributes = attributesOf(this.text, tag);
    const scope = within(this.scope(), attributes);
    const { vocabulary, local } = resolveName(tag.name, scope.namespaces);
    const name = vocabulary === '' ? local : `${vocabulary}:${local}`;
    if (WRAPPERS.has(name)) return;
    const is: RawField = { name, attributes, inner: '', scope };
    if (vocabulary !== '?') this.fields().push(is);
    if (++this.fieldsRead >= FIELDS_READ) this.result.tooMany = true;
    if (!tag.empty) this.field = { name: tag.name, from: tag.end, namesakes: 0, is };
  }

  private fields(): RawField[] {
    return this.item?.is.fields ?? this.result.channel;
  }

  private endField(end: number): void {
    if (this.field) this.field.is.inner = this.text.slice(this.field.from, end);
    this.field = undefined;
  }

  /** Ends an unclosed field at its first child and reads on from there; false when there is nothing to reread. */
  private rereadAfterField(field: Open<RawField>): boolean {
    const probe = new TagScanner(this.text);
    probe.seek(field.from);
    const child = probe.next();
    const offset = child?.start ?? this.text.length;
    const cost = this.scanner.offset - offset;
    if (cost > this.rereadable) return false;
    this.rereadable -= cost;
    this.endField(offset);
    this.scanner.seek(offset);
    return true;
  }
}

/** The scope inside an element with these attributes. */
function within(outer: Scope, attributes: ReadonlyMap<string, string>): Scope {
  if (attributes.size === 0) return outer;
  const namespaces = withDeclarations(outer.namespaces, attributes);
  // `BASE` belongs to the Channel Definition Format.
  const base = attributes.get('xml:base') ?? attributes.get('base');
  const lang = attributes.get('xml:lang') ?? outer.lang;
  return { namespaces, base: base ? (resolveUrl(base, outer.base) ?? outer.base) : outer.base, lang };
}
