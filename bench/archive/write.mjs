// Writes the made-up press into a database of the product's own schema, through its triggers.
import { product } from '../adapters/_product.mjs';
import { BEGIN, createPress, PER_DAY } from './press.mjs';

const { openStore } = await product('store/index');
const { createWords } = await product('store/words');

const BATCH = 2000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The ledger of polls is kept for so many days. */
const POLL_DAYS = 60;
const VERSION = 'bench';
const instant = (ms) => new Date(ms).toISOString();

/** An insert by name of column. */
function inserter(db, table, columns) {
  const names = columns.split(' ');
  return db.prepare(
    `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  );
}

function inserts(db) {
  const into = (table, columns) => inserter(db, table, columns);
  return {
    article: into(
      'article',
      'id source_id url url_key title teaser text language language_confidence authors published_at first_seen_at text_from grade relevance relevance_reasons stage dossier_version fetched_at final_url status sha256 extractor',
    ),
    revision: into('revision', 'article_id number seen_at title text sha256 extractor kind changes'),
    entry: into(
      'entry',
      'source_id feed_url guid url url_key title teaser language published_at first_seen_at decision reason state attempts backlog article_id',
    ),
    decision: into('decision', 'at url step outcome reason'),
    finding: into('finding', 'article_id kind ref rule field matched start end confidence dossier_version'),
    date: into('article_date', 'article_id day precision type rule field matched start end'),
    statement: into('statement', 'article_id form quote speaker person party cue start end'),
    credit: into('credit', 'article_id agency rule matched'),
    link: into('link', 'article_id other_id kind score own_share reason at'),
    reprint: into('reprint', 'article_id representative_id'),
    story: into('story', 'id title language lead_article_id stage grade first_seen_at last_seen_at'),
    member: into('story_article', 'story_id article_id score reason primary_source joined_at'),
    sentence: into('story_sentence', 'story_id language position article_id sentence'),
    delivery: into(
      'delivery',
      'id sequence channel_id kind story_id state version sent_version message_id attempts created_at sent_at',
    ),
    poll: into('poll', 'feed_url at outcome status duration_ms bytes entries_seen entries_new notes'),
  };
}

const NO_WITNESS = { person: null, cue: 'sagte' };
const RANK = { core: 3, secondary: 2, context: 1 };

/** One article with all that hangs on it; what is known of its story is kept in `stories` until the end. */
function writeArticle(put, stories, item) {
  const { id, outlet, language, at, title, teaser, text, grade, stage, credit, copyOf, story } = item;
  const url = `https://www.${outlet.id}.example/2025/${id}`;
  const seen = instant(at + 600_000);
  const sha256 = id.toString(16).padStart(64, '0');
  const extractor = 'general@1';
  put.article.run({
    ...{ id, source_id: outlet.id, url, url_key: url, title, teaser, text, language, language_confidence: 1 },
    ...{ authors: '[]', published_at: instant(at), first_seen_at: seen, text_from: 'page', grade, stage },
    ...{ relevance: grade === 'off' ? 0 : 0.8, relevance_reasons: '[]', dossier_version: VERSION },
    ...{ fetched_at: seen, final_url: url, status: 200, sha256, extractor },
  });
  put.revision.run({
    ...{
      article_id: id,
      number: 1,
      seen_at: seen,
      title,
      text,
      sha256,
      extractor,
      kind: 'first',
      changes: '[]',
    },
  });
  put.entry.run({
    ...{
      source_id: outlet.id,
      feed_url: outlet.feed ?? '',
      guid: url,
      url,
      url_key: url,
      title,
      teaser,
      language,
    },
    ...{ published_at: instant(at), first_seen_at: seen, decision: 'candidate', reason: 'fetch: all' },
    ...{ state: 'read', attempts: 1, backlog: 0, article_id: id },
  });
  for (const [step, outcome] of [
    ['extract', 'text'],
    ['relevance', grade],
  ])
    put.decision.run({ at: seen, url, step, outcome, reason: 'made up for a benchmark' });
  for (const finding of item.findings)
    put.finding.run({ ...finding, article_id: id, dossier_version: VERSION });
  for (const date of item.dates)
    put.date.run({ ...date, article_id: id, precision: 'day', rule: 'bench:date' });
  for (const statement of item.statements) put.statement.run({ ...NO_WITNESS, ...statement, article_id: id });
  if (credit) put.credit.run({ article_id: id, agency: credit, rule: 'credit-line', matched: credit });
  if (copyOf !== null) {
    put.link.run({
      ...{
        article_id: id,
        other_id: copyOf,
        kind: 'duplicate',
        score: 1,
        own_share: 0,
        reason: 'copy',
        at: seen,
      },
    });
    put.reprint.run({ article_id: id, representative_id: copyOf });
  }
  if (story) joinStory(put, stories, item, seen);
}

function joinStory(put, stories, { id, title, language, grade, stage, story, text }, seen) {
  const known = stories.get(story.id) ?? {
    ...{ id: story.id, title, language, lead_article_id: id, stage, grade },
    ...{ first_seen_at: seen, last_seen_at: seen, sentence: text.slice(0, text.indexOf('.') + 1) },
  };
  known.last_seen_at = seen;
  known.stage = stage ?? known.stage;
  if (RANK[grade] > RANK[known.grade]) known.grade = grade;
  stories.set(story.id, known);
  put.member.run({
    ...{
      story_id: story.id,
      article_id: id,
      score: 1,
      reason: 'made up',
      primary_source: 0,
      joined_at: seen,
    },
  });
}

function writeStories(put, stories) {
  let sequence = 0;
  for (const { sentence, ...story } of stories.values()) {
    put.story.run(story);
    const { id, language, lead_article_id } = story;
    put.sentence.run({ story_id: id, language, position: 0, article_id: lead_article_id, sentence });
    put.delivery.run({
      ...{
        id: `d${id}`,
        sequence: ++sequence,
        channel_id: 'bench',
        kind: 'story',
        story_id: id,
        state: 'sent',
      },
      ...{ version: 1, sent_version: 1, message_id: String(1e18 + id), attempts: 1 },
      ...{ created_at: story.first_seen_at, sent_at: story.first_seen_at },
    });
  }
}

/** An hourly poll of every feed up to the last article. */
function writePolls(db, put, sources, until) {
  const feeds = sources.flatMap(({ feeds: of }) => of);
  for (let at = Math.max(BEGIN, until - POLL_DAYS * DAY_MS); at < until; at += HOUR_MS)
    for (const { url } of feeds)
      put.poll.run({
        ...{
          feed_url: url,
          at: instant(at),
          outcome: 'changed',
          status: 200,
          duration_ms: 90,
          bytes: 40_000,
        },
        ...{ entries_seen: 30, entries_new: 1, notes: '[]' },
      });
  const at = instant(until);
  db.prepare('UPDATE feed SET last_poll_at = ?, last_success_at = ?, last_change_at = ?').run(at, at, at);
}

/**
 * Fills a new database with so many articles, a thousand a day from June 2023 on.
 * @param config as `loadConfig` gives it
 * @param progress called with how many are written
 * @returns the press, whose vocabularies tell how frequent a word is
 */
export function writeArchive(path, articles, { dossier, sources }, progress = () => {}) {
  const store = openStore(path);
  const { db } = store;
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = OFF');
  db.pragma('cache_size = -500000');
  store.transaction(() => {
    store.catalogue.syncSources(sources);
    store.catalogue.syncDossier(dossier);
    db.prepare("INSERT INTO channel (id, fingerprint) VALUES ('bench', '')").run();
  });
  const put = inserts(db);
  const press = createPress(dossier, sources);
  const stories = new Map();
  const batch = db.transaction((from, to) => {
    for (let id = from; id <= to; id++) writeArticle(put, stories, press.article(id));
  });
  for (let from = 1; from <= articles; from += BATCH) {
    const to = Math.min(articles, from + BATCH - 1);
    batch(from, to);
    progress(to);
  }
  store.transaction(() => {
    writeStories(put, stories);
    writePolls(db, put, sources, BEGIN + (articles * DAY_MS) / PER_DAY);
    const words = createWords(db);
    for (const list of Object.values(press.vocabulary)) words.learn(list.join(' '));
  });
  db.pragma('wal_checkpoint(TRUNCATE)');
  store.close();
  return press;
}
