import type { Day, Instant, Language } from '../model/index.ts';

/** A piece of a line. `text` is plain and may be hostile: each renderer makes it inert in its own way. */
export type Run =
  | { kind: 'text'; text: string; strong?: boolean }
  | { kind: 'link'; text: string; url: string }
  /** Ours, never from the web. */
  | { kind: 'dim'; text: string }
  | { kind: 'day'; day: Day };

export type Line = Run[];

export interface MessageField {
  name: string;
  lines: Line[];
  inline: boolean;
}

/** A message as every medium is given it: no markup, no limits. */
export interface Message {
  language: Language;
  /** What it is about in two or three words: the stage. */
  kicker: string | null;
  /** Languages of the articles, most frequent first. */
  languages: Language[];
  title: string;
  url: string | null;
  body: Line[];
  fields: MessageField[];
  footer: string;
  at: Instant;
  tone: 'story' | 'overview';
}
