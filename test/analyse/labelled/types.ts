import type { Grade } from '../../../src/model/index.ts';

/** A paragraph in our own words, with what a careful reader would say of it. */
export interface Labelled {
  /** The rule or trap it walks through. */
  note: string;
  title: string;
  text: string;
  language: string;
  grade: Grade;
  /** Everybody named beyond doubt; products are left out. */
  parties: string[];
  /** Topics that must be found. */
  topics?: string[];
  /** Topics that must not be found. */
  notTopics?: string[];
}

/** One labelled paragraph, its label first. */
export const told = (
  grade: Labelled['grade'],
  language: string,
  note: string,
  title: string,
  text: string,
  parties: string[],
  topics: string[] = [],
): Labelled => ({ note, title, text, language, grade, parties, topics });
