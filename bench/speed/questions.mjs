// What is asked of the made-up press: searches with the same in plain FTS5, and the lists.
import { product } from '../adapters/_product.mjs';

const { conceptsOf } = await product('commands/concepts');
const { coverage } = await product('query/coverage');
const { explain } = await product('query/explain');
const lists = await product('query/lists');
const { status } = await product('query/status');
const { stories, story } = await product('query/stories');
const { timeline } = await product('query/timeline');

const quoted = (word) => `"${word}"`;
const every = (list, from, step, count) => Array.from({ length: count }, (_, i) => list[from + i * step]);
const pairs = (some, others, make) => some.map((one, i) => make(one, others[i]));

/** Two words that stand next to one another in some article. */
function phrases(db, count) {
  const newest = db.prepare('SELECT max(id) FROM article').pluck().get();
  const text = db.prepare('SELECT text FROM article WHERE id = ?').pluck();
  return Array.from({ length: count }, (_, i) => {
    const words = text.get(Math.ceil((newest * (i + 1)) / (count + 1))).match(/\p{L}{4,}(?= \p{L}{4,})/u);
    const [found] = words.input.slice(words.index).match(/^\S+ \p{L}+/u);
    return found;
  });
}

/** One letter of the middle is left out, which no article has. */
const misspelt = (word) => word.slice(0, 3) + word.slice(4);

/**
 * Searches by kind: `query` for the product, `match` for FTS5 as a person would write it, `filters` for both.
 * @param vocabulary of the press, the most frequent words first
 */
export function searches(db, vocabulary, dossier) {
  const { de, en } = vocabulary;
  const rare = [...every(de, 60_000, 7000, 6), ...every(en, 40_000, 7000, 4)];
  const common = [...every(de, 700, 131, 6), ...every(en, 700, 131, 4)];
  const frequent = ['Meta', ...every(de, 90, 3, 9)];
  const functions = [...every(de, 0, 3, 5), ...every(en, 0, 3, 5)];
  const days = db
    .prepare(
      'SELECT substr(first_seen_at, 1, 10) FROM article WHERE id % (SELECT max(id) / 6 FROM article) = 0',
    )
    .pluck()
    .all();
  const parties = dossier.parties.parties.map(({ id }) => id);
  const outlets = db.prepare('SELECT id FROM source ORDER BY id LIMIT 20').pluck().all();
  const one = (words) => words.map((word) => ({ query: word, match: quoted(word) }));
  const narrowed = (words, filter) => one(words).map((item, i) => ({ ...item, filters: filter(i) }));
  const mixed = [...common.slice(0, 5), ...frequent.slice(0, 5)];
  const concepts = conceptsOf(dossier);
  return {
    'rare word': one(rare),
    'common word': one(common),
    'frequent word': one(frequent),
    'function word': one(functions),
    'two words': pairs(common, [...frequent.slice(0, 5), ...rare], (a, b) => ({
      query: `${a} ${b}`,
      match: `${quoted(a)} AND ${quoted(b)}`,
    })),
    'two frequent words': pairs(frequent.slice(0, 5), frequent.slice(5), (a, b) => ({
      query: `${a} ${b}`,
      match: `${quoted(a)} AND ${quoted(b)}`,
    })),
    phrase: phrases(db, 10).map((words) => ({ query: quoted(words), match: quoted(words) })),
    prefix: [...frequent.slice(0, 5), ...common.slice(0, 5)].map((word) => ({
      query: `${word.slice(0, 5)}*`,
      match: `${quoted(word.slice(0, 5))} *`,
    })),
    OR: pairs(common, rare, (a, b) => ({ query: `${a} OR ${b}`, match: `${quoted(a)} OR ${quoted(b)}` })),
    exclusion: pairs(common, frequent, (a, b) => ({
      query: `${a} -${b}`,
      match: `${quoted(a)} NOT ${quoted(b)}`,
    })),
    'with a party': narrowed(mixed, (i) => ({ party: parties[(i * 3) % parties.length] })),
    'with an outlet': narrowed(mixed, (i) => ({ source: outlets[i % outlets.length] })),
    'since a day': narrowed(mixed, (i) => ({ since: days[i % days.length] })),
    'until a day': narrowed(mixed, (i) => ({ until: days[i % days.length] })),
    '--translate': dossier.topics.topics.slice(0, 10).map(({ display }) => {
      const words = display.en.match(/\p{L}+/gu);
      return { query: words.join(' '), match: words.map(quoted).join(' AND '), concepts };
    }),
  };
}

/** Misspelt words, which no article holds. */
export const typos = ({ de, en }) =>
  [...every(de, 2000, 4000, 12), ...every(en, 2000, 4000, 8)].filter((word) => word.length > 6).map(misspelt);

/** The same filters in SQL over the base tables, as a person would write them. */
export const PLAIN_FILTERS = {
  party: "EXISTS (SELECT 1 FROM finding f WHERE f.article_id = a.id AND f.kind = 'party' AND f.ref = @party)",
  source: 'a.source_id = @source',
  since: 'coalesce(a.published_at, a.first_seen_at) >= @since',
  until: "coalesce(a.published_at, a.first_seen_at) < date(@until, '+1 day')",
};

/** The lists, by the command that prints them. */
export function listQuestions(db, dossier) {
  const largest = db
    .prepare('SELECT story_id FROM story_article GROUP BY story_id ORDER BY count(*) DESC LIMIT 3')
    .pluck()
    .all();
  const newest = db.prepare('SELECT max(id) FROM story').pluck().get();
  const some = Array.from({ length: 20 }, (_, i) => Math.ceil((newest * (i + 1)) / 21));
  const rareParty = dossier.parties.parties.at(-5).id;
  const [day] = db.prepare('SELECT substr(max(first_seen_at), 1, 10) FROM article').pluck().all();
  const month = `${day.slice(0, 7)}-01`;
  const url = db
    .prepare('SELECT url_key FROM article WHERE id = (SELECT max(id) / 2 FROM article)')
    .pluck()
    .get();
  const filters = [
    {},
    { party: rareParty },
    { party: 'meta' },
    { topic: dossier.topics.topics[20].id },
    { source: 'lto' },
    { language: 'en' },
    { country: 'AT' },
    { agency: 'dpa' },
    { own: true },
    { stage: dossier.dispute.stages[2].id },
    { grade: 'context' },
    { since: month },
    { until: '2023-07-01' },
  ];
  const each = (run) => filters.map((filter) => () => run(filter));
  return {
    stories: each((filter) => stories(db, filter)),
    'stories, page 1000': [() => stories(db, { offset: 19_980 })],
    'show, a story': some.map((id) => () => story(db, id, 'en')),
    'show, the largest stories': largest.map((id) => () => story(db, id, 'en')),
    timeline: each((filter) => timeline(db, 'en', filter)),
    statements: each((filter) => lists.statements(db, filter)),
    dates: each((filter) => lists.dates(db, filter)),
    'dates --upcoming': [() => lists.dates(db, {}, day)],
    coverage: [() => coverage(db), () => coverage(db, { since: '2023-07-01', until: '2023-07-31' })],
    parties: [() => lists.tags(db, 'party', 'en')],
    topics: [() => lists.tags(db, 'topic', 'en')],
    status: [() => status(db)],
    stats: [() => lists.stats(db)],
    explain: [() => explain(db, url, 'en')],
  };
}
