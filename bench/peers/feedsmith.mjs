// feedsmith alone: bytes as UTF-8 text, its own detection of the format, its fields taken where they stand first.
import { parseFeed } from 'feedsmith';

const text = (value) => (typeof value === 'object' && value !== null ? value.value : value);

/** It leaves dates as they were written. */
function date(value) {
  const found = value === undefined ? new Date(Number.NaN) : new Date(value);
  return Number.isNaN(found.getTime()) ? undefined : found;
}

const alternate = (links = []) => (links.find(({ rel }) => !rel || rel === 'alternate') ?? links[0])?.href;

/** What a namespace says where the format's own element is missing. */
const first = (space, name) => space?.[`${name}s`]?.[0] ?? space?.[name];
const namespaced = ({ dc, dcterms, atom }) =>
  first(dc, 'date') ??
  first(dcterms, 'created') ??
  atom?.published ??
  atom?.updated ??
  first(dcterms, 'modified');
const permalink = (guid) => (/^https?:/.test(text(guid) ?? '') ? text(guid) : undefined);

const READ = {
  rss: (item) => ({
    id: text(item.guid),
    url: item.link ?? alternate(item.atom?.links) ?? permalink(item.guid),
    title: text(item.title) ?? first(item.dc, 'title'),
    publishedAt: date(item.pubDate ?? namespaced(item)),
  }),
  rdf: (item) => ({
    id: item.rdf?.about,
    url: item.link ?? item.rdf?.about,
    title: text(item.title) ?? first(item.dc, 'title'),
    publishedAt: date(namespaced(item)),
  }),
  atom: (item) => ({
    id: item.id,
    url: alternate(item.links),
    title: text(item.title),
    publishedAt: date(item.published ?? item.updated ?? namespaced(item)),
  }),
  json: (item) => ({
    id: item.id,
    url: item.url ?? item.external_url,
    title: item.title,
    publishedAt: date(item.date_published ?? item.date_modified),
  }),
};

export default async (bytes) => {
  const { format, feed } = parseFeed(new TextDecoder().decode(bytes));
  const items = feed.items ?? feed.entries ?? [];
  return { title: text(feed.title), items: items.map(READ[format]) };
};

export const parseDate = (value) => new Date(value);
