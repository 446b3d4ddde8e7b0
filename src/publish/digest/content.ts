import type { DayCount } from '../../charts/index.ts';
import type { Day, Instant, Language } from '../../model/index.ts';
import type { Cadence } from '../../store/digests.ts';
import type { MessageLanguage } from '../channels.ts';

/** One story of a digest. */
export interface DigestStory {
  id: number;
  leadArticleId: number;
  title: string;
  url: string;
  outlet: string;
  /** Its latest stage by the end of the period, in words. */
  stage: string | null;
  /** The stage it had before the period, where that was an earlier one. */
  stageBefore: string | null;
  /** In the period. */
  articles: number;
  outlets: number;
  sentence: { articleId: number; text: string; outlet: string; url: string } | null;
}

/** What happens on a day to come: in words of the dossier, or as a story's articles have it. */
export interface DigestDate {
  day: Day;
  /** Type of the date, where articles name it. */
  type: string | null;
  text: string;
  url: string | null;
  /** The article that the text is taken from; null: the dossier's. */
  articleId: number | null;
}

/** What one digest tells: complete, so that its message is the same whenever it is made. */
export interface DigestContent {
  cadence: Cadence;
  language: MessageLanguage;
  since: Instant;
  until: Instant;
  /** First and last day of the period where the readers are. */
  days: { from: Day; until: Day };
  figures: { stories: number; articles: number; outlets: number; countries: number; agency: number };
  /** Of the articles, the most frequent first. */
  languages: Language[];
  /** The weightiest first; those beyond are counted in `figures` only. */
  stories: DigestStory[];
  dates: DigestDate[];
  chart: { by: 'party' | 'stage'; from: Day; until: Day; rows: DayCount[] };
}
