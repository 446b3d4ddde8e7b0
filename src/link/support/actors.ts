import type { Language } from '../../model/index.ts';
import {
  ACTORS,
  AGENT,
  OBLIQUE,
  PARTICIPLE,
  PASSIVE_MAYBE,
  PASSIVE_SURE,
  SPEAKER_BEFORE,
} from './lexicon.ts';
import { isAttribute, nameKey, type PartyMention, type Token, type Word } from './words.ts';

/** Somebody named in a clause. */
export interface Actor {
  id: string;
  /** As named. */
  text: string;
  /** No party and no name, but a court, an authority, a company. */
  common: boolean;
  role: 'plain' | 'oblique' | 'agent' | 'speaker';
}

/** Whether something is done to somebody. */
export function isPassive(tokens: readonly Token[]): boolean {
  const participle = tokens.some(({ lower }) => PARTICIPLE.test(lower));
  return participle && tokens.some(({ lower }) => PASSIVE_SURE.has(lower) || PASSIVE_MAYBE.has(lower));
}

/** Part a name plays, by the small words before it. */
function roleOf(tokens: readonly Token[], at: number, passive: boolean): Actor['role'] {
  const [near, far] = [tokens[at - 1], tokens[at - 2]];
  const before = [
    near,
    far && near && isAttribute(near) && near.start - far.start === far.text.length + 1 ? far : undefined,
  ];
  const words = before.flatMap((token) => token?.lower ?? []);
  if (words.some((word) => SPEAKER_BEFORE.has(word))) return 'speaker';
  const ruling = words.find((word) => OBLIQUE.has(word));
  if (ruling === undefined) return 'plain';
  return passive && AGENT.has(ruling) ? 'agent' : 'oblique';
}

/** Whether a word names somebody for sure: written in capitals, or beside another name. German nouns have capitals too. */
function isPerson(word: Word, words: readonly Word[], language: Language): boolean {
  if (!word.name || word.keys.some((key) => key.startsWith('p:'))) return false;
  if (language !== 'de' || /^.+\p{Lu}/u.test(word.text)) return true;
  const end = word.start + word.text.length;
  return words.some(
    ({ name, start, text }) => name && (start === end + 1 || start + text.length === word.start - 1),
  );
}

/** Who is named in a clause, in order; a common noun right before a name is its apposition (`the group Acme`). */
export function actorsOf(
  tokens: readonly Token[],
  words: readonly Word[],
  mentions: readonly PartyMention[],
  { passive, language, text }: { passive: boolean; language: Language; text: string },
): Actor[] {
  const found: (Actor & { at: number })[] = [];
  tokens.forEach((token, at) => {
    const { lower, start } = token;
    const mention = mentions.find((one) => start >= one.start && start < one.end);
    if (mention && mention.start !== start) return;
    const word = words.find((one) => one.start === start);
    const common = !mention && ACTORS.has(lower);
    if (!mention && !common && !(word && isPerson(word, words, language))) return;
    const last = found.at(-1);
    let role = roleOf(tokens, at, passive);
    if (last?.common && !common && last.at === at - 1) {
      role = last.role;
      found.pop();
    }
    const id = mention?.ref ?? (common ? `a:${word?.keys[0] ?? lower}` : nameKey(lower));
    found.push({ id, text: mention ? text.slice(mention.start, mention.end) : token.text, common, role, at });
  });
  return found;
}
