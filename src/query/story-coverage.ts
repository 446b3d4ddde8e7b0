import type { Instant } from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { carries, type Said, said, sameStatement, triplesOf } from './same-statement.ts';

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
  variants: Said[];
  articles: Set<number>;
}

/** The same statement in several articles is one group. */
function grouped(rows: readonly StatementRow[], language: (articleId: number) => string): Group[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const of = language(row.articleId);
    const one = said({ quote: row.quote, language: of, speaker: row.person ?? row.speaker });
    const known = groups.find(
      ({ first, variants }) =>
        first.party === row.party && variants.some((other) => sameStatement(other, one)),
    );
    if (known) {
      known.variants.push(one);
      known.articles.add(row.articleId);
    } else
      groups.push({ first: { ...row, language: of }, variants: [one], articles: new Set([row.articleId]) });
  }
  return groups;
}

function judged(
  { first, variants, articles }: Group,
  members: readonly Member[],
  texts: Map<number, Set<string>>,
) {
  const languages = new Set(variants.map(({ language }) => language));
  const carrying = new Set<string>();
  const without = new Set<string>();
  const unknown = new Set<string>();
  for (const { id, outlet, language, readable } of members) {
    const text = texts.get(id);
    const same = variants.filter((variant) => variant.language === language);
    if (articles.has(id) || (text && same.some((variant) => carries(text, variant)))) carrying.add(outlet);
    else if (readable === 1 && languages.has(language)) without.add(outlet);
    else unknown.add(outlet);
  }
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
    leftOutBy: [...without].filter((outlet) => !carrying.has(outlet)),
    unknown: [...unknown].filter((outlet) => !carrying.has(outlet) && !without.has(outlet)),
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
  const texts = new Map(members.map(({ id, text }) => [id, triplesOf(text)]));
  const languages = new Map(members.map(({ id, language }) => [id, language]));
  return grouped(rows, (id) => languages.get(id) ?? 'und')
    .map((group) => judged(group, members, texts))
    .sort((a, b) => b.carriedBy.length - a.carriedBy.length)
    .slice(0, MOST);
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
