// node ../shared/bench/stories/score.mjs bench/adapters/stories.mjs
import { articleTable } from './_articles.mjs';
import { product } from './_product.mjs';

const { createLinker } = await product('link/index');
const { rankByEvent } = await product('link/rank');

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
const read = ({ id, title, text, language, publishedAt }) => ({
  id,
  language,
  title,
  text,
  at: publishedAt,
  findings: [],
  dates: [],
});

const event = (article) => {
  if (!events.has(article)) events.set(article, read(article));
  return events.get(article);
};

export const rank = (german, english) => rankByEvent(event(german), english.map(event));
