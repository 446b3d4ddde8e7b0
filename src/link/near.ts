import type { Link } from '../model/index.ts';
import type { Features } from '../store/features.ts';
import type { FeatureRow, Stories } from '../store/stories.ts';
import { type Frequencies, type SimilaritySettings, termWeight } from './similarity.ts';

/** Stories looked at for one article, and articles of theirs. */
const MAX_STORIES = 6;
const MAX_ARTICLES = 90;
/** Of a larger story only the latest articles are compared, and it is no longer parted. */
const MAX_OF_STORY = 36;
/** A term in more than this share of the window's articles does not lead to candidates. */
const COMMON_SHARE = 0.1;
const COMMON_ARTICLES = 20;

/** An article and those of the stories near it; the article itself is the first. */
export interface Neighbourhood {
  rows: FeatureRow[];
  /** The story each row is in; null for the new article. */
  storyOf: (number | null)[];
  /** Stories whose articles stay together (indices of rows). */
  fixed: { members: number[]; held: boolean }[];
  /** Stories a person set. */
  held: Set<number>;
}

/** Finds the stories an article may belong to by the rare terms it shares with their articles. */
export function createSurveyor(
  { stories, features }: { stories: Stories; features: Features },
  settings: SimilaritySettings,
) {
  /** How common terms are in the window that ends with a period. */
  function frequenciesOf(terms: Iterable<string>, period: number): Frequencies {
    const found = features.frequencies(['', ...terms], period);
    let articles = 0;
    for (const n of found.get('')?.values() ?? []) articles += n;
    return { articles, of: (term) => found.get(term) };
  }

  /** Stories that share rare terms with the article, the closest first. */
  function nearStories(row: FeatureRow): number[] {
    const frequencies = frequenciesOf(
      row.terms.map(([term]) => term),
      row.period,
    );
    const limit = Math.max(COMMON_ARTICLES, frequencies.articles * COMMON_SHARE);
    const weights = new Map<string, number>();
    for (const [term] of row.terms) {
      let articles = 0;
      for (const n of frequencies.of(term)?.values() ?? []) articles += n;
      if (articles > 1 && articles <= limit) weights.set(term, termWeight(term, frequencies, settings) ** 2);
    }
    const shared = new Map<number, number>();
    for (const { term, articleId } of features.holders([...weights.keys()], row.period))
      if (articleId !== row.articleId)
        shared.set(articleId, (shared.get(articleId) ?? 0) + (weights.get(term) ?? 0));
    const near = new Map<number, number>();
    for (const [articleId, weight] of shared) {
      const storyId = stories.storyOf(articleId);
      if (storyId !== null) near.set(storyId, Math.max(near.get(storyId) ?? 0, weight));
    }
    return [...near].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([storyId]) => storyId);
  }

  /** The article with its neighbours; stories in `must` are looked at first. */
  function neighbourhood(row: FeatureRow, must: readonly number[]): Neighbourhood {
    const found: Neighbourhood = {
      rows: [row],
      storyOf: [stories.storyOf(row.articleId)],
      fixed: [],
      held: new Set(),
    };
    const chosen = [...new Set([...must, ...nearStories(row)])].slice(0, MAX_STORIES);
    for (const storyId of chosen) {
      const all = stories.memberIds(storyId).filter((id) => id !== row.articleId);
      const members = all.slice(-MAX_OF_STORY).flatMap((id) => features.get(id) ?? []);
      if (found.rows.length + members.length > MAX_ARTICLES) continue;
      const held = stories.get(storyId)?.held ?? false;
      const first = found.rows.length;
      found.rows.push(...members);
      for (const _ of members) found.storyOf.push(storyId);
      if (held) found.held.add(storyId);
      if (held || all.length > MAX_OF_STORY) {
        const indices = members.map((_, i) => first + i);
        found.fixed.push({ members: found.storyOf[0] === storyId ? [0, ...indices] : indices, held });
      }
    }
    return found;
  }

  return { frequenciesOf, neighbourhood };
}

/** Shared wire copy is of one event, whatever the words around it. */
export function raiseByLinks(matrix: Float64Array, near: Neighbourhood, found: readonly Link[]): void {
  const n = near.rows.length;
  for (const link of found) {
    const other = near.rows.findIndex((row) => row.articleId === link.articleId);
    if (other <= 0 || link.kind === 'contained-in') continue;
    matrix[other] = Math.max(matrix[other] ?? 0, link.score);
    matrix[other * n] = matrix[other] ?? 0;
  }
}
