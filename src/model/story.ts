import type { Agency, Day, Instant, Language } from './common.ts';

/** How an article stands to another. */
export const LINK_KINDS = ['duplicate', 'shared-wire', 'contained-in', 'revision'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export interface Link {
  /** The article that was there before. */
  articleId: number;
  kind: LinkKind;
  /** 0–1, share of the smaller text's sampled shingles found in the other. */
  score: number;
  /** Why, in words: `37 of 41 sampled shingles shared`, `same dpa item 230428-99-483045`. */
  reason: string;
}

/** A story as readers are shown it; built from committed rows only. */
export interface StoryCard {
  id: number;
  title: string;
  language: Language;
  lead: { articleId: number; url: string; outlet: string };
  stage: string | null;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  /** Sentences, each with the outlet it was taken from or that bears it. */
  summary: { sentence: string; outlet: string; url: string }[];
  /** The language model that worded the summary; null: its sentences are verbatim. */
  wordedBy: string | null;
  /** `reported`: indirect speech, never to be shown in quotation marks. */
  statements: {
    quote: string;
    form: 'direct' | 'reported';
    speaker: string | null;
    party: string | null;
    outlet: string;
    url: string;
  }[];
  parties: { id: string; name: string }[];
  topics: { id: string; name: string }[];
  dockets: string[];
  nextDate: { day: Day; type: string } | null;
  outlets: {
    articleId: number;
    outlet: string;
    url: string;
    title: string;
    language: Language;
    publishedAt: Instant | null;
    agencies: Agency[];
    /** Its text is another's. */
    reprint: boolean;
    /** A release of a party, court or authority itself. */
    primary: boolean;
  }[];
}
