import { clauseOf, type SpeechContext } from './clause.ts';
import type { Mention } from './mentions.ts';
import { sentenceAt } from './sentences.ts';
import { BODY, hasRole, OBLIQUE, PERSON, PREPOSITION, THING } from './speaker-words.ts';

/** Words for whoever was just named: "sagt der Jurist". A judge or a minister may be somebody else. */
const DESCRIBED =
  /^(?:der|die|the)\s(?:[\p{Ll}-]+\s)?(?:jurist(?:in)?|anwalt|anwältin|aktivist(?:in)?|(?:daten|verbraucher)schützer(?:in)?|expert(?:e|in)|lawyer|activist|campaigner|advocate|expert)$/iu;

/** Whether a speaker is told by a word for somebody named before. */
export const isDescription = ({ text }: Mention): boolean => DESCRIBED.test(text);

/** The pronoun that says as much as a description with this article. */
const PRONOUN_OF: Readonly<Record<string, string>> = { der: 'er', die: 'sie', the: 'they' };

/** How many sentences back a pronoun may point. */
const REACH = 4;

const FEMALE =
  /(?:^|\s)(?:frau|mrs|ms|she|die)(?:\s|$)|(?:sprecher|minister|präsident|direktor|leiter|kanzler|richter|expert|politiker|sekretär|trainer|bürgermeister|autor|forscher|professor|geschäftsführer|kommissar|jurist|schützer)in(?:\s|$)|anwältin|chefin|woman/i;
const MALE =
  /(?:^|\s)(?:herr|mr|der)(?:\s|$)|(?:sprecher|minister|präsident|direktor|leiter|kanzler|richter|experte|politiker|sekretär|trainer|bürgermeister|autor|forscher|professor|geschäftsführer|kommissar|anwalt|chef)(?:\s|$)|[a-z]man(?:\s|$)/i;

/** Finds whom "er", "sie", "he", "she" or a description ("der Jurist") means: the nearest earlier name or role that fits in gender, a
 * subject before an object. Null where nobody fits within four sentences. */
export function resolvePronoun(pronoun: Mention, context: SpeechContext): Mention | null {
  const here = sentenceAt(context.sentences, pronoun.start);
  for (let index = here; index >= Math.max(0, here - REACH); index--) {
    const sentence = context.sentences[index];
    if (sentence === undefined) break;
    const end = Math.min(sentence.end, pronoun.start);
    const named = clauseOf(context, sentence.start, end).mentions.filter((mention) => fits(mention, pronoun));
    const best = named.find((mention) => mightAct(mention)) ?? named.at(-1);
    if (best !== undefined) return best;
  }
  return null;
}

function fits(mention: Mention, pronoun: Mention): boolean {
  if (mention.kind === 'pronoun' || BODY.test(mention.text)) return false;
  if (THING.test(mention.text) && !hasRole(mention.text)) return false;
  const full = /\p{Lu}[\p{L}-]+\s+\p{Lu}[\p{L}-]+/u.test(mention.text);
  if (isDescription(pronoun) ? !full : !full && !isPerson(mention) && mention.kind !== 'name') return false;
  const word = PRONOUN_OF[pronoun.article] ?? pronoun.text.toLowerCase();
  if (word === 'er' || word === 'he' || word === 'dieser') return !FEMALE.test(mention.text);
  return word !== 'she' && word !== 'sie' ? true : !MALE.test(mention.text);
}

const isPerson = (mention: Mention): boolean => mention.text.split(/\s+/).some((word) => PERSON.test(word));

const mightAct = (mention: Mention): boolean =>
  !PREPOSITION.has(mention.before) &&
  !OBLIQUE.has(mention.article) &&
  (mention.text.includes(' ') || isPerson(mention));
