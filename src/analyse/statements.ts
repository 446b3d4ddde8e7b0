import type { Finding, Language, PartyKind, Statement } from '../model/index.ts';
import type { Mention } from './mentions.ts';
import { type Speech, speeches } from './speeches.ts';

export interface StatementOptions {
  language: Language;
  /** Findings of the same text; those of parties turn a name into a party. */
  parties?: readonly Finding[];
  /** The organisation (party id) a person (party id) speaks for, null where the id is no person's. */
  organisationOf?: (person: string) => string | null;
  /** What a party (its id) is. */
  kindOf?: (party: string) => PartyKind | undefined;
}

/** Finds who is quoted in a text, directly or in reported speech, and for whom they speak. Pronouns are
 * replaced by the name they mean. Pure; linear in the text, which is read up to 200,000 characters and 2,000
 * statements. */
export function statements(text: string, options: StatementOptions): Statement[] {
  const parties = (options.parties ?? []).filter(({ kind, field }) => kind === 'party' && field === 'text');
  const small = parties.filter(({ matched }) => /^\p{Ll}[^\s-]*$/u.test(matched)).map(({ start }) => start);
  const said = speeches(text, options.language, new Set(small));
  return said.map((speech) => statement(text, speech, parties, options));
}

function statement(
  text: string,
  speech: Speech,
  parties: readonly Finding[],
  options: StatementOptions,
): Statement {
  const ref = speech.meant === null ? null : partyOf(text, speech.meant, parties, options);
  const organisation = ref === null ? null : (options.organisationOf?.(ref) ?? null);
  return {
    form: speech.form,
    quote: text.slice(speech.innerStart, speech.innerEnd).trim(),
    // A pronoun says nothing by itself, a description ("der Jurist") does.
    speaker: (speech.speaker?.kind === 'pronoun' ? speech.meant : speech.speaker)?.text ?? null,
    person: organisation === null ? null : ref,
    party: organisation ?? ref,
    cue: speech.cue,
    start: speech.start,
    end: speech.end,
  };
}

/** Words for an organisation that stand for the party of that kind named last: "das Unternehmen", "the regulator". */
const STAND_INS: readonly [RegExp, readonly PartyKind[]][] = [
  [/(?:unternehmen|konzern|firma|company|tech giant)s?$/iu, ['company']],
  [
    /(?:behörde|aufsicht|datenschützer|regulator|authority|watchdog)$/iu,
    ['data-protection authority', 'national authority (competition)'],
  ],
  [/(?:gericht|court)$/iu, ['court']],
  [/(?:kommission|commission)$/iu, ['EU institution', 'data-protection authority']],
  [
    /(?:organisation|verband|verein|zentrale|verbraucherschützer|group|organi[sz]ation|ngo)$/iu,
    ['consumer organisation', 'NGO'],
  ],
];
/** Those who speak for whichever organisation was named last. */
const SPOKESPERSON = /(?:sprecher(?:in)?|spokes(?:person|man|woman))$/iu;
const DEFINITE = /^(?:der|die|das|dem|des|the)$/i;
/** How far after a role its organisation may stand: "eine Sprecherin des Konzerns X". */
const ATTACHED = 60;

/** The party a speaker's name or role points to: named in it, right after it, or last before it. */
function partyOf(
  text: string,
  speaker: Mention,
  parties: readonly Finding[],
  { kindOf }: StatementOptions,
): string | null {
  const within = parties.find(({ start, end }) => start < speaker.end && end > speaker.start);
  if (within !== undefined) return within.ref;
  const named = speaker.article === '' ? sameName(speaker, parties) : null;
  if (named !== null) return named;
  const after = parties.find(({ start }) => start >= speaker.end && start - speaker.end < ATTACHED);
  const between = after === undefined ? '' : text.slice(speaker.end, after.start);
  if (after !== undefined && (between === ', ' || !/[.,;:!?„“"»«]/.test(between))) return after.ref;
  if (!DEFINITE.test(speaker.article)) return null;
  const before = parties.filter(({ end }) => end <= speaker.start);
  if (SPOKESPERSON.test(speaker.text)) return before.at(-1)?.ref ?? null;
  const kinds = STAND_INS.find(([word]) => word.test(speaker.text))?.[1] ?? [];
  const isMeant = ({ ref }: Finding): boolean => kinds.some((kind) => kind === kindOf?.(ref));
  const last = before.findLast(isMeant);
  if (last !== undefined) return last.ref;
  const only = new Set(parties.filter(isMeant).map(({ ref }) => ref));
  return only.size === 1 ? ([...only][0] ?? null) : null;
}

/** A surname may stand alone after the full name was found elsewhere. */
function sameName(speaker: Mention, parties: readonly Finding[]): string | null {
  const last =
    speaker.text
      .split(/\s+/)
      .at(-1)
      ?.replace(/['’]?s$/, '') ?? '';
  if (last.length < 3) return null;
  return parties.find(({ matched }) => matched.split(/\s+/).slice(1).includes(last))?.ref ?? null;
}
