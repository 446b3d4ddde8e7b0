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

/** An article with its day, and all that a careful reader would find in it. */
export interface Printed extends Labelled {
  /** Published at three in the afternoon, UTC. */
  day: string;
  more: {
    /** A grade that a careful reader could give as well. */
    orGrade?: Grade;
    stage?: string;
    /** Every typed date, as `2025-05-27#training-start`; left out, dates are not looked at. */
    dates?: string[];
    dockets?: string[];
    /** What some careful readers would find and some would not. */
    orParties?: string[];
    orTopics?: string[];
  };
}

export const printed = (
  grade: Labelled['grade'],
  language: string,
  day: string,
  note: string,
  title: string,
  text: string,
  parties: string[],
  topics: string[],
  more: Printed['more'] = {},
): Printed => ({ ...told(grade, language, note, title, text, parties, topics), day, more });
