import type { Day, Instant, Language } from '../model/index.ts';

/** A piece of a line. `text` is plain and may be hostile: each renderer makes it inert in its own way. */
export type Run =
  | { kind: 'text'; text: string; strong?: boolean }
  | { kind: 'link'; text: string; url: string }
  /** Ours, never from the web. */
  | { kind: 'dim'; text: string }
  | { kind: 'day'; day: Day };

/** A line without runs is a blank one. */
export type Line = Run[];

export interface MessageField {
  name: string;
  lines: Line[];
  inline: boolean;
}

/** A picture that belongs to a message. */
export interface Picture {
  /** File name of letters, digits and dots. */
  name: string;
  /** What it shows, for those who do not see it. */
  alt: string;
  /** What a medium without pictures shows in its place. */
  lines: Line[];
  /** Renders it: the same bytes each time. */
  png: () => Promise<Uint8Array>;
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
  picture?: Picture;
}
