import type { Credit, Finding, FindingKind, Statement } from '../model/index.ts';
import { type DiffStep, diffSentences } from './diff.ts';
import { isFurniture } from './furniture.ts';
import { sentencesOf } from './sentences.ts';
import { foldText, splitWords } from './words.ts';

export type { DiffStep } from './diff.ts';

/** One version of an article, with what analysis found in it. */
export interface Version {
  title: string;
  text: string;
  findings: readonly Finding[];
  statements: readonly Statement[];
  credits: readonly Credit[];
}

export interface Comparison {
  /** `silent`: wording only; `meaningful`: something a reader of the first version should hear of. */
  kind: 'none' | 'silent' | 'meaningful';
  /** What changed, a sentence each; empty unless meaningful. */
  changes: string[];
  diff: DiffStep[];
}

/** So many sentences more or fewer are an edit in themselves. */
const MANY_SENTENCES = 3;
const NUMBER = /\d+(?:[.,:\u00a0\u202f]\d+)*/g;
const FINDING_NAMES: readonly [FindingKind, string][] = [
  ['party', 'party'],
  ['docket', 'docket'],
  ['date', 'date'],
  ['stage', 'stage'],
];

/** What a sentence says, whatever its typography. */
const keyOf = (sentence: string): string => splitWords(foldText(sentence)).join(' ');
const cite = (text: string): string => `“${text.length > 120 ? `${text.slice(0, 117)}…` : text}”`;

/** Share of words that two short texts have in common, 0–1. */
function likeness(a: string, b: string): number {
  const wordsA = a.split(' ');
  const wordsB = new Set(b.split(' '));
  const shared = wordsA.filter((word) => wordsB.has(word)).length;
  return (2 * shared) / Math.max(1, wordsA.length + wordsB.size);
}

/** Whether two words are one, misspelt: at most one letter inserted, dropped, changed, or two swapped. */
function isTypo(a: string, b: string): boolean {
  if (/\d/.test(a) || /\d/.test(b) || Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3)
    return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restA === [...restB].reverse().join('');
}

/** A headline whose words are the same but for misspellings. */
function sameHeadline(before: string, after: string): boolean {
  const a = keyOf(before).split(' ');
  const b = keyOf(after).split(' ');
  return a.length === b.length && a.every((word, i) => word === b[i] || isTypo(word, b[i] ?? ''));
}

const numbersOf = (text: string): Set<string> =>
  new Set((text.match(NUMBER) ?? []).map((number) => number.replace(/[.\u00a0\u202f](?=\d{3})/g, '')));

/** What changed without its dates and dockets: their numbers are told with them. */
const unnamed = ({ version, changed }: Side): string =>
  version.findings
    .filter(({ kind, matched }) => (kind === 'date' || kind === 'docket') && matched !== '')
    .map(({ matched }) => matched)
    .sort((a, b) => b.length - a.length)
    .reduce((text, matched) => text.replaceAll(matched, ' '), changed);

const missing = <T>(from: ReadonlySet<T>, other: ReadonlySet<T>): T[] =>
  [...from].filter((item) => !other.has(item));

/** `a added, b removed`, or `a → b` where one took the place of one. */
function nameChange(name: string, gone: readonly string[], come: readonly string[]): string[] {
  const [from] = gone;
  const [to] = come;
  if (from !== undefined && to !== undefined && gone.length === 1 && come.length === 1)
    return [`${name} changed: ${from} → ${to}`];
  const list = (items: readonly string[]) => items.slice(0, 6).join(', ') + (items.length > 6 ? ', …' : '');
  return [
    ...(come.length > 0 ? [`${name} added: ${list(come)}`] : []),
    ...(gone.length > 0 ? [`${name} removed: ${list(gone)}`] : []),
  ];
}

/** What stands only in one version: its changed sentences, its headline where that changed. */
interface Side {
  version: Version;
  changed: string;
}

/**
 * Refs of a kind whose words stand in what changed: another dossier finds other things in the same sentence,
 * which is no edit of the outlet's.
 */
function refsIn({ version, changed }: Side, kind: FindingKind): Set<string> {
  const refs = new Set<string>();
  for (const finding of version.findings)
    if (finding.kind === kind && changed.includes(finding.matched)) refs.add(finding.ref);
  return refs;
}

