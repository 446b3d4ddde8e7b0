import type {
  Credit,
  DatedEvent,
  Finding,
  Grade,
  Instant,
  Language,
  Link,
  TextOrigin,
  Wall,
} from '../model/index.ts';
import type { Db } from '../store/db.ts';
import { createFeatures } from '../store/features.ts';
import { createFingerprints } from '../store/fingerprints.ts';
import { createLinks } from '../store/links.ts';
import { createStories } from '../store/stories.ts';
import { createReprintFinder } from './reprint-finder.ts';
import { REPRINT_SETTINGS, type ReprintSettings } from './reprints.ts';
import { createStoryPlacer, STORY_SETTINGS, type StoryPlacement, type StorySettings } from './stories.ts';

export type { StoryPlacement } from './stories.ts';

/** An analysed article to be placed among the ones already known; its row is stored (or brought up to date) before. */
export interface Candidate {
  articleId: number;
  sourceId: string;
  /** Canonical URL. */
  url: string;
  title: string;
  text: string;
  language: Language;
  publishedAt: Instant | null;
  seenAt: Instant;
  credits: Credit[];
  findings: Finding[];
  dates: DatedEvent[];
  grade: Grade;
  wall: Wall | null;
  textFrom: TextOrigin;
  /** A release of a party, court or authority itself. */
  primary: boolean;
}

export interface LinkResult {
  /** How it stands to earlier articles, the closest first. */
  links: Link[];
  /** Null for articles that are off the dispute. */
  story: StoryPlacement | null;
}

export interface LinkSettings {
  reprints?: Partial<ReprintSettings>;
  stories?: Partial<StorySettings>;
}

/**
 * Places articles among the ones already known: reprints, shared wire copy, parts of live blogs, stories. All
 * that decides is in the database; call its functions inside the transaction that stores the article.
 */
export function createLinker(db: Db, settings: LinkSettings = {}) {
  const links = createLinks(db);
  const stories = createStories(db);
  const features = createFeatures(db);
  const reprints = createReprintFinder(
    { fingerprints: createFingerprints(db), links },
    { ...REPRINT_SETTINGS, ...settings.reprints },
  );
  const placer = createStoryPlacer({ stories, features, links }, { ...STORY_SETTINGS, ...settings.stories });

  function placeInStory(candidate: Candidate, found: Link[]): StoryPlacement | null {
    if (candidate.grade === 'off' && stories.storyOf(candidate.articleId) === null) return null;
    return placer.place({ ...candidate, at: candidate.publishedAt ?? candidate.seenAt }, found);
  }

  return {
    /**
     * Places an article. One that was placed before (its text changed, or could be read at last) is compared
     * anew and keeps its story unless the new text belongs elsewhere.
     */
    add(candidate: Candidate): LinkResult {
      reprints.remove(candidate.articleId);
      features.remove(candidate.articleId);
      const found = reprints.add(candidate);
      return { links: found, story: placeInStory(candidate, found) };
    },
  };
}

export type Linker = ReturnType<typeof createLinker>;
