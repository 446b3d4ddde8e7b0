import type { Field, Finding } from '../model/index.ts';
import { checkGerman, GERMAN } from './docket-german.ts';
import type { CompiledDossier } from './dossier.ts';
import { FIELDS } from './scan.ts';

/** A docket found, and the party whose docket it is, where the dossier's tables tell. */
export interface Docket {
  finding: Finding;
  court: string | null;
}

const ECLI =
  /(?<![\p{L}\p{N}:])ECLI:([A-Z]{2}):([A-Z0-9]{1,7}):(\d{4}):([A-Z0-9.]{1,25}[A-Z0-9])(?![\p{L}\p{N}])/giu;
// The Court of Justice numbers by year; an old hyphen, a non-breaking one and none at all are printed.
const EU_COURT =
  /(?<![\p{L}\p{N}/-])([CTF])[-\u2010\u2011\u2012\u2013](\d{1,4})\/(\d{2})(\s?P(?:PU)?)?(?![\p{L}\p{N}/])/gu;
const MOST_DOCKETS = 50;

/** Finds case numbers: German Aktenzeichen, ECLI, EU court numbers, and the dossier's own forms. Each is given
 * in one spelling, whatever variant is printed, and only where its form holds; nothing is completed by guess. */
export function findDockets(fields: Readonly<Record<Field, string>>, dossier: CompiledDossier): Docket[] {
  const found = FIELDS.flatMap((field) => inText(fields[field], field, dossier));
  return found.slice(0, MOST_DOCKETS);
}

function inText(text: string, field: Field, dossier: CompiledDossier): Docket[] {
  // Every form has a digit; most texts without a slash or a colon have none of them.
  if (!/\d/.test(text)) return [];
  const { courts } = dossier.dossier.dispute;
  const found: Docket[] = [];
  const add = (
    ref: string,
    rule: string,
    match: RegExpExecArray,
    confidence: number,
    court?: string,
  ): void => {
    const start = match.index;
    const end = start + match[0].length;
    if (found.length >= MOST_DOCKETS) return;
    if (found.some(({ finding }) => start < finding.end && finding.start < end)) return;
    const known = dossier.cases.get(ref)?.court;
    const finding: Finding = { kind: 'docket', ref, rule, field, matched: match[0], start, end, confidence };
    found.push({ finding, court: known ?? court ?? null });
  };
  for (const match of text.matchAll(ECLI)) {
    const [, country = '', code = '', year = '', number = ''] = match.map((part) => part?.toUpperCase());
    const court = courts.find(({ ecli }) => ecli?.includes(`${country}:${code}`))?.party;
    add(`ECLI:${country}:${code}:${year}:${number}`, 'docket:ecli', match, 1, court);
  }
  for (const match of text.matchAll(EU_COURT)) {
    const ref = `${match[1]}-${match[2]}/${match[3]}${match[4] ? ` ${match[4].trim()}` : ''}`;
    const court = courts.find(({ prefixes }) => prefixes?.includes(`${match[1]}-`))?.party;
    add(ref, 'docket:eu', match, 0.95, court);
  }
  for (const match of text.matchAll(GERMAN)) {
    const checked = checkGerman(match, text);
    if (checked) add(checked.ref, 'docket:german', match, checked.confidence);
  }
  for (const { id, pattern, party } of dossier.docketFormats) {
    for (const match of text.matchAll(pattern))
      add(match[0].toUpperCase(), `docket:${id}`, match, 0.95, party);
  }
  return found.sort((a, b) => a.finding.start - b.finding.start);
}
