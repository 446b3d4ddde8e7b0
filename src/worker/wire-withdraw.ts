import { headOf } from '../link/lead.ts';
import { STORY_SETTINGS } from '../link/stories.ts';
import type { Instant } from '../model/index.ts';
import { takeBackFromDigests } from '../publish/digest/owe.ts';
import { createFeatures } from '../store/features.ts';
import { createFingerprints } from '../store/fingerprints.ts';
import { createLinks } from '../store/links.ts';
import type { WireContext } from './context.ts';
import { tellOfStory } from './story.ts';

/** Compares an article with the others anew, after the one whose text it followed is gone; gives the stories touched. */
function placeAnew(context: WireContext, articleId: number, at: Instant): number[] {
  const { store, linker, sources } = context;
  const article = store.articles.byId(articleId);
  if (!article) return [];
  const { findings, credits } = store.findings.of(articleId);
  const { story } = linker.add({
    ...article,
    articleId,
    text: article.text || article.teaser,
    seenAt: at,
    credits,
    findings,
    dates: store.wires.datesOf(articleId),
    primary: sources.get(article.sourceId)?.party !== undefined,
  });
  return story === null ? [] : [story.storyId, ...story.touched];
}

/**
 * Takes back an article that its agency withdrew: it leaves its story, search and every list, and nothing of its text
 * stays. Reprints of it in outlets are theirs and stay. To be called inside a transaction.
 */
export function withdrawArticle(context: WireContext, articleId: number, at: Instant): void {
  const { store } = context;
  const { stories, wires } = store;
  const storyId = stories.storyOf(articleId);
  const followers = createLinks(store.db)
    .groupOf(articleId)
    .filter((id) => id !== articleId);
  createFingerprints(store.db).remove(articleId);
  createFeatures(store.db).remove(articleId);
  wires.withdraw(articleId, storyId, at);
  const touched = new Set(followers.flatMap((id) => placeAnew(context, id, at)));
  if (storyId === null) return;
  takeBackFromDigests(store.db, storyId);
  const head = headOf(stories.members(storyId), STORY_SETTINGS.languages);
  if (head) stories.update(storyId, head);
  for (const id of touched.add(storyId)) tellOfStory(context, id, { at, silent: false });
}
