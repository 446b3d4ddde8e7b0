// node ../shared/bench/duplicates/score.mjs bench/adapters/duplicates.mjs
import { articleTable } from './_articles.mjs';
import { product } from './_product.mjs';

const { createLinker } = await product('link/index');
const { canonicalUrl } = await product('link/identity');

export default function createIndex() {
  const articles = articleTable();
  const linker = createLinker(articles.db);
  const byUrl = new Map();
  const names = new Map();
  let seenAt = '2021-01-01T12:00:00.000Z';
  const add = articles.db.transaction(({ id, url: address, outlet, publishedAt, title, text }) => {
    if (publishedAt && publishedAt > seenAt) seenAt = publishedAt;
    const url = canonicalUrl(address);
    // The product stores a known page's new text as its revision.
    if (byUrl.has(url)) return { links: [{ id: byUrl.get(url), kind: 'revision', score: 1 }] };
    const article = { sourceId: outlet, url, title, text, language: 'de', publishedAt, seenAt, grade: 'off' };
    const candidate = articles.insert(article);
    byUrl.set(url, id);
    names.set(candidate.articleId, id);
    const { links } = linker.add(candidate);
    return { links: links.map(({ articleId, kind, score }) => ({ id: names.get(articleId), kind, score })) };
  });
  return { add, close: () => articles.db.close() };
}
