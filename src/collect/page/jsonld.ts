/** A JSON-LD node: any object of a page's `application/ld+json` scripts. */
export type LdNode = { readonly [key: string]: unknown };

/** What JSON-LD says of the page's article. */
export interface Linked {
  headline: string | null;
  description: string | null;
  authors: string[];
  published: string | null;
  modified: string | null;
  language: string | null;
  section: string | null;
  url: string | null;
  image: string | null;
  body: string | null;
  publisher: string | null;
  /** True where the page says that readers must pay; null where it says nothing. */
  paid: boolean | null;
}

const MAX_NODES = 5_000;
const MAX_DEPTH = 12;
const ARTICLE =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*NewsArticle|Article|\w*BlogPosting|TechArticle|ScholarlyArticle|MedicalScholarlyArticle|Report|AdvertiserContentArticle|SatiricalArticle|Review|Recipe|HowTo|FAQPage)$/;
const PAGE =
  /^(?:https?:\/\/schema\.org\/)?(?:WebPage|ItemPage|VideoObject|CreativeWork|MediaObject|DiscussionForumPosting|QAPage|Event)$/;

const isNode = (value: unknown): value is LdNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const asText = (value: unknown): string | null => {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (Array.isArray(value)) return asText(value[0]);
  return isNode(value) ? asText(value['@value']) : null;
};

/** Parses one script, forgiving comments, CDATA marks, raw line breaks, trailing commas; `[]` if hopeless. */
export function parseLd(script: string): unknown[] {
  const bare = unwrap(script);
  const attempts = [
    () => bare,
    () => mendStrings(bare),
    () => mendStrings(bare).replace(/,(\s*[}\]])/g, '$1'),
    () => `[${mendStrings(bare).replace(/}\s*{/g, '},{')}]`,
    () => mendStrings(bare.replace(/&quot;/g, '"').replace(/&amp;/g, '&')),
  ];
  for (const attempt of attempts) {
    try {
      return [JSON.parse(attempt())];
    } catch {
      // The next attempt mends more.
    }
  }
  return [];
}

/** Cuts CDATA and comment marks off both ends. */
function unwrap(script: string): string {
  let bare = script.trim();
  for (const mark of ['//', '/*', '<!--', '<![CDATA[', '*/', '//'])
    if (bare.startsWith(mark)) bare = bare.slice(mark.length).trimStart();
  for (const mark of ['*/', '-->', ']]>', '//', '/*', ';'])
    if (bare.endsWith(mark)) bare = bare.slice(0, -mark.length).trimEnd();
  return bare;
}

/** Raw control characters become blanks, and backslashes that escape nothing are dropped. */
const mendStrings = (json: string): string =>
  json.replace(/\p{Cc}+/gu, ' ').replace(/\\(?!["\\/bfnrtu])/g, '');

/** Parts of an article that look like articles of their own. */
const PARTS = new Set([
  'liveBlogUpdate',
  'comment',
  'itemListElement',
  'isPartOf',
  'isBasedOn',
  'citation',
  'mentions',
]);

/** Every object within, in document order, `@graph` and nested ones included, an article's parts not; bounded. */
export function ldNodes(values: unknown[]): LdNode[] {
  const nodes: LdNode[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
    if (Array.isArray(value)) for (const item of value) visit(item, depth + 1);
    else if (isNode(value)) {
      nodes.push(value);
      for (const key of Object.keys(value))
        if (typeof value[key] === 'object' && !PARTS.has(key)) visit(value[key], depth + 1);
    }
  };
  for (const value of values) visit(value, 0);
  return nodes;
}

const hasType = (node: LdNode, types: RegExp): boolean =>
  asList(node['@type']).some((type) => typeof type === 'string' && types.test(type));

/** Picks the node that describes the page's article and reads it; references by `@id` are followed. */
export function readLinked(nodes: LdNode[], pageUrls: string[]): Linked | null {
  const node = pickArticle(nodes, pageUrls);
  if (node === null) return null;
  const byId = new Map<string, LdNode>();
  for (const other of nodes) {
    const id = asText(other['@id']);
    if (id !== null && Object.keys(other).length > 1 && !byId.has(id)) byId.set(id, other);
  }
  const follow = (value: unknown): unknown =>
    isNode(value) && typeof value['@id'] === 'string' && value.name === undefined
      ? (byId.get(value['@id']) ?? value)
      : value;
  return {
    headline: asText(node.headline) ?? asText(node.name),
    description: asText(node.description),
    authors: authorNames(node.author ?? node.creator, follow),
    published: asText(node.datePublished) ?? asText(node.dateCreated) ?? asText(node.uploadDate),
    modified: asText(node.dateModified),
    language: asText(node.inLanguage) ?? languageName(node.inLanguage),
    section: asText(node.articleSection),
    url: asText(node.url) ?? urlOf(node.mainEntityOfPage),
    image: imageOf(follow(node.image)),
    body: asText(node.articleBody) ?? asText(node.text),
    publisher: authorNames(node.publisher, follow)[0] ?? null,
    paid: paidness(node),
  };
}

function pickArticle(nodes: LdNode[], pageUrls: string[]): LdNode | null {
  const rank = (node: LdNode): number => {
    let points = hasType(node, ARTICLE) ? 10 : hasType(node, PAGE) ? 1 : -100;
    const urls = [asText(node.url), urlOf(node.mainEntityOfPage), asText(node['@id'])];
    if (urls.some((url) => url !== null && pageUrls.includes(url.replace(/#.*$/, '')))) points += 4;
    if (asText(node.articleBody) !== null) points += 2;
    if (asText(node.headline) !== null) points += 2;
    if (asText(node.datePublished) !== null) points += 2;
    if (node.author !== undefined) points += 1;
    return points;
  };
  let best: LdNode | null = null;
  let most = 0;
  for (const node of nodes) {
    const points = rank(node);
    if (points > most) [best, most] = [node, points];
  }
  return best;
}

const urlOf = (value: unknown): string | null =>
  typeof value === 'string'
    ? asText(value)
    : isNode(value)
      ? (asText(value['@id']) ?? asText(value.url))
      : null;

const imageOf = (value: unknown): string | null => {
  if (Array.isArray(value)) return imageOf(value[0]);
  return typeof value === 'string'
    ? asText(value)
    : isNode(value)
      ? (asText(value.url) ?? asText(value.contentUrl))
      : null;
};

const languageName = (value: unknown): string | null =>
  isNode(value) ? (asText(value.alternateName) ?? asText(value.name)) : null;

function authorNames(value: unknown, follow: (value: unknown) => unknown): string[] {
  const names: string[] = [];
  for (const item of asList(value).slice(0, 50)) {
    const author = follow(item);
    if (typeof author === 'string') names.push(author);
    else if (isNode(author))
      for (const name of asList(author.name)) if (typeof name === 'string') names.push(name);
  }
  return names;
}

function paidness(node: LdNode): boolean | null {
  const free = node.isAccessibleForFree;
  if (typeof free === 'boolean') return !free;
  const said = asText(free)
    ?.toLowerCase()
    .replace(/^https?:\/\/schema\.org\//, '');
  return said === 'false' ? true : said === 'true' ? false : null;
}