const allRefs = (version: Version, kind: FindingKind): Set<string> =>
  new Set(version.findings.filter((finding) => finding.kind === kind).map((finding) => finding.ref));

function findingChanges(before: Side, after: Side): string[] {
  return FINDING_NAMES.flatMap(([kind, name]) =>
    nameChange(
      name,
      missing(refsIn(before, kind), allRefs(after.version, kind)),
      missing(refsIn(after, kind), allRefs(before.version, kind)),
    ),
  );
}

/** Statements of one version that the other does not have, not even worded a little otherwise. */
function newStatements(of: Version, other: Version): Statement[] {
  const text = keyOf(other.text);
  const known = other.statements.map((statement) => keyOf(statement.quote));
  return of.statements.filter(({ quote }) => {
    const key = keyOf(quote);
    return key !== '' && !text.includes(key) && !known.some((quoted) => likeness(key, quoted) >= 0.8);
  });
}

function statementChanges(before: Version, after: Version): string[] {
  const say = (change: string) => (statement: Statement) =>
    `statement ${change}: ${cite(statement.quote)}${statement.speaker === null ? '' : ` (${statement.speaker})`}`;
  return [
    ...newStatements(after, before).map(say('added')),
    ...newStatements(before, after).map(say('removed')),
  ];
}

function wireChanges(before: Version, after: Version): string[] {
  return after.credits.flatMap(({ agency, urn, version }) => {
    const earlier = before.credits.find(
      (credit) => urn !== null && credit.urn === urn && credit.agency === agency,
    );
    if (!earlier || earlier.version === version || version === null) return [];
    return [`wire version overwritten: ${agency} ${urn}, version ${earlier.version ?? '?'} → ${version}`];
  });
}

function lengthChanges(diff: readonly DiffStep[]): string[] {
  const count = (op: DiffStep['op']) =>
    diff.filter((step) => step.op === op && !isFurniture(step.sentence)).length;
  const more = count('+') - count('-');
  if (Math.abs(more) < MANY_SENTENCES) return [];
  return [`${Math.abs(more)} sentences ${more > 0 ? 'added' : 'removed'}`];
}

/** The steps from one text to another, sentence by sentence; typography is no difference. */
export const diffTexts = (before: string, after: string): DiffStep[] =>
  diffSentences(sentencesOf(before), sentencesOf(after), keyOf);

/**
 * Compares two versions of one article. Furniture (time stamps, counters, share bars, typography) is no change;
 * wording alone is a silent one; a changed headline, party, number, date, docket, stage, statement or wire
 * version is meaningful and named. The caller sees to it that both were read by the same extractor.
 */
export function compareTexts(before: Version, after: Version): Comparison {
  const diff = diffTexts(before.text, after.text);
  const changed = (op: DiffStep['op']) =>
    diff
      .filter((step) => step.op === op && !isFurniture(step.sentence))
      .map((step) => step.sentence)
      .filter((sentence) => keyOf(sentence) !== '');
  const gone = changed('-');
  const come = changed('+');
  const newTitle = keyOf(before.title) !== keyOf(after.title);
  const wire = wireChanges(before, after);
  if (gone.length === 0 && come.length === 0 && !newTitle && wire.length === 0)
    return { kind: 'none', changes: [], diff };
  const sides: [Side, Side] = [
    { version: before, changed: [...(newTitle ? [before.title] : []), ...gone].join('\n') },
    { version: after, changed: [...(newTitle ? [after.title] : []), ...come].join('\n') },
  ];
  const whole = ({ title, text }: Version) => numbersOf(`${title}\n${text}`);
  const changes = [
    ...(newTitle && !sameHeadline(before.title, after.title)
      ? [`headline changed: ${cite(before.title)} → ${cite(after.title)}`]
      : []),
    ...findingChanges(...sides),
    ...nameChange(
      'number',
      missing(numbersOf(unnamed(sides[0])), whole(after)),
      missing(numbersOf(unnamed(sides[1])), whole(before)),
    ),
    ...statementChanges(before, after),
    ...wire,
    ...lengthChanges(diff),
  ];
  return { kind: changes.length > 0 ? 'meaningful' : 'silent', changes, diff };
}
