import type { MessageLanguage } from '../channels.ts';
import type { DiscordBody } from '../discord/render.ts';
import { escapeHtml } from './escape.ts';

export interface PageOptions {
  /** Of dates; Discord writes them in the reader's language. */
  language: MessageLanguage;
  /** IANA name of the reader's zone. */
  timezone: string;
  /** PNGs that belong to the message, by their file names. */
  pictures?: ReadonlyMap<string, Uint8Array>;
  /** When the message was or would be sent; by default what its embed says. */
  at?: string;
  /** Of the thread that begins with it. */
  thread?: string;
}

/** `23.05.2025 16:10`, as Discord writes when a message came. */
export function moment(instant: string, { language, timezone: timeZone }: PageOptions): string {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  const at = new Date(instant);
  const day = at.toLocaleDateString(locale, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone });
  const time = at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  return `${day} ${time}`;
}

export const block = (name: string, html: string): string =>
  html ? `<div class="${name}">${html}</div>` : '';

/** A picture that belongs to the message; one from elsewhere would be a request to there. */
export function image(
  url: string | undefined,
  { attachments = [] }: Pick<DiscordBody, 'attachments'>,
  { pictures }: PageOptions,
): string {
  const attachment = attachments.find(({ filename }) => url === `attachment://${filename}`);
  const png = attachment && pictures?.get(attachment.filename);
  if (!png) return '';
  const data = Buffer.from(png).toString('base64');
  return `<img src="data:image/png;base64,${data}" alt="${escapeHtml(attachment.description)}">`;
}
