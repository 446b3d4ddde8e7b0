import type { Instant, Language, Link } from '../model/index.ts';
import type { Features } from '../store/features.ts';
import type { Links } from '../store/links.ts';
import type { FeatureRow, Stories, StoryHead } from '../store/stories.ts';
import { CLUSTER_SETTINGS, type ClusterSettings, cluster } from './cluster.ts';
import { headOf } from './lead.ts';
import { createSurveyor, type Neighbourhood, raiseByLinks } from './near.ts';
import { arrange, type Grouping } from './regroup.ts';
import { besides, runnerUpOf } from './runner-up.ts';
import {
  type Frequencies,
  SIMILARITY_SETTINGS,
  type SimilaritySettings,
  similarities,
  termWeight,
} from './similarity.ts';
import { describeTerm, type EventText, termsOf } from './terms.ts';

export interface StorySettings {
  similarity: SimilaritySettings;
  cluster: ClusterSettings;
  /** Languages in which a story is rather led, the first most. */
  languages: readonly Language[];
}

export const STORY_SETTINGS: StorySettings = {
  similarity: SIMILARITY_SETTINGS,
  cluster: CLUSTER_SETTINGS,
  languages: ['de', 'en'],
};

/** An article to be placed in a story. */
export interface StoryArticle extends EventText {
  articleId: number;
  /** Published, else first seen. */
  at: Instant;
  seenAt: Instant;
  primary: boolean;
}

export interface StoryPlacement {
  storyId: number;
  isNew: boolean;
  /** 0–1: mean similarity with the story's articles; 1 for the article that began it. */
  score: number;
  reason: string;
  /** Other stories whose articles changed by it: split, merged or left by an article. */
  touched: number[];
}

/** Index rows of past windows cleared at each article. */
const EXPIRE_ROWS = 400;

interface Rooms {
  stories: Stories;
  features: Features;
  links: Links;
}

/** Places articles into stories: see `cluster` for when articles are one event. */
export function createStoryPlacer(rooms: Rooms, settings: StorySettings) {
  const { stories, features, links } = rooms;
  const { frequenciesOf, neighbourhood } = createSurveyor(rooms, settings.similarity);

  function reasonFor(near: Neighbourhood, others: readonly number[], frequencies: Frequencies): string {
    const mine = new Map(near.rows[0]?.terms);
    const shared = new Map<string, number>();
    for (const other of others)
      for (const [term, count] of near.rows[other]?.terms ?? [])
        if (mine.has(term))
          shared.set(
            term,
            (shared.get(term) ?? 0) +
              (mine.get(term) ?? 0) * count * termWeight(term, frequencies, settings.similarity) ** 2,
          );
    const best = [...shared].sort((a, b) => b[1] - a[1]).slice(0, 4);
    return `shares ${best.map(([term]) => describeTerm(term)).join(', ')} with ${others.length} of its articles`;
  }

  function refresh(storyIds: Iterable<number>): void {
    for (const id of storyIds) {
      const head = headOf(stories.members(id), settings.languages);
      if (head) stories.update(id, head);
    }
  }

  function placeReprint(article: StoryArticle, duplicate: Link): StoryPlacement | null {
    const original = links.representativeOf(article.articleId);
    const storyId = stories.storyOf(original) ?? stories.storyOf(duplicate.articleId);
    if (storyId === null) return null;
    const reason = `reprint: ${duplicate.reason}`;
    stories.place(storyId, { ...article, score: duplicate.score, reason, at: article.seenAt });
    refresh([storyId]);
    return { storyId, isNew: false, score: duplicate.score, reason, touched: [] };
  }

  /** The row of a story that one article begins; `refresh` completes it. */
  function headOfOne(articleId: number): StoryHead {
    const head = headOf(stories.candidates([articleId]), settings.languages);
    if (!head) throw new Error(`there is no article ${articleId}`);
    return head;
  }

  /** Carries out a new grouping: moves, splits and merges, each logged. Gives the stories begun and touched. */
  function carryOut(article: StoryArticle, near: Neighbourhood, grouping: Grouping) {
    const touched = new Set<number>();
    const begun = new Map<number, number>();
    const ids = (indices: readonly number[]) => indices.flatMap((i) => near.rows[i]?.articleId ?? []);
    for (const change of grouping.changes) {
      const articleIds = ids(change.members);
      const [first] = articleIds;
      if (first === undefined) continue;
      const to = change.to ?? begun.get(change.group) ?? stories.create(headOfOne(first));
      if (change.to === null) begun.set(change.group, to);
      for (const id of articleIds) stories.move(id, to);
      const emptied = stories.memberIds(change.from).length === 0;
      if (emptied) stories.setMergedInto(change.from, to);
      const kind = emptied ? 'merge' : change.to === null ? 'split' : 'move';
      const reason = `regrouped when “${article.title}” came`;
      stories.log({
        at: article.seenAt,
        kind,
        storyId: change.from,
        otherId: to,
        by: 'linker',
        reason,
        articleIds,
      });
      touched.add(change.from).add(to);
    }
    return { begun, touched };
  }

  function placeByEvent(article: StoryArticle, found: readonly Link[]): StoryPlacement {
    const period = Math.floor(Date.parse(article.seenAt) / (30 * 86_400_000));
    const { articleId, at, language } = article;
    const row: FeatureRow = { articleId, period, at, language, terms: termsOf(article) };
    features.put(row);
    features.expire(period - 2, EXPIRE_ROWS);
    const current = stories.storyOf(articleId);
    const linked = found.flatMap((link) => stories.storyOf(link.articleId) ?? []);
    const near = neighbourhood(row, current === null ? linked : [current, ...linked]);
    const terms = new Set(near.rows.flatMap((other) => other.terms.map(([term]) => term)));
    const frequencies = frequenciesOf(terms, period);
    const comparable = near.rows.map((other) => ({ ...other, at: Date.parse(other.at) }));
    const matrix = similarities(comparable, frequencies, settings.similarity);
    raiseByLinks(matrix, near, found);
    const groups = cluster(matrix.slice(), near.rows.length, settings.cluster, near.fixed);
    const grouping = arrange(groups, near.storyOf, near.held);
    const others = grouping.own.filter((i) => i > 0);
    const { begun, touched } = carryOut(article, near, grouping);
    const storyId =
      grouping.storyOfOwn ??
      begun.get(grouping.ownGroup) ??
      stories.storyOf(articleId) ??
      stories.create(headOfOne(articleId));
    const isNew = current === null && grouping.storyOfOwn === null;
    const alone = others.length === 0;
    const score = alone ? 1 : others.reduce((sum, i) => sum + (matrix[i] ?? 0), 0) / others.length;
    const runnerUp = runnerUpOf(groups, near, (row) => matrix[row] ?? 0, storyId);
    const why = alone ? 'began the story' : reasonFor(near, others, frequencies);
    const reason = `${why}${besides(runnerUp)}`;
    if (current === null) stories.place(storyId, { ...article, score, reason, at: article.seenAt });
    refresh([storyId, ...touched]);
    touched.delete(storyId);
    return { storyId, isNew, score, reason, touched: [...touched] };
  }

  return {
    /** Places an article whose links are known; the article must have passed the relevance test. */
    place(article: StoryArticle, found: readonly Link[]): StoryPlacement {
      const duplicate = found.find((link) => link.kind === 'duplicate');
      const known = stories.storyOf(article.articleId) !== null;
      return (duplicate && !known ? placeReprint(article, duplicate) : null) ?? placeByEvent(article, found);
    },
    refresh,
  };
}
