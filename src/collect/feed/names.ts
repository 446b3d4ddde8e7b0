/** Namespace prefixes in force: as written in the document → URI. */
export type Namespaces = ReadonlyMap<string, string>;

/** The vocabulary an element belongs to; `''` is RSS or Atom itself, `?` one that says nothing to us. */
export type Vocabulary = '' | 'dc' | 'dcterms' | 'content' | 'media' | 'sy' | 'news' | 'xml' | 'rdf' | '?';

/** By a distinctive part of the URI, because feeds spell namespaces with slips. */
const BY_URI: readonly (readonly [RegExp, Vocabulary])[] = [
  [/www\.w3\.org\/2005\/atom/, ''],
  [/purl\.org\/(?:atom|net\/rss|rss\/(?:1\.0\/?)?$|echo|pie)/, ''],
  [/(?:my|channel)\.netscape\.com|backend\.userland\.com|blogs\.law\.harvard\.edu/, ''],
  [/purl\.org\/dc\/elements/, 'dc'],
  [/purl\.org\/dc\/terms/, 'dcterms'],
  [/purl\.org\/rss\/1\.0\/modules\/content/, 'content'],
  [/purl\.org\/rss\/1\.0\/modules\/syndication/, 'sy'],
  [/search\.yahoo\.com\/mrss|video\.search\.yahoo\.com/, 'media'],
  [/schemas\/sitemap-news/, 'news'],
  [/schemas\/sitemap/, ''],
  [/1999\/02\/22-rdf-syntax/, 'rdf'],
];

/** What these prefixes mean by custom, where they are not declared or declared wrongly. */
const BY_PREFIX: Readonly<Record<string, Vocabulary>> = {
  dc: 'dc',
  dcterms: 'dcterms',
  content: 'content',
  media: 'media',
  sy: 'sy',
  news: 'news',
  rdf: 'rdf',
  atom: '',
  atom10: '',
  a10: '',
  rss: '',
};

/** The vocabulary and local name of an element. */
export function resolveName(name: string, namespaces: Namespaces): { vocabulary: Vocabulary; local: string } {
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const local = name.slice(colon + 1);
  const uri = namespaces.get(prefix);
  const byUri = uri === undefined ? undefined : vocabularyOf(uri);
  if (prefix === '') return { vocabulary: byUri ?? '', local };
  return { vocabulary: byUri ?? BY_PREFIX[prefix] ?? '?', local };
}

const resolved = new Map<string, Vocabulary | undefined>();

function vocabularyOf(uri: string): Vocabulary | undefined {
  if (resolved.has(uri)) return resolved.get(uri);
  const folded = uri.trim().toLowerCase();
  const vocabulary = BY_URI.find(([pattern]) => pattern.test(folded))?.[1];
  if (resolved.size < 500) resolved.set(uri, vocabulary);
  return vocabulary;
}

/** Declarations kept at a time; real feeds have a dozen. */
const NAMESPACES_READ = 50;

/** The namespaces in force inside an element with these attributes. */
export function withDeclarations(outer: Namespaces, attributes: ReadonlyMap<string, string>): Namespaces {
  let inner: Map<string, string> | undefined;
  for (const [name, value] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    inner ??= new Map(outer);
    if (inner.size < NAMESPACES_READ) inner.set(name.slice(6), value);
  }
  return inner ?? outer;
}
