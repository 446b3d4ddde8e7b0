import { createHash } from 'node:crypto';
import colors from 'picocolors';
import type { Medium } from '../medium.ts';
import type { Message } from '../message.ts';
import { plain } from '../text.ts';
import { type TerminalOptions, terminalBox } from './render.ts';

/** What a terminal is written to. */
export interface TextStream {
  write(text: string): unknown;
}

/** An edit, in a line: what was posted cannot be changed on a terminal. */
function update(message: Message, color: boolean): string {
  const { yellow, dim } = colors.createColors(color);
  const label = message.language === 'de' ? 'aktualisiert' : 'updated';
  return `${yellow(`↻ ${label}`)} ${plain(message.title)} ${dim(`(${plain(message.footer)})`)}\n`;
}

/** The terminal as a channel, for when no Discord is set up: a message is a box, an edit one line. */
export function terminalMedium(stream: TextStream, options: TerminalOptions): Medium {
  return {
    body: (message, { ref }) =>
      createHash('sha256').update(ref).update(JSON.stringify(message)).digest('hex'),
    post: async (message, { ref }) => {
      stream.write(`${terminalBox(message, options)}\n`);
      return { messageId: ref, threadId: null };
    },
    edit: async (_place, message) => {
      stream.write(update(message, options.color));
    },
  };
}
