// node ../shared/bench/duplicates/score.mjs bench/adapters/duplicates.mjs
import { product } from './_product.mjs';

const { openDatabase } = await product('store/db');
const { createLinker } = await product('link/index');
const { canonicalUrl } = await product('link/identity');

export default function createIndex() {
  const db = openDatabase(':memory:');
  const linker = createLinker(db);
  const insertSource = db.prepare(
    `INSERT OR IGNORE INTO source (id, name, kind, languages, country) VALUES (?, ?, 'newspaper', '["de"]', 'DE')`,
  );
  const insertArticle = db.prepare(
    `INSERT INTO article (source_id, url, title, teaser, text, language, language_confidence, authors, published_at,
       first_seen_at, text_from, grade, relevance, relevance_reasons, dossier_version)
     VALUES (?, ?, ?, '', ?, 'de', 1, '[]', ?, ?, 'page', 'off', 0, '[]', 'bench')`,
  );
  const byUrl = new Map();
  const ids = new Map();
  let seenAt = '2021-01-01T12:00:00.000Z';
  const add = db.transaction(({ id, url, outlet, publishedAt, title, text }) => {
    if (publishedAt && publishedAt > seenAt) seenAt = publishedAt;
    const address = canonicalUrl(url);
    const known = byUrl.get(address);
    if (known !== undefined) {
      ids.set(known, id);
      return { links: [{ id: known, kind: 'revision', score: 1 }] };
    }
    insertSource.run(outlet, outlet);
    const articleId = Number(
      insertArticle.run(outlet, address, title, text, publishedAt, seenAt).lastInsertRowid,
    );
    const { links } = linker.add({
      articleId,
      sourceId: outlet,
      url: address,
      title,
      text,
      language: 'de',
      publishedAt,
      seenAt,
      credits: [],
      findings: [],
      dates: [],
      grade: 'off',
      wall: null,
      textFrom: 'page',
      primary: false,
    });
    byUrl.set(address, id);
    ids.set(articleId, id);
    return { links: links.map((link) => ({ ...link, id: ids.get(link.articleId) })) };
  });
  return { add, close: () => db.close() };
}
