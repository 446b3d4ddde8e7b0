import type { APIEmbed } from 'discord.js';
import type { MessageLanguage } from '../publish/channels.ts';

/** Commands that ask the database. */
export const QUESTIONS = [
  'stories',
  'story',
  'search',
  'timeline',
  'party',
  'statements',
  'dates',
  'explain',
  'status',
] as const;
export type QuestionName = (typeof QUESTIONS)[number];

/** What a question can be narrowed by, or is about. */
export const FIELDS = [
  'query',
  'story',
  'party',
  'topic',
  'docket',
  'article',
  'since',
  'until',
  'past',
  'translate',
] as const;
export type Field = (typeof FIELDS)[number];

/** As members give them: days as `2025-05-27`, addresses in canonical form, `past` and `translate` as `1`. */
export type Options = Partial<Record<Field, string>>;

/** One page of an answer, as it is asked for. */
export interface Question {
  kind: 'answer';
  name: QuestionName;
  options: Options;
  /** From 0. */
  page: number;
  language: MessageLanguage;
}

/** What completes a field that a member is typing into. */
export interface ChoicesWanted {
  kind: 'choices';
  field: Field;
  typed: string;
  language: MessageLanguage;
}

/** What a member can do about it stands in `words.ts`. */
export type ProblemKind =
  | 'no-story'
  | 'no-party'
  | 'no-topic'
  | 'no-article'
  | 'no-words'
  | 'bad-day'
  | 'bad-order'
  | 'bad-address';

export interface Problem {
  problem: ProblemKind;
  /** What the member wrote. */
  value: string;
}

export interface Page {
  embed: APIEmbed;
  /** Whether another page follows. */
  more: boolean;
}

export type Answer = Page | Problem;

export interface Choice {
  /** At most 100 characters, as value. */
  name: string;
  value: string;
}

/** Asked of a database on a reading connection. */
export type Asked = Question | ChoicesWanted;

/** What a question is answered with. */
export type AnswerTo<T extends Asked> = T extends Question ? Answer : Choice[];

export const isProblem = (answer: Answer): answer is Problem => 'problem' in answer;
