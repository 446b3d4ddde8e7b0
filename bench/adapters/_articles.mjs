// A database in memory that holds just enough of an article for the linker to work on.
import { product } from './_product.mjs';

const { openDatabase } = await product('store/db');
const { createStories } = await product('store/stories');

export function articleTable(path = ':memory:') {
  const db = openDatabase(path);
  // The search index is not what is measured here.
  db.exec('DROP TRIGGER article_search_insert');
  const insertSource = db.prepare(
    `INSERT OR IGNORE INTO source (id, name, kind, languages, country) VALUES (?, ?, 'newspaper', '["de"]', 'DE')`,
  );
  const insertArticle = db.prepare(
    `INSERT INTO article (source_id, url, url_key, title, teaser, text, language, language_confidence, authors,
       published_at, first_seen_at, text_from, grade, relevance, relevance_reasons, dossier_version)
     VALUES (@sourceId, @url, @url, @title, '', @text, @language, 1, '[]', @publishedAt, @seenAt, 'page', @grade, 0,
       '[]', 'bench')`,
  );
  return {
    db,
    stories: createStories(db),
    /** Stores an article and gives the linker's candidate for it. */
    insert(article) {
      insertSource.run(article.sourceId, article.sourceId);
      const articleId = Number(insertArticle.run(article).lastInsertRowid);
      return {
        ...article,
        articleId,
        credits: [],
        findings: [],
        dates: [],
        wall: null,
        textFrom: 'page',
        primary: false,
      };
    },
  };
}
