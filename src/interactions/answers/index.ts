import type { Concept } from '../../query/translate.ts';
import type { Db } from '../../store/db.ts';
import { choices } from '../choices.ts';
import type { Answer, AnswerTo, Asked, Question, QuestionName } from '../model.ts';
import { datesAnswer } from './dates.ts';
import { explainAnswer } from './explain.ts';
import { type Asking, asking } from './narrowing.ts';
import { partyAnswer } from './party.ts';
import { searchAnswer } from './search.ts';
import { statementsAnswer } from './statements.ts';
import { statusAnswer } from './status.ts';
import { storiesAnswer } from './stories.ts';
import { storyAnswer } from './story.ts';
import { timelineAnswer } from './timeline.ts';

const ANSWERS: Readonly<Record<QuestionName, (asked: Asking, today: string) => Answer>> = {
  stories: storiesAnswer,
  story: storyAnswer,
  search: searchAnswer,
  timeline: timelineAnswer,
  party: partyAnswer,
  statements: statementsAnswer,
  dates: datesAnswer,
  explain: explainAnswer,
  status: statusAnswer,
};

/** What answers are made with, besides the database. */
interface Frame {
  /** For what counts as past. */
  now: Date;
  /** What `/search` can translate. */
  concepts?: readonly Concept[] | undefined;
}

/** Answers one page of a question. */
export const answer = (db: Db, question: Question, { now, concepts }: Frame): Answer =>
  ANSWERS[question.name](asking(db, question, concepts), now.toISOString().slice(0, 10));

/** Answers whatever is asked of the database. */
export function answerAny<T extends Asked>(db: Db, asked: T, frame: Frame): AnswerTo<T> {
  const answered = asked.kind === 'answer' ? answer(db, asked, frame) : choices(db, asked);
  return answered as AnswerTo<T>;
}
