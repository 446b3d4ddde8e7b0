import { fold, foldedAt, isWordAt, wordEnd } from './fold.ts';

/** Begins a pattern of a group that names what the group's words do not mean (`!data centre~`). */
export const NOT = '!';

type Ending = 'none' | 'plain' | 'inflected' | 'any';

interface Token {
  stem: string;
  folded: string;
  /** Offsets in the stem that must be upper case in the text. */
  capitals: 'exact' | 'first' | 'free';
  /** A hyphen stands before it, not a blank. */
  hyphenated: boolean;
  /** Offset of the stem's first letter (`#` and `@` stand before it). */
  lead: number;
  ending: Ending;
}

/** A pattern ready to be checked at a place where its anchor, its first words, was found. */
export interface CompiledPattern {
  source: string;
  /** What the automaton looks for, blanks for hyphens. */
  anchor: string;
  /** May stand inside a compound: no word boundary needed before it. */
  inside: boolean;
  tokens: readonly Token[];
}

export interface PatternOptions {
  case?: 'exact' | 'any' | undefined;
  inflect?: boolean | undefined;
}

// German and English inflection in one set: what may stand between a stem and the end of its word.
const ENDINGS = new Set("e en er es em s n ns ens ern r in innen 's 'n ' m t te ten se".split(' '));
const PLAIN_ENDINGS = new Set(['s', "'s", "'"]);
const LONGEST_BRACKET = 40;

/** Compiles pattern notation (`irisch~ Datenschutzbehörde`, `*widerspruch`, `trainier*`, `meta=daten`). */
export function compilePattern(source: string, options: PatternOptions = {}): CompiledPattern {
  const inside = source.startsWith('*');
  const parts = (inside ? source.slice(1) : source).split(/[\s-]+|(?==)/u).filter((part) => part !== '');
  const tokens = parts.map((part, index) => compileToken(part, index === parts.length - 1, options));
  return { source, anchor: anchorOf(tokens), inside, tokens };
}

/** As many words as stand one blank apart without endings: the more of them, the fewer places to check. */
function anchorOf(tokens: readonly Token[]): string {
  const open = tokens.findIndex(({ ending }) => ending !== 'none');
  return tokens
    .slice(0, open < 0 ? tokens.length : open + 1)
    .map(({ folded }) => folded)
    .join(' ');
}

function compileToken(part: string, last: boolean, options: PatternOptions): Token {
  const mark = part.at(-1);
  const hyphenated = part.startsWith('=');
  const stem = part.slice(hyphenated ? 1 : 0, mark === '~' || mark === '*' ? -1 : undefined);
  const inflects = options.inflect !== false;
  let ending: Ending = last && inflects ? 'plain' : 'none';
  if (mark === '~') ending = 'inflected';
  if (mark === '*') ending = 'any';
  const lead = Math.max(0, stem.search(/\p{L}/u));
  return { stem, folded: fold(stem), capitals: capitals(stem, options.case), hyphenated, lead, ending };
}

/** Capitals in a pattern must be capitals in the text, so that names are not found in common words. */
function capitals(stem: string, wanted: PatternOptions['case']): Token['capitals'] {
  if (wanted === 'any') return 'free';
  if (wanted === 'exact') return 'exact';
  const letters = stem.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return 'exact';
  return /^[^\p{L}]*\p{Lu}/u.test(stem) ? 'first' : 'free';
}

/** Checks the pattern where its anchor was found; gives the end of the match, or -1. */
export function matchAt(pattern: CompiledPattern, text: string, start: number): number {
  if (!pattern.inside && isWordAt(text, start) && isWordAt(text, start - 1)) return -1;
  let at = start;
  for (let i = 0; i < pattern.tokens.length; i++) {
    const token = pattern.tokens[i];
    if (!token) return -1;
    if (i > 0) {
      at = skipGap(text, at, token);
      if (at < 0) return -1;
    }
    if (!capitalsFit(token, text, at, pattern.inside)) return -1;
    at = skipEnding(token, text, at + token.stem.length);
    if (at < 0) return -1;
  }
  return at;
}

const BLANK = 0x20;
const HYPHEN = 0x2d;

/** Skips blanks and hyphens, and one bracket such as `(OLG)`, up to where the token begins; -1 if it does not. */
function skipGap(text: string, from: number, token: Token): number {
  let at = skipBlanks(text, from);
  if (at === from || (token.hyphenated && !hasHyphenOnly(text, from, at))) return -1;
  if (startsWith(text, at, token.folded)) return at;
  if (text[at] !== '(') return -1;
  const close = text.indexOf(')', at);
  if (close < 0 || close - at > LONGEST_BRACKET) return -1;
  at = skipBlanks(text, close + 1);
  return startsWith(text, at, token.folded) ? at : -1;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  for (let code = foldedAt(text, at); code === BLANK || code === HYPHEN; code = foldedAt(text, at)) at++;
  return at;
}

function hasHyphenOnly(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (foldedAt(text, at) !== HYPHEN) return false;
  return true;
}

function startsWith(text: string, at: number, folded: string): boolean {
  for (let i = 0; i < folded.length; i++) {
    if (foldedAt(text, at + i) !== folded.charCodeAt(i)) return false;
  }
  return true;
}

function capitalsFit(token: Token, text: string, at: number, inside: boolean): boolean {
  if (token.capitals === 'free') return true;
  if (token.capitals === 'exact') return text.startsWith(token.stem, at);
  // In a compound the word may go on in lower case (`Nutzungswiderspruch`).
  if (inside && isWordAt(text, at - 1)) return true;
  // A capital is what folding changes.
  return text.charCodeAt(at + token.lead) !== foldedAt(text, at + token.lead);
}

/** Offset after the token's ending, or -1 where the word goes on otherwise. */
function skipEnding(token: Token, text: string, at: number): number {
  if (token.ending === 'any') return wordEnd(text, at);
  // A stem that ends in a mark (`Inc.`) needs no boundary.
  if (!isWordAt(text, at - 1)) return at;
  const apostrophe = foldedAt(text, at) === 0x27;
  if (!apostrophe && !isWordAt(text, at)) return at;
  if (token.ending === 'none') return apostrophe ? at : -1;
  const end = wordEnd(text, apostrophe ? at + 1 : at);
  const rest = end - at > 5 ? '' : fold(text.slice(at, end));
  const endings = token.ending === 'inflected' ? ENDINGS : PLAIN_ENDINGS;
  if (endings.has(rest)) return apostrophe && end === at + 1 ? at : end;
  return apostrophe ? at : -1;
}
