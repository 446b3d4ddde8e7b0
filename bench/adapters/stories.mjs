// node ../shared/bench/stories/score.mjs bench/adapters/stories.mjs
import { articleTable } from './_articles.mjs';
import { product } from './_product.mjs';

const { createLinker } = await product('link/index');
const { similarities, SIMILARITY_SETTINGS } = await product('link/similarity');
const { termsOf } = await product('link/terms');

export function createGrouper() {
  const articles = articleTable();
  const linker = createLinker(articles.db);
  const { storyOf } = articles.stories;
  const ids = new Map();
  const add = articles.db.transaction(({ id, title, text, language, publishedAt }) => {
    const candidate = articles.insert({
      sourceId: `outlet-${id}`,
      url: `https://outlet.example/${id}`,
      title,
      text,
      language,
      publishedAt,
      seenAt: publishedAt,
      grade: 'core',
    });
    ids.set(id, candidate.articleId);
    return { storyId: linker.add(candidate).story.storyId };
  });
  return { add, storyOf: (id) => storyOf(ids.get(id)), close: () => articles.db.close() };
}

const events = new WeakMap();
/** An article as the story placer compares it. */
function eventOf(article) {
  const { title, text, language, publishedAt } = article;
  const known = events.get(article) ?? {
    language,
    at: Date.parse(publishedAt),
    terms: termsOf({ language, title, text, findings: [], dates: [] }),
  };
  events.set(article, known);
  return known;
}

function frequenciesOf(articles) {
  const counts = new Map();
  for (const { language, terms } of articles)
    for (const [term] of terms) {
      const languages = counts.get(term) ?? new Map();
      counts.set(term, languages.set(language, (languages.get(language) ?? 0) + 1));
    }
  return { articles: articles.length, of: (term) => counts.get(term) };
}

/** The product's similarity of two articles; it decides nothing by rank, so the order is made here. */
export function rank(german, english) {
  const sought = eventOf(german);
  const frequencies = frequenciesOf([sought, ...english.map(eventOf)]);
  const score = (article) => similarities([sought, eventOf(article)], frequencies, SIMILARITY_SETTINGS)[1];
  return english
    .map((article) => ({ id: article.id, score: score(article) }))
    .sort((a, b) => b.score - a.score);
}
