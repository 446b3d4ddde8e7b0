import { Parser } from 'htmlparser2';
import type { Instant } from '../../model/index.ts';

/** One subscription of an OPML list. */
export interface OpmlFeed {
  /** Of the feed. */
  url: string;
  title: string;
  /** Of the outlet's own page, where given. */
  homepage: string | null;
  /** Names of the outlines around it, the outermost first. */
  folders: string[];
  /** Of its texts, where given: `de`, `en-us`. */
  language?: string | undefined;
}

const MAX_FEEDS = 10_000;
const MAX_DEPTH = 100;
const CHUNK = 16_384;

/**
 * Reads the subscriptions of an OPML document (1.0 or 2.0, as feed readers export it), each feed once, in order.
 * What is no web feed is left out; a document that is no OPML gives none. Attribute names may be in any case.
 */
export function parseOpml(xml: string): OpmlFeed[] {
  const found = new Map<string, OpmlFeed>();
  const around: string[] = [];
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (name !== 'outline') return;
        const title = (attributes.title || attributes.text || '').trim();
        const feed = subscription(attributes, title, around);
        if (feed !== null && !found.has(feed.url)) found.set(feed.url, feed);
        around.push(title);
      },
      onclosetag: (name) => {
        depth -= 1;
        if (name === 'outline') around.pop();
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  for (let at = 0; at < xml.length && depth < MAX_DEPTH && found.size < MAX_FEEDS; at += CHUNK)
    parser.write(xml.slice(at, at + CHUNK));
  return [...found.values()].slice(0, MAX_FEEDS);
}

function subscription(
  attributes: Record<string, string>,
  title: string,
  around: readonly string[],
): OpmlFeed | null {
  const url = webUrl(attributes.xmlurl);
  if (url === null) return null;
  const folders = around.filter((name) => name !== '');
  const language = attributes.language?.trim().toLowerCase() ?? '';
  return {
    ...{ url, title: title || new URL(url).hostname, homepage: webUrl(attributes.htmlurl), folders },
    ...(/^[a-z]{2}(?:-[a-z]{2,4})?$/.test(language) ? { language } : {}),
  };
}

function webUrl(text: string | undefined): string | null {
  const trimmed = (text ?? '').trim();
  return /^https?:/i.test(trimmed) && URL.canParse(trimmed) ? new URL(trimmed).href : null;
}

/** Writes subscriptions as an OPML 2.0 document that other feed readers import; folders become outlines. */
export function writeOpml(feeds: readonly OpmlFeed[], head: { title: string; createdAt: Instant }): string {
  const root: Folder = { feeds: [], folders: new Map() };
  for (const feed of feeds) feed.folders.reduce(enter, root).feeds.push(feed);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '  <head>',
    `    <title>${escaped(head.title)}</title>`,
    `    <dateCreated>${new Date(head.createdAt).toUTCString()}</dateCreated>`,
    '  </head>',
    '  <body>',
    ...outlines(root, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

interface Folder {
  feeds: OpmlFeed[];
  folders: Map<string, Folder>;
}

function enter(folder: Folder, name: string): Folder {
  const inner = folder.folders.get(name) ?? { feeds: [], folders: new Map<string, Folder>() };
  folder.folders.set(name, inner);
  return inner;
}

function outlines({ feeds, folders }: Folder, indent: string): string[] {
  const leaves = feeds.map(({ url, title, homepage, language }) => {
    const more = [
      homepage === null ? '' : ` htmlUrl="${escaped(homepage)}"`,
      language === undefined ? '' : ` language="${escaped(language)}"`,
    ].join('');
    return `${indent}<outline type="rss" text="${escaped(title)}" title="${escaped(title)}" xmlUrl="${escaped(url)}"${more}/>`;
  });
  const inner = [...folders].flatMap(([name, folder]) => [
    `${indent}<outline text="${escaped(name)}">`,
    ...outlines(folder, `${indent}  `),
    `${indent}</outline>`,
  ]);
  return [...leaves, ...inner];
}

/** Control characters have no place in XML, not even escaped. */
function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/\p{Cc}+/gu, ' ').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
