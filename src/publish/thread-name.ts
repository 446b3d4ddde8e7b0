import type { Message } from './message.ts';
import { plain, truncate } from './text.ts';

/** Discord's limit, in UTF-16 units. */
const LONGEST = 100;

/** What a thread or forum post about a message is called: its headline, cut between words. Names know no markup. */
export function threadName({ title, footer }: Pick<Message, 'title' | 'footer'>): string {
  return truncate(plain(title), LONGEST) || truncate(plain(footer), LONGEST);
}
