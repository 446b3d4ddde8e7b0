import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { createStatementIndex, type Said, said, sameStatement } from './same-statement.ts';

/** One outlet that carried a story. */
export interface CarryingOutlet {
  sourceId: string;
  outlet: string;
  country: string;
  languages: string[];
  /** Its articles: reports of its own, texts of an agency or another outlet, releases of its own. */
  own: number;
  copied: number;
  releases: number;
  firstAt: Instant;
}

/** A statement of a party, and what the outlets that carried the story made of it. */
export interface CoveredStatement {
  /** The first article that has it in these words. */
  articleId: number;
  party: string;
  partyName: string;
  speaker: string | null;
  form: 'direct' | 'reported';
  quote: string;
  language: string;
  carriedBy: string[];
  /** Outlets whose readable texts in a language of the statement do not have it. */
  leftOutBy: string[];
  /** Outlets that cannot be judged: in another language, or not readable. */
  unknown: string[];
}

export interface StoryCoverage {
  id: number;
  title: string;
  carried: CarryingOutlet[];
  /** Sources that were polled with success while the story ran, and had nothing on it. */
  silent: { sourceId: string; outlet: string; country: string; polls: number }[];
  /** Sources that could not be polled in that time: their silence says nothing. */
  unseen: { sourceId: string; outlet: string; country: string }[];
  countries: { country: string; outlets: number; articles: number }[];
  languages: { language: string; outlets: number; articles: number }[];
  statements: CoveredStatement[];
}

interface Member {
  id: number;
  sourceId: string;
  outlet: string;
  country: string;
  language: string;
  at: Instant;
  text: string;
  readable: number;
  copied: number;
  release: number;
}

interface StatementRow {
  articleId: number;
  party: string;
  partyName: string;
  speaker: string | null;
  person: string | null;
  form: 'direct' | 'reported';
  quote: string;
}

/** Statements told of at most; the most widely carried first. */
const MOST = 40;
/** Bounds the comparisons in a story of thousands of articles. */
const MOST_COMPARED = 400;

function carriedBy(members: readonly Member[]): CarryingOutlet[] {
  const outlets = new Map<string, CarryingOutlet>();
  for (const { sourceId, outlet, country, language, at, copied, release } of members) {
    const known = outlets.get(sourceId) ?? {
      sourceId,
      outlet,
      country,
      languages: [],
      own: 0,
      copied: 0,
      releases: 0,
      firstAt: at,
    };
    if (!known.languages.includes(language)) known.languages.push(language);
    known[release === 1 ? 'releases' : copied === 1 ? 'copied' : 'own'] += 1;
    outlets.set(sourceId, known);
  }
  return [...outlets.values()];
}

function tally<Key extends 'country' | 'language'>(members: readonly Member[], key: Key) {
  const groups = new Map<string, Member[]>();
  for (const member of members) groups.set(member[key], [...(groups.get(member[key]) ?? []), member]);
  return [...groups]
    .map(([name, of]) => ({
      name,
      outlets: new Set(of.map(({ sourceId }) => sourceId)).size,
      articles: of.length,
    }))
    .sort((a, b) => b.outlets - a.outlets || a.name.localeCompare(b.name));
}

interface Group {
  first: StatementRow & { language: string };
  languages: Set<string>;
  articles: Set<number>;
}

type Index = ReturnType<typeof createStatementIndex>;

/** The same statement in several articles is one group; all of them are put into the index. */
function grouped(
  rows: readonly StatementRow[],
  index: Index,
  language: (articleId: number) => string,
): Map<Said, Group> {
  const groups = new Map<Said, Group>();
  // In another language no words are the same, but there are few with these numbers.
  const byNumbers = new Map<string, Said[]>();
  for (const row of rows) {
    const of = language(row.articleId);
    const one = said({ quote: row.quote, language: of, speaker: row.person ?? row.speaker });
    const numbers = one.numbers.join();
    const same = [...index.near(one), ...(byNumbers.get(numbers) ?? [])].find(
      (other) => groups.get(other)?.first.party === row.party && sameStatement(other, one),
    );
    const group = same && groups.get(same);
    const into = group ?? { first: { ...row, language: of }, languages: new Set(), articles: new Set() };
    into.languages.add(of);
    into.articles.add(row.articleId);
    groups.set(one, into);
    index.add(one);
    if (numbers !== '') byNumbers.set(numbers, [...(byNumbers.get(numbers) ?? []), one]);
  }
  return groups;
}

