import type { Day, Grade, Instant, StoryCard } from '../../model/index.ts';
import { coverageDays } from '../../store/coverage-days.ts';
import type { Db } from '../../store/db.ts';
import { type Arrival, type Cadence, digestsOf } from '../../store/digests.ts';
import { outboxOf } from '../../store/outbox.ts';
import { storyTags } from '../../store/story-tags.ts';
import { storyCard } from '../card.ts';
import type { ChannelSettings, Filter } from '../channels.ts';
import { wants } from '../filter.ts';
import type { DigestContent, DigestDate, DigestStory } from './content.ts';

const DAY_MS = 86_400_000;
/** More have no room in a message; the others are counted. */
const STORIES = 40;
const DAYS_AHEAD = 14;
/** Days that the chart shows. */
const CHART_DAYS: Readonly<Record<Cadence, number>> = { daily: 14, weekly: 28 };
const WEIGHT: Readonly<Record<Grade, number>> = { core: 0, secondary: 1, context: 2, off: 3 };

/** A channel's digest: of which period, told how. */
export interface DigestOrder {
  channel: Filter & Pick<ChannelSettings, 'id' | 'language' | 'maxAgeMs' | 'snippetLimit'>;
  cadence: Cadence;
  by: 'party' | 'stage';
  since: Instant;
  until: Instant;
  /** IANA zone in which days are named. */
  timezone: string;
}

const before = (at: Instant, ms: number): Instant => new Date(Date.parse(at) - ms).toISOString();
const utcDay = (at: Instant): Day => at.slice(0, 10);

/** The day that an instant belongs to in a zone. */
function dayIn(at: Instant, timeZone: string): Day {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
  });
  return format.format(new Date(at));
}

/** The grade of a story that the channel wants, null of any other; each is looked up once. */
function wantedBy(db: Db, filter: Filter): (storyId: number) => Grade | null {
  const known = new Map<number, Grade | null>();
  const look = (storyId: number): Grade | null => {
    const facts = outboxOf(db).storyFacts(storyId);
    if (!facts || facts.mergedInto !== null) return null;
    return wants(filter, facts, () => storyTags(db, storyId)) ? facts.grade : null;
  };
  return (storyId) => {
    const grade = known.has(storyId) ? (known.get(storyId) ?? null) : look(storyId);
    known.set(storyId, grade);
    return grade;
  };
}

interface Gathered {
  id: number;
  grade: Grade;
  articles: number;
  outlets: number;
}

/** Stories by weight: what courts and claimants do before what is told in passing, many outlets before few. */
function byStory(arrivals: readonly Arrival[], wanted: (storyId: number) => Grade | null): Gathered[] {
  const outlets = new Map<number, string[]>();
  for (const { storyId, sourceId } of arrivals)
    outlets.set(storyId, [...(outlets.get(storyId) ?? []), sourceId]);
  return [...outlets]
    .map(([id, sources]) => ({
      id,
      grade: wanted(id) ?? 'off',
      articles: sources.length,
      outlets: new Set(sources).size,
    }))
    .sort(
      (a, b) =>
        WEIGHT[a.grade] - WEIGHT[b.grade] || b.outlets - a.outlets || b.articles - a.articles || b.id - a.id,
    );
}

function sentenceOf(card: StoryCard): DigestStory['sentence'] {
  const [first] = card.summary;
  const from = first && card.outlets.find(({ url }) => url === first.url);
  return from
    ? { articleId: from.articleId, text: first.sentence, outlet: first.outlet, url: first.url }
    : null;
}

function tell(db: Db, story: Gathered, { channel, since, until }: DigestOrder): DigestStory[] {
  const { language, snippetLimit } = channel;
  const card = storyCard(db, story.id, language, snippetLimit);
  if (!card) return [];
  const digests = digestsOf(db);
  const [earlier, now] = [digests.stageBefore(story.id, since), digests.stageBefore(story.id, until)];
  return [
    {
      id: story.id,
      leadArticleId: card.lead.articleId,
      title: card.title,
      url: card.lead.url,
      outlet: card.lead.outlet,
      stage: now?.[language] ?? null,
      stageBefore: earlier && now && earlier.rank < now.rank ? earlier[language] : null,
      articles: story.articles,
      outlets: story.outlets,
      sentence: sentenceOf(card),
    },
  ];
}

/** What is known of the days ahead: the dossier's events and, of days without one, what the wanted stories name. */
function ahead(
  db: Db,
  { channel: { language }, until: joinedBefore }: DigestOrder,
  { wanted, day: after }: { wanted: (storyId: number) => Grade | null; day: Day },
): DigestDate[] {
  const digests = digestsOf(db);
  const until = utcDay(new Date(Date.parse(after) + DAYS_AHEAD * DAY_MS).toISOString());
  const events = digests
    .events(after, until)
    .map(({ day, [language]: text }) => ({ day, type: null, text, url: null, articleId: null }));
  const known = new Set(events.map(({ day }) => day));
  const named = new Map<string, DigestDate>();
  for (const { day, type, storyId } of digests.upcoming({ after, until, joinedBefore })) {
    const key = `${day} ${type}`;
    if (known.has(day) || named.has(key) || wanted(storyId) === null) continue;
    const card = storyCard(db, storyId, language);
    if (card)
      named.set(key, { day, type, text: card.title, url: card.lead.url, articleId: card.lead.articleId });
  }
  return [...events, ...named.values()].sort((a, b) => a.day.localeCompare(b.day));
}

function languagesOf(arrivals: readonly Arrival[]): string[] {
  const counts = new Map<string, number>();
  for (const { language } of arrivals) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([language]) => language);
}

/**
 * What a channel's digest of a period tells, from committed rows; null where nothing happened. An article belongs to the
 * period in which it joined its story, so that none falls between two digests, however long it waited to be read; one that
 * was older then than the channel's `maxAge` is no news.
 */
export function digestContent(db: Db, order: DigestOrder): DigestContent | null {
  const { channel, cadence, since, until, timezone } = order;
  const digests = digestsOf(db);
  const wanted = wantedBy(db, channel);
  const notBefore = before(since, channel.maxAgeMs);
  const arrivals = digests
    .arrivals({ since, until, notBefore })
    .filter(({ storyId }) => wanted(storyId) !== null);
  if (arrivals.length === 0) return null;
  const stories = byStory(arrivals, wanted);
  const days = { from: dayIn(since, timezone), until: dayIn(before(until, 1), timezone) };
  const chart = { from: utcDay(before(until, (CHART_DAYS[cadence] - 1) * DAY_MS)), until: utcDay(until) };
  const { language } = channel;
  return {
    ...{ cadence, language, since, until, days },
    figures: {
      stories: stories.length,
      articles: arrivals.length,
      outlets: new Set(arrivals.map(({ sourceId }) => sourceId)).size,
      countries: new Set(arrivals.map(({ country }) => country)).size,
      agency: arrivals.filter(({ agency }) => agency === 1).length,
    },
    languages: languagesOf(arrivals),
    stories: stories.slice(0, STORIES).flatMap((story) => tell(db, story, order)),
    dates: ahead(db, order, { wanted, day: days.until }),
    chart: {
      ...{ by: order.by, ...chart },
      rows: coverageDays(db, {
        ...{ ...chart, by: order.by, language, seenBefore: until },
        story: (id) => wanted(id) !== null,
      }),
    },
  };
}
