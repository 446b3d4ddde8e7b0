import {
  type Agency,
  type Instant,
  type Language,
  PRIMARY_KINDS,
  type SnippetBudget,
  type StoryCard,
  snippetBudget,
} from '../model/index.ts';
import { type CardArticle, type CardStatement, type Cards, cardsOf } from '../store/cards.ts';
import type { Db } from '../store/db.ts';
import { headline } from './headline.ts';

const PARTIES = 8;
const TOPICS = 6;
const DOCKETS = 3;
const SENTENCES = 3;
const STATEMENTS = 2;

type Outlet = StoryCard['outlets'][number];

function outlet(row: CardArticle): Outlet {
  return {
    articleId: row.articleId,
    outlet: row.outlet,
    url: row.url,
    title: row.title,
    language: row.language,
    publishedAt: row.publishedAt,
    agencies: row.agencies === null ? [] : (row.agencies.split(',') satisfies Agency[]),
    reprint: row.reprint === 1,
    primary: row.sourceParty !== null || PRIMARY_KINDS.has(row.sourceKind),
  };
}

/**
 * The article the message is linked to: the story's own lead, unless it is in another language and the story has
 * one in the wanted language; then its first whose page could be read, no live blog, an own report before a reprint.
 */
function leadOf(articles: CardArticle[], leadId: number, wanted: Language): CardArticle | undefined {
  const lead = articles.find(({ articleId }) => articleId === leadId) ?? articles[0];
  if (lead?.language === wanted) return lead;
  const rank = (article: CardArticle) =>
    (article.wall === null ? 0 : 4) + (article.live === 1 ? 2 : 0) + article.reprint;
  const native = articles
    .filter(({ language }) => language === wanted)
    .sort((a, b) => rank(a) - rank(b) || a.articleId - b.articleId);
  return native[0] ?? lead;
}

/** What a model made of the story in a language, where all of it may be shown. */
function wordingOf(
  cards: Cards,
  storyId: number,
  language: Language,
  budget: SnippetBudget,
): Pick<StoryCard, 'summary' | 'wordedBy'> | null {
  const rows = cards.wording(storyId, language);
  const [first] = rows;
  if (first === undefined || !rows.every((row) => budget.take(row, row.sentence))) return null;
  return {
    summary: rows.map(({ sentence, outlet, url }) => ({ sentence, outlet, url })),
    wordedBy: first.model,
  };
}

/** The story's sentences in the wanted language, else in the lead's, else in any. */
function summaryOf(
  cards: Cards,
  storyId: number,
  wanted: readonly Language[],
  budget: SnippetBudget,
): StoryCard['summary'] {
  const all = cards.sentences(storyId);
  const language =
    wanted.find((candidate) => all.some((row) => row.language === candidate)) ?? all[0]?.language;
  return all
    .filter((row) => row.language === language)
    .slice(0, SENTENCES)
    .filter((row) => budget.take(row, row.sentence))
    .map(({ sentence, outlet, url }) => ({ sentence, outlet, url }));
}

const FEWEST_WORDS = 4;

/** Whether the one who spoke is called by the party's own name. */
function isNamed({ speaker, nameDe, nameEn }: CardStatement): boolean {
  const said = (speaker ?? '').toLowerCase();
  return [nameDe, nameEn].some((name) => said.includes(name.toLowerCase()));
}

/** Whether the text only points back to the party: `der Konzern`, `the company`. */
const pointsBack = (row: CardStatement): boolean =>
  /^(?:der|die|das|des|dem|the)\s/i.test(row.speaker ?? '') && !isNamed(row);

/** The one who spoke, unless the text only names the party (`die Stiftung X`) or points back to it. */
function speakerOf(row: CardStatement): string | null {
  return /^(?:der|die|das|the)\s/i.test(row.speaker ?? '') || isNamed(row) ? null : row.speaker;
}

