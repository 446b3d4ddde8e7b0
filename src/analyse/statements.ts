import type { Finding, Language, Statement } from '../model/index.ts';
import { quotations } from './quotations.ts';

export interface StatementOptions {
  language: Language;
  /** Findings of parties in the same text; they turn a name into a party. */
  parties?: readonly Finding[];
  /** The organisation a person (party id) speaks for, null where they are none. */
  organisationOf?: (person: string) => string | null;
}

const SAYING =
  /(?:sagte|sagt|erklärte|betonte|teilte|schrieb|so|laut|said|says|told|according to|wrote|added)\s+((?:der|die|das|the)?\s?(?:\p{Lu}[\p{L}-]+\s?){1,4})/u;

/** Finds who is quoted in a text. */
export function statements(text: string, options: StatementOptions): Statement[] {
  const found: Statement[] = [];
  for (const { start, end, innerStart, innerEnd } of quotations(text, options.language)) {
    const quote = text.slice(innerStart, innerEnd);
    if (quote.trim().split(/\s+/).length < 4) continue;
    const speaker = SAYING.exec(text.slice(end, end + 120))?.[1]?.trim() ?? null;
    found.push({ form: 'direct', quote, speaker, person: null, party: null, cue: null, start, end });
  }
  return found;
}
