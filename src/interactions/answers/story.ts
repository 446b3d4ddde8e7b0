import { owedMessage } from '../../publish/content.ts';
import { LIMITS } from '../../publish/discord/limits.ts';
import { discordBody } from '../../publish/discord/render.ts';
import { plain, truncate } from '../../publish/text.ts';
import { storiesTitled } from '../../query/typed.ts';
import type { Db } from '../../store/db.ts';
import type { Answer } from '../model.ts';
import type { Asking } from './narrowing.ts';

/** The story that a member means: its number (`12`, `#12`), else the only one with these words in its title. */
function storyMeant(db: Db, wanted: string): number | null {
  const [, digits] = /^\s*#?(\d{1,15})\s*$/.exec(wanted) ?? [];
  if (digits !== undefined) return Number(digits);
  const [first, second] = storiesTitled(db, wanted, 2);
  return first !== undefined && second === undefined ? first.id : null;
}

/** `/story`: as the bot posts it. */
export function storyAnswer({ db, question }: Asking): Answer {
  const value = question.options.story ?? '';
  const unknown: Answer = { problem: 'no-story', value };
  const storyId = storyMeant(db, value);
  if (storyId === null) return unknown;
  const row = { id: '', kind: 'story' as const, storyId, messageId: null, createdAt: '' };
  const message = owedMessage(db, row, { language: question.language });
  if (!message) return unknown;
  const [embed] = discordBody(message, '').embeds;
  // A delivery's footer ends with its id, by which the bot finds it again; an answer must never be taken for one.
  return {
    embed: { ...embed, footer: { text: truncate(plain(message.footer), LIMITS.footer) } },
    more: false,
  };
}
