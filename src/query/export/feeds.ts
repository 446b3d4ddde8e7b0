import type { StoryRow } from '../stories.ts';
import type { FeedStory } from './feed-stories.ts';

/** What a feed of stories says of itself. */
export interface FeedInfo {
  title: string;
  /** Stays the same for good; a URI. */
  id: string;
  language: 'de' | 'en';
}

/** XML 1.0 allows no other control characters, and no lone surrogates. */
const xml = (value: string): string =>
  value
    .replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const readable = (url: string | null): string | null =>
  url !== null && /^https?:\/\//i.test(url) ? url : null;

const entryId = (feed: FeedInfo, story: StoryRow): string => `${feed.id}:story:${story.id}`;

const counted = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const COUNTS = {
  de: ({ articles, outlets }: StoryRow) => [`${articles} Artikel`, counted(outlets, 'Medium', 'Medien')],
  en: ({ articles, outlets }: StoryRow) => [
    counted(articles, 'article', 'articles'),
    counted(outlets, 'outlet', 'outlets'),
  ],
};

/** The summary, each sentence with its outlet, and how much was printed. */
function content({ language }: FeedInfo, story: FeedStory): string {
  const { summary, stageName } = story;
  const facts = [...COUNTS[language](story), ...(stageName === null ? [] : [stageName])].join(', ');
  return [...summary.map(({ sentence, outlet }) => `${sentence} (${outlet})`), facts].join('\n\n');
}

/** Stories as an Atom feed (RFC 4287). */
export function atom(feed: FeedInfo, stories: readonly FeedStory[]): string {
  const updated =
    stories
      .map(({ lastSeenAt }) => lastSeenAt)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00.000Z';
  const entries = stories.map((story) => {
    const url = readable(story.url);
    return [
      '  <entry>',
      `    <id>${xml(entryId(feed, story))}</id>`,
      `    <title>${xml(story.title)}</title>`,
      ...(url === null
        ? []
        : [`    <link rel="alternate" href="${xml(url)}" hreflang="${xml(story.language)}"/>`]),
      `    <published>${story.firstSeenAt}</published>`,
      `    <updated>${story.lastSeenAt}</updated>`,
      ...(story.outlet === null ? [] : [`    <author><name>${xml(story.outlet)}</name></author>`]),
      `    <category term="${xml(story.grade)}"/>`,
      `    <content type="text">${xml(content(feed, story))}</content>`,
      '  </entry>\n',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">`,
    `  <id>${xml(feed.id)}</id>`,
    `  <title>${xml(feed.title)}</title>`,
    `  <updated>${updated}</updated>`,
    '  <author><name>standoff</name></author>',
    '  <generator>standoff</generator>',
    `${entries.join('')}</feed>\n`,
  ].join('\n');
}

/** Stories as a JSON Feed, version 1.1 (jsonfeed.org). */
export function jsonFeed(feed: FeedInfo, stories: readonly FeedStory[]): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    language: feed.language,
    items: stories.map((story) => {
      const url = readable(story.url);
      return {
        id: entryId(feed, story),
        ...(url === null ? {} : { url }),
        title: story.title,
        content_text: content(feed, story),
        date_published: story.firstSeenAt,
        date_modified: story.lastSeenAt,
        language: story.language,
        tags: [story.grade, ...(story.stage === null ? [] : [story.stage])],
        ...(story.outlet === null ? {} : { authors: [{ name: story.outlet }] }),
      };
    }),
  };
}
