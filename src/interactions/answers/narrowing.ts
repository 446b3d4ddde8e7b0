import type { Filters } from '../../query/filters.ts';
import type { Concept } from '../../query/translate.ts';
import type { Db } from '../../store/db.ts';
import type { Options, Problem, Question } from '../model.ts';
import { type Names, namesOf, tagNamed } from '../names.ts';
import { type Words, wordsFor } from '../words.ts';

/** What every answer is made with. */
export interface Asking {
  db: Db;
  question: Question;
  words: Words;
  names: Names;
  /** What the dossier has names for in several languages. */
  concepts: readonly Concept[];
}

export function asking(db: Db, question: Question, concepts: readonly Concept[] = []): Asking {
  const { language } = question;
  return { db, question, words: wordsFor(language), names: namesOf(db, language), concepts };
}

/** The filters of a question, and the same in words; a problem where a party or topic is not known. */
export interface Narrowing {
  filters: Filters;
  said: string[];
}

/** The id that a member's text means; undefined where the field was left out. */
function tag(db: Db, kind: 'party' | 'topic', options: Options): string | undefined | Problem {
  const value = options[kind];
  if (value === undefined) return undefined;
  return tagNamed(db, kind, value) ?? { problem: `no-${kind}`, value };
}

/** @param size of a page; one more is asked for, to know whether another page follows */
export function narrowing({ db, question, words, names }: Asking, size: number): Narrowing | Problem {
  const { options, page } = question;
  const { docket, since, until } = options;
  const party = tag(db, 'party', options);
  if (typeof party === 'object') return party;
  const topic = tag(db, 'topic', options);
  if (typeof topic === 'object') return topic;
  const said = [
    names.party(party ?? null),
    names.topic(topic ?? null),
    docket,
    since && words.since(since),
    until && words.until(until),
  ];
  return {
    filters: { party, topic, docket, since, until, limit: size + 1, offset: page * size },
    said: said.flatMap((part) => part || []),
  };
}
