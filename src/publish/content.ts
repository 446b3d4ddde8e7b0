import { createAlarms } from '../store/alarms.ts';
import { cardsOf } from '../store/cards.ts';
import type { Db } from '../store/db.ts';
import { developmentsOf } from '../store/developments.ts';
import type { OutboxRow } from '../store/outbox.ts';
import { alertMessage } from './alert.ts';
import { storyCard } from './card.ts';
import type { ChannelSettings, MessageLanguage } from './channels.ts';
import { developmentMessage } from './development.ts';
import { storedDigest } from './digest/owe.ts';
import type { Message } from './message.ts';
import { catchUpMessage, mergedMessage, storyMessage, withdrawnMessage, withWithdrawals } from './render.ts';

/** What of a channel decides what its messages say. */
type Reader = Pick<ChannelSettings, 'language' | 'snippetLimit'>;

/** Titles that a catch-up message names. */
const NEWEST = 8;

function storyContent(
  db: Db,
  { storyId, messageId }: { storyId: number; messageId: string | null },
  { language, snippetLimit }: Reader,
): Message | null {
  const story = cardsOf(db).story(storyId);
  if (story?.mergedInto != null) {
    const into = storyCard(db, story.mergedInto, language, snippetLimit);
    return into && mergedMessage(story, into, language);
  }
  const card = storyCard(db, storyId, language, snippetLimit);
  const agencies = cardsOf(db).withdrawnBy(storyId);
  if (card) return withWithdrawals(storyMessage(card, language), agencies, language);
  // What no reader has seen needs no word of its withdrawal.
  if (!story || agencies.length === 0 || messageId === null) return null;
  return withdrawnMessage(story, agencies, language);
}

function catchUpContent(
  db: Db,
  row: Pick<OutboxRow, 'id' | 'createdAt'>,
  language: MessageLanguage,
): Message | null {
  const cards = cardsOf(db);
  const counts = cards.announced(row.id);
  if (!counts) return null;
  const newest = cards.announcedStories(row.id, NEWEST).flatMap((id) => {
    const card = storyCard(db, id, language);
    return card ? [{ title: card.title, url: card.lead.url, outlet: card.lead.outlet }] : [];
  });
  return catchUpMessage({ ...counts, at: row.createdAt, newest }, language);
}

function developmentContent(
  db: Db,
  row: Pick<OutboxRow, 'id' | 'messageId' | 'createdAt'> & { storyId: number },
  { language, snippetLimit }: Reader,
): Message | null {
  const { storyId } = row;
  const cards = cardsOf(db);
  const story = cards.story(storyId);
  const [first, ...others] = developmentsOf(db).told(row.id);
  if (!story || !first) {
    // What no reader has seen needs no word of its withdrawal.
    const agencies = cards.withdrawnBy(storyId);
    return story && agencies.length > 0 && row.messageId !== null
      ? withdrawnMessage(story, agencies, language)
      : null;
  }
  const plain = (id: string) => id.replaceAll(/[-_]/g, ' ');
  const naming = {
    language,
    party: (id: string) => cards.partyName(id, language) ?? plain(id),
    stage: (id: string) => cards.stageName(id, language) ?? plain(id),
  };
  return developmentMessage(story, [first, ...others], { at: row.createdAt, naming, snippetLimit });
}

/** What a delivery must say, from committed rows; null where there is nothing (any more) to say it about. */
export function owedMessage(
  db: Db,
  row: Pick<OutboxRow, 'id' | 'kind' | 'storyId' | 'messageId' | 'createdAt'>,
  reader: Reader,
): Message | null {
  const { storyId, messageId } = row;
  const { language } = reader;
  if (row.kind === 'story') return storyId === null ? null : storyContent(db, { storyId, messageId }, reader);
  if (row.kind === 'development')
    return storyId === null ? null : developmentContent(db, { ...row, storyId }, reader);
  if (row.kind === 'catch-up') return catchUpContent(db, row, language);
  if (row.kind === 'digest') return storedDigest(db, row.id);
  const alert = row.kind === 'alert' ? createAlarms(db).read(row.id) : undefined;
  return alert ? alertMessage(alert, row.createdAt, language) : null;
}
