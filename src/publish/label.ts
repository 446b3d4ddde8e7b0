import { cardsOf } from '../store/cards.ts';
import type { Db } from '../store/db.ts';
import { labelsOf } from '../store/labels.ts';
import { storyTags } from '../store/story-tags.ts';
import type { MessageLanguage } from './channels.ts';
import { headline } from './headline.ts';
import type { Label } from './medium.ts';
import type { Message } from './message.ts';
import { threadName } from './thread-name.ts';

const TOPICS = 20;

/**
 * What a story is about, its stage first, then its topics: of each the names that a forum's tag for it may have, the
 * reader's language first.
 */
export function subjectsOf(db: Db, storyId: number, language: MessageLanguage): string[][] {
  const cards = cardsOf(db);
  const { stage } = storyTags(db, storyId);
  const other = language === 'de' ? 'en' : 'de';
  const names = (id: string, own: string | undefined, theirs: string | undefined) =>
    [own, theirs, id].filter((name) => name !== undefined);
  const theirs = new Map(cards.topics(storyId, other, TOPICS).map(({ id, name }) => [id, name]));
  return [
    ...(stage === null
      ? []
      : [names(stage, cards.stageName(stage, language), cards.stageName(stage, other))]),
    ...cards.topics(storyId, language, TOPICS).map(({ id, name }) => names(id, name, theirs.get(id))),
  ];
}

/** What a story's thread or forum post is to be called and tagged by now. */
export function labelOf(
  db: Db,
  storyId: number,
  { message, language }: { message: Message; language: MessageLanguage },
): Label {
  const labels = labelsOf(db);
  const cards = cardsOf(db);
  const withdrawn = cards.withdrawnBy(storyId).length > 0 && cards.articles(storyId).length === 0;
  const headlines = labels.headlines(storyId).flatMap((title) => [headline(title), title]);
  const goesOnIn = cards.story(storyId)?.mergedInto ?? storyId;
  return {
    name: threadName(message),
    ownNames: withdrawn ? null : headlines.map((title) => threadName({ title, footer: message.footer })),
    subjects: subjectsOf(db, goesOnIn, language),
    allSubjects: labels.subjects().flatMap(({ id, de, en }) => [id, de, en]),
  };
}