/** What the outlets made of a statement; each of them stands in one of the three lists. */
function judged({ first, languages, articles }: Group, members: readonly Member[]): CoveredStatement {
  const carrying = new Set(members.flatMap(({ id, outlet }) => (articles.has(id) ? [outlet] : [])));
  const judgeable = new Set(
    members.flatMap(({ outlet, language, readable }) =>
      readable === 1 && languages.has(language) && !carrying.has(outlet) ? [outlet] : [],
    ),
  );
  const unknown = new Set(
    members.flatMap(({ outlet }) => (carrying.has(outlet) || judgeable.has(outlet) ? [] : [outlet])),
  );
  const { articleId, party, partyName, speaker, form, quote, language } = first;
  return {
    articleId,
    party,
    partyName,
    speaker,
    form,
    quote,
    language,
    carriedBy: [...carrying],
    leftOutBy: [...judgeable],
    unknown: [...unknown],
  };
}

function statements(
  db: Db,
  storyId: number,
  names: 'de' | 'en',
  members: readonly Member[],
): CoveredStatement[] {
  const rows = db
    .prepare<[number, number], StatementRow>(
      `SELECT st.article_id AS articleId, st.party, p.name_${names} AS partyName, st.speaker, st.person, st.form, st.quote
       FROM statements st JOIN party p ON p.id = st.party
       WHERE st.story_id = ? ORDER BY st.form = 'direct' DESC, st.at, st.id LIMIT ?`,
    )
    .all(storyId, MOST_COMPARED);
  if (rows.length === 0) return [];
  const languages = new Map(members.map(({ id, language }) => [id, language]));
  const index = createStatementIndex();
  const groups = grouped(rows, index, (id) => languages.get(id) ?? 'und');
  for (const { id, text, language } of members)
    for (const statement of index.carriedBy(text, language)) groups.get(statement)?.articles.add(id);
  const outletOf = new Map(members.map(({ id, outlet }) => [id, outlet]));
  return [...new Set(groups.values())]
    .map((group) => ({ group, outlets: new Set([...group.articles].map((id) => outletOf.get(id))).size }))
    .sort((a, b) => b.outlets - a.outlets)
    .slice(0, MOST)
    .map(({ group }) => judged(group, members));
}

/**
 * Which sources, countries and languages carried a story, who was looked at and had nothing, and which statements
 * each outlet carried or left out; undefined where there is no such story.
 */
export function storyCoverage(db: Db, id: number, names: 'de' | 'en'): StoryCoverage | undefined {
  const story = db
    .prepare<[number], { title: string; from: Instant; to: Instant }>(
      'SELECT title, first_seen_at AS "from", last_seen_at AS "to" FROM stories WHERE id = ?',
    )
    .get(id);
  if (!story) return undefined;
  const members = db
    .prepare<[number], Member>(
      `SELECT a.id, a.source_id AS sourceId, a.outlet, a.country, a.language, a.at, a.text,
         a.text_from <> 'feed' AND a.wall IS NULL AS readable,
         a.reprint_kind IS NOT NULL OR (a.agencies IS NOT NULL AND EXISTS
           (SELECT 1 FROM link l WHERE l.other_id = a.id AND l.kind IN ('duplicate', 'contained-in'))) AS copied,
         m.primary_source AS release
       FROM story_article m JOIN articles a ON a.id = m.article_id WHERE m.story_id = ? ORDER BY a.at, a.id`,
    )
    .all(id);
  const others = db
    .prepare<[string, string, number], { sourceId: string; outlet: string; country: string; polls: number }>(
      `SELECT s.id AS sourceId, s.name AS outlet, s.country, (SELECT count(*) FROM feed f CROSS JOIN poll p ON p.feed_url = f.url
         WHERE f.source_id = s.id AND p.outcome <> 'failed' AND p.at >= ? AND p.at < strftime('%Y-%m-%dT%H:%M:%fZ', ?, '+1 day')) AS polls
       FROM source s WHERE s.active = 1 AND s.id NOT IN
         (SELECT a.source_id FROM story_article m JOIN article a ON a.id = m.article_id WHERE m.story_id = ?)
       ORDER BY s.name`,
    )
    .all(story.from, story.to, id);
  return {
    id,
    title: story.title,
    carried: carriedBy(members),
    silent: others.filter(({ polls }) => polls > 0),
    unseen: others.filter(({ polls }) => polls === 0).map(({ polls: _, ...source }) => source),
    countries: tally(members, 'country').map(({ name: country, ...rest }) => ({ country, ...rest })),
    languages: tally(members, 'language').map(({ name: language, ...rest }) => ({ language, ...rest })),
    statements: statements(db, id, names, members),
  };
}