/** German clauses behind these have their verb at the end. */
const SUBORDINATE = /(?:^|\s)(?:dass|daß|ob)\s$/i;

/** Whether it can stand alone: no scrap of a few words, no reported clause cut out of its sentence. */
const standsAlone = ({ quote, form, before }: CardStatement): boolean =>
  quote.split(/\s+/).length >= FEWEST_WORDS &&
  (form === 'direct' || !(/^\p{Ll}/u.test(quote) || SUBORDINATE.test(before)));

/** Who says what: one statement a party, direct speech first, then who is named, then the lead article; no sentence that the
 * summary already has, and no outlet's words in another language than the message's. */
function statementsOf(
  rows: CardStatement[],
  { lead, summary }: { lead: CardArticle; summary: StoryCard['summary'] },
  budget: SnippetBudget,
): StoryCard['statements'] {
  const rank = (row: CardStatement) =>
    (row.form === 'direct' ? 0 : 4) + (pointsBack(row) ? 2 : 0) + (row.articleId === lead.articleId ? 0 : 1);
  const chosen: CardStatement[] = [];
  for (const row of rows.toSorted((a, b) => rank(a) - rank(b))) {
    if (chosen.length === STATEMENTS) break;
    if (!standsAlone(row) || (row.form === 'reported' && row.language !== lead.language)) continue;
    if (chosen.some(({ partyId }) => partyId === row.partyId)) continue;
    if (summary.some(({ sentence }) => sentence.includes(row.quote))) continue;
    if (!budget.take(row, row.quote)) continue;
    chosen.push(row);
  }
  return chosen.map((row) => {
    const { form, party, outlet, url } = row;
    return {
      quote: row.quote.replace(/[\s,;:–-]+$/u, ''),
      form,
      speaker: speakerOf(row),
      party,
      outlet,
      url,
    };
  });
}

/** Later of two instants. */
const later = (a: Instant, b: Instant | null): Instant => (b !== null && b > a ? b : a);

/**
 * A story as readers are shown it, from committed rows only; null where there is no such story or it has no
 * article. Names are in `language` (German or English), title and summary too where the story has any.
 * @param snippetLimit characters shown of one article at most, whatever its outlet allows
 */
export function storyCard(
  db: Db,
  storyId: number,
  language: Language,
  snippetLimit?: number,
): StoryCard | null {
  const cards = cardsOf(db);
  const story = cards.story(storyId);
  const articles = cards.articles(storyId);
  const lead = story && leadOf(articles, story.leadArticleId, language);
  if (!story || !lead) return null;
  const names = language === 'en' ? 'en' : 'de';
  const tried = snippetBudget(snippetLimit);
  const worded = wordingOf(cards, storyId, language, tried);
  const budget = worded ? tried : snippetBudget(snippetLimit);
  const summary = worded?.summary ?? summaryOf(cards, storyId, [language, lead.language], budget);
  const newest = articles.reduce((at, article) => later(at, article.publishedAt), story.firstSeenAt);
  return {
    id: story.id,
    title: headline(lead.articleId === story.leadArticleId ? story.title : lead.title),
    language: lead.language,
    lead: { articleId: lead.articleId, url: lead.url, outlet: lead.outlet },
    stage:
      story.stage === null
        ? null
        : (cards.stageName(story.stage, names) ?? story.stage.replaceAll(/[-_]/g, ' ')),
    firstSeenAt: story.firstSeenAt,
    lastSeenAt: story.lastSeenAt,
    summary,
    wordedBy: worded?.wordedBy ?? null,
    statements: statementsOf(cards.statements(storyId, names), { lead, summary }, budget),
    parties: cards.parties(storyId, names, PARTIES),
    topics: cards.topics(storyId, names, TOPICS),
    dockets: cards.dockets(storyId, DOCKETS),
    nextDate: cards.nextDate(storyId, newest.slice(0, 10)),
    outlets: articles.map(outlet),
  };
}
