import type { Language } from './common.ts';

/** A name shown to readers, in the languages the product speaks. */
export interface DisplayName {
  de: string;
  en: string;
}

/** Words in pattern notation: `~` stands for an inflectional ending, a `*` at the end for any rest of the
 * word, a `*` at the beginning for any beginning of a compound; blank and hyphen are the same. */
export type Pattern = string;

/** What must hold (or must not) where a pattern was found. `document`, `near`, `before` and `after` name a
 * group of words; `near` counts characters to either side (default 80). */
export type Condition =
  | { document: string }
  | { near: string; within?: number | undefined }
  | { before: string }
  | { after: string }
  | { party: string }
  | { language: Language[] }
  | { any: Condition[] };

/** Groups of words by name; conditions, relevance and the entry filter refer to them. */
export type WordGroups = Record<string, Pattern[]>;

interface Conditioned {
  text: Pattern | Pattern[];
  if?: Condition[] | undefined;
  unless?: Condition[] | undefined;
}

/** A name of a party that needs more said about it than its words. */
export interface Alias extends Conditioned {
  /** `exact` as written; `any` whatever the case; left out: capitals of the alias must be capitals. */
  case?: 'exact' | 'any' | undefined;
  /** False: not even a possessive or plural s may follow. */
  inflect?: boolean | undefined;
  /** Names the ambiguity rule in findings. */
  rule?: string | undefined;
  /** 0–1, default 1 (0.9 where a condition had to hold). */
  confidence?: number | undefined;
}

export const PARTY_KINDS = [
  'company',
  'product',
  'consumer organisation',
  'NGO',
  'court',
  'data-protection authority',
  'EU institution',
  'government',
  'national authority (competition)',
  'person',
  'person (unnamed)',
] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

export const PARTY_ROLES = ['claimant', 'respondent', 'court', 'regulator', 'observer'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** An actor of the dispute. */
export interface Party {
  id: string;
  kind: PartyKind;
  role: PartyRole;
  /** Full official name. */
  name: string;
  display: DisplayName;
  /** ISO 3166 alpha-2, or `EU`. */
  country?: string | undefined;
  /** Id of the party that is tagged along: a person's organisation, a subsidiary's parent. */
  implies?: string | undefined;
  aliases: (Pattern | Alias)[];
  /** Names that mean this party only where one of its aliases stands in the same text. */
  short?: Pattern[] | undefined;
  note?: string | undefined;
}

/** `parties.yaml`. */
export interface PartiesFile {
  words: WordGroups;
  /** Longer words that contain an alias and mean something else. */
  blockers: Pattern[];
  /** Abbreviations that never become a party by being introduced in brackets. */
  neverAbbreviations: string[];
  parties: Party[];
}

export interface Term extends Conditioned {
  /** Default 1; a topic stands when the weights of its distinct terms reach its threshold. */
  weight?: number | undefined;
}

export interface Topic {
  id: string;
  display: DisplayName;
  terms: (Pattern | Term)[];
  if?: Condition[] | undefined;
  unless?: Condition[] | undefined;
  /** Default 1. */
  threshold?: number | undefined;
  note?: string | undefined;
}

/** `topics.yaml`. */
export interface TopicsFile {
  words: WordGroups;
  topics: Topic[];
}

/** One thing that an article must speak of; any of its sources will do. */
export interface Leg {
  id: string;
  /** Said in the reasons. */
  label: string;
  parties?: string[] | undefined;
  kinds?: PartyKind[] | undefined;
  countries?: string[] | undefined;
  words?: string[] | undefined;
  /** Two groups of words within so many characters of each other. */
  pairs?: { first: string; second: string; within: number }[] | undefined;
  languages?: Language[] | undefined;
  /** What stands for the leg, too, where only title and teaser could be had: they name who and what, but
   * leave out the rest. */
  withoutText?: { words?: string[] | undefined; kinds?: PartyKind[] | undefined } | undefined;
  /** `passage`: must stand with the other such legs in one passage; `document`: anywhere. */
  span: 'passage' | 'document';
}

/** Turns an article away where its words outweigh what they stand against. */
export interface Guard {
  id: string;
  label: string;
  words: string;
  /** Groups of words, or legs, that speak for relevance. */
  against: string[];
  /** A leg: only words in passages where it stands are weighed. */
  beside?: string | undefined;
  /** Fires where guard > ratio × against. Default 1. */
  ratio?: number | undefined;
  /** `most`: only the most frequent word of the group is counted (names); `all`: their sum. */
  count: 'most' | 'all';
  /** What becomes of an article with a passage that fulfils all legs. */
  effect: 'off' | 'secondary';
}

/** Law and policy that names the matter without the respondent. */
export interface ContextRule {
  /** Groups of words, any of which names the law or policy. */
  words: string[];
  /** Groups of words, each of which must stand in one passage. */
  with: string[];
}

export interface RelevanceRules {
  legs: Leg[];
  guards: Guard[];
  context: ContextRule;
  /** Mentions of a respondent directly after these words are comparisons (`nach Meta`). */
  comparison: string;
}

/** An entry matters when its title and teaser have a word of each of these groups or legs. */
export interface EntryRule {
  id: string;
  all: string[];
}

/** A procedure known by its docket. */
export interface Case {
  docket: string;
  court: string;
  claimant?: string | undefined;
  respondent?: string | undefined;
  /** False: the same parties in another dispute. */
  inDispute: boolean;
  note?: string | undefined;
}

export interface Court {
  party: string;
  /** ECLI court code with country, `DE:OLGK`. */
  ecli?: string[] | undefined;
  /** Prefixes of this court's docket numbers, `C-`. */
  prefixes?: string[] | undefined;
}

/** A docket form that is not built in. The pattern is a regular expression without anchors. */
export interface DocketFormat {
  id: string;
  pattern: string;
  party?: string | undefined;
}

export interface StageRule {
  id: string;
  display: DisplayName;
  /** Later stages outrank earlier ones. */
  rank: number;
  terms: (Pattern | Term)[];
}

export interface DateRule {
  type: string;
  /** Groups of words; the nearest within 90 characters of a date types it. */
  words: string[];
}

export interface KnownEvent {
  date: string;
  precision: 'day' | 'month' | 'approx';
  type: string;
  de: string;
  en: string;
  parties: string[];
  topics: string[];
  /** Pages that the claim rests on. */
  sources: string[];
}

/** `dispute.yaml`. */
export interface DisputeFile {
  title: DisplayName;
  words: WordGroups;
  relevance: RelevanceRules;
  entry: EntryRule[];
  roles: { claimant: Pattern[]; respondent: Pattern[] };
  cases: Case[];
  courts: Court[];
  docketFormats: DocketFormat[];
  stages: StageRule[];
  dates: DateRule[];
  events: KnownEvent[];
  /** Words that translating machines leave behind for names of the dispute. */
  lowQuality: string[];
  /** Labels by which a headline says that it is an advertisement's. */
  advertising: string[];
}

/** Everything under `config/` that describes the dispute. */
export interface Dossier {
  parties: PartiesFile;
  topics: TopicsFile;
  dispute: DisputeFile;
}
