import { createHash } from 'node:crypto';
import type {
  Alias,
  Case,
  Condition,
  Dossier,
  Leg,
  Party,
  Pattern,
  StageRule,
  Term,
  Topic,
} from '../model/index.ts';
import { advertisingLabels } from './advertising.ts';
import { checkReferences } from './dossier-check.ts';
import { type CompiledEntryFilter, compileEntryFilter } from './entry-filter.ts';
import { buildMatcher, type Matcher } from './matcher.ts';
import { type CompiledPattern, compilePattern, NOT } from './pattern.ts';

/** What a pattern of the dossier stands for. */
export type Use =
  | { kind: 'alias'; party: Party; alias: Alias }
  | { kind: 'short'; party: Party }
  | { kind: 'blocker' }
  | { kind: 'group'; name: string; word: Pattern }
  | { kind: 'not'; name: string }
  | { kind: 'topic'; topic: Topic; term: Term; word: Pattern }
  | { kind: 'stage'; stage: StageRule; term: Term }
  | { kind: 'role'; role: 'claimant' | 'respondent' };

/** A dossier made ready for analysis; compile it once per configuration. */
export interface CompiledDossier {
  dossier: Dossier;
  /** Twelve hex digits of the SHA-256 of its content: the same content, the same version. */
  version: string;
  matcher: Matcher<Use>;
  parties: ReadonlyMap<string, Party>;
  legs: ReadonlyMap<string, Leg>;
  /** Known procedures by normalised docket. */
  cases: ReadonlyMap<string, Case>;
  docketFormats: readonly { id: string; pattern: RegExp; party: string | undefined }[];
  entry: CompiledEntryFilter;
  /** Labels of advertisements in headlines. */
  advertising: RegExp | null;
}

type Entry = { pattern: CompiledPattern; use: Use };

/** Compiles a dossier.
 * @throws DossierError naming every reference that leads nowhere and every id given twice. */
export function compileDossier(dossier: Dossier): CompiledDossier {
  checkReferences(dossier);
  const { parties, dispute } = dossier;
  const groups = wordGroups(dossier);
  return {
    dossier,
    version: createHash('sha256').update(JSON.stringify(dossier)).digest('hex').slice(0, 12),
    matcher: buildMatcher([
      ...parties.parties.flatMap(partyEntries),
      ...parties.blockers.map((word): Entry => ({ pattern: compilePattern(word), use: { kind: 'blocker' } })),
      ...groupEntries(groups),
      ...dossier.topics.topics.flatMap(topicEntries),
      ...dispute.stages.flatMap(stageEntries),
      ...roleEntries(dossier),
    ]),
    parties: new Map(parties.parties.map((party) => [party.id, party])),
    legs: new Map(dispute.relevance.legs.map((leg) => [leg.id, leg])),
    cases: new Map(dispute.cases.map((known) => [known.docket, known])),
    docketFormats: dispute.docketFormats.map(({ id, pattern, party }) => ({
      id,
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu'),
      party,
    })),
    entry: compileEntryFilter(dossier, groups),
    advertising: advertisingLabels(dispute.advertising),
  };
}

/** All groups of words, from the three files. */
function wordGroups({ parties, topics, dispute }: Dossier): Map<string, Pattern[]> {
  return new Map([parties, topics, dispute].flatMap(({ words }) => Object.entries(words)));
}

const texts = (text: Pattern | Pattern[]): Pattern[] => (typeof text === 'string' ? [text] : text);

function partyEntries(party: Party): Entry[] {
  const aliases = party.aliases.flatMap((given) => {
    const alias: Alias = typeof given === 'string' ? { text: given } : given;
    return texts(alias.text).map(
      (text): Entry => ({ pattern: compilePattern(text, alias), use: { kind: 'alias', party, alias } }),
    );
  });
  const shorts = shortNames(party).map(
    (text): Entry => ({ pattern: compilePattern(text), use: { kind: 'short', party } }),
  );
  return [...aliases, ...shorts];
}

/** A person is called by the surname once introduced. */
function shortNames(party: Party): Pattern[] {
  if (party.short) return party.short;
  const surname = party.kind === 'person' ? party.name.split(' ').at(-1) : undefined;
  return surname ? [surname] : [];
}

function groupEntries(groups: Map<string, Pattern[]>): Entry[] {
  return [...groups].flatMap(([name, words]) =>
    words.map(
      (word): Entry =>
        word.startsWith(NOT)
          ? { pattern: compilePattern(word.slice(NOT.length)), use: { kind: 'not', name } }
          : { pattern: compilePattern(word), use: { kind: 'group', name, word } },
    ),
  );
}

const asTerm = (given: Pattern | Term): Term => (typeof given === 'string' ? { text: given } : given);

function topicEntries(topic: Topic): Entry[] {
  return topic.terms
    .map(asTerm)
    .flatMap((term) =>
      texts(term.text).map(
        (word): Entry => ({ pattern: compilePattern(word), use: { kind: 'topic', topic, term, word } }),
      ),
    );
}

function stageEntries(stage: StageRule): Entry[] {
  return stage.terms
    .map(asTerm)
    .flatMap((term) =>
      texts(term.text).map(
        (word): Entry => ({ pattern: compilePattern(word), use: { kind: 'stage', stage, term } }),
      ),
    );
}

function roleEntries({ dispute: { roles } }: Dossier): Entry[] {
  const of = (role: 'claimant' | 'respondent') =>
    roles[role].map((word): Entry => ({ pattern: compilePattern(word), use: { kind: 'role', role } }));
  return [...of('claimant'), ...of('respondent')];
}

/** The names of word groups that a condition refers to. */
export function groupsOf(condition: Condition): string[] {
  if ('document' in condition) return [condition.document];
  if ('near' in condition) return [condition.near];
  if ('before' in condition) return [condition.before];
  if ('after' in condition) return [condition.after];
  return 'any' in condition ? condition.any.flatMap(groupsOf) : [];
}
