import type { Day, Instant, Language } from './common.ts';

export type Field = 'title' | 'teaser' | 'text';

export const FINDING_KINDS = ['party', 'topic', 'docket', 'date', 'stage'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** One tag with its evidence: `text.slice(start, end) === matched` in the named field (UTF-16 offsets). */
export interface Finding {
  kind: FindingKind;
  /** Party or topic id, normalised docket, `2025-05-27#training-start`, stage name. */
  ref: string;
  /** Names the rule in the dossier or the code that fired, `alias:vz_nrw`, `role:docket`, `date:de-absolute`. */
  rule: string;
  field: Field;
  matched: string;
  start: number;
  end: number;
  /** 0–1. */
  confidence: number;
}

/** A date found in a text. */
export interface DatedEvent {
  day: Day;
  /** A week is given by its Monday. */
  precision: 'day' | 'week' | 'month' | 'year';
  /** `hearing`, `ruling`, `objection-deadline`, `training-start`, `fine`, `announcement`, or `other`. */
  type: string;
}

/** A quotation or reported speech of a party. */
export interface Statement {
  form: 'direct' | 'reported';
  /** The words said, verbatim from the text (without quotation marks). */
  quote: string;
  /** As the text names them (`Steffen`, `der Sprecher`), null where nobody could be told. */
  speaker: string | null;
  /** Party id of the person, where the dossier knows them. */
  person: string | null;
  /** Party id of the organisation they speak for. */
  party: string | null;
  /** The word of saying (`sagte`, `laut`). */
  cue: string | null;
  /** Offsets in the text, quotation marks included. */
  start: number;
  end: number;
}

/** core: act of a court, authority or claimant, or a report on it; secondary: one paragraph of it;
 * context: law and policy that names it; off: something else. */
export const GRADES = ['core', 'secondary', 'context', 'off'] as const;
export type Grade = (typeof GRADES)[number];

export interface Relevance {
  grade: Grade;
  /** 0–1. */
  score: number;
  /** One sentence for each rule that fired, with the words it fired on. */
  reasons: string[];
}

export interface Analysis {
  language: Language;
  /** 0–1. */
  languageConfidence: number;
  /** Machine-translated or otherwise unreliable wording, with the words that gave it away. */
  lowQuality: string | null;
  relevance: Relevance;
  findings: Finding[];
  dates: (DatedEvent & Pick<Finding, 'field' | 'matched' | 'start' | 'end' | 'rule'>)[];
  statements: Statement[];
  /** The latest procedural stage the text reports, if any. */
  stage: string | null;
  dossierVersion: string;
}

/** What analysis is given. */
export interface AnalysisInput {
  url: string;
  title: string;
  teaser?: string | undefined;
  text: string;
  /** What the page or the source says; evidence, not truth. */
  language?: Language | null | undefined;
  publishedAt: Instant | null;
  /** IANA zone in which relative dates are meant. */
  timezone?: string | undefined;
}
