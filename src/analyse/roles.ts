import type { Case, Finding } from '../model/index.ts';
import type { Docket } from './dockets.ts';
import type { CompiledDossier } from './dossier.ts';
import { matchedText, type Scan } from './scan.ts';

const BY_DOCKET = 0.95;
const BY_COURT = 0.7;
const MOST_FINDINGS = 20;

/** Turns roles ("Verfügungsklägerin", "the defendant") into parties where the text names exactly one known
 * procedure by its docket. */
export function rolesByDocket(scan: Scan, dockets: readonly Finding[], dossier: CompiledDossier): Finding[] {
  const known = knownCases(dockets, dossier);
  const only = known.length === 1 ? known[0] : undefined;
  return only ? roleFindings(scan, only, 'role:docket', dossier) : [];
}

/** The same where no known docket is named, but exactly one court, and it has one procedure of this dispute. Only
 * for texts that are about the dispute: its courts hear many claimants. */
export function rolesByCourt(
  scan: Scan,
  dockets: readonly Finding[],
  parties: ReadonlySet<string>,
  dossier: CompiledDossier,
): Finding[] {
  if (knownCases(dockets, dossier).length > 0) return [];
  const candidates = [...dossier.cases.values()].filter(({ court }) => parties.has(court));
  const only = candidates.length === 1 ? candidates[0] : undefined;
  return only?.inDispute ? roleFindings(scan, only, 'role:court', dossier) : [];
}

function roleFindings(
  scan: Scan,
  one: Case,
  rule: 'role:docket' | 'role:court',
  dossier: CompiledDossier,
): Finding[] {
  return scan.roles.slice(0, MOST_FINDINGS).flatMap((hit): Finding[] => {
    const { field, start, end, use } = hit;
    const id = one[use.role];
    if (id === undefined) return [];
    const finding: Finding = {
      kind: 'party',
      ref: id,
      rule,
      field,
      matched: matchedText(scan.fields, hit),
      start,
      end,
      confidence: rule === 'role:docket' ? BY_DOCKET : BY_COURT,
    };
    const implies = dossier.parties.get(id)?.implies;
    return implies === undefined ? [finding] : [finding, { ...finding, ref: implies, rule: `implied:${id}` }];
  });
}

/** The court or authority whose docket it is, where the dossier's tables tell. */
export function courtFindings(dockets: readonly Docket[]): Finding[] {
  return dockets.flatMap(({ finding, court }): Finding[] =>
    court === null
      ? []
      : [{ ...finding, kind: 'party', ref: court, rule: 'docket:court', confidence: BY_DOCKET }],
  );
}

/** The known procedures among the dockets found. */
export function knownCases(dockets: readonly Finding[], dossier: CompiledDossier): Case[] {
  return [...new Set(dockets.map(({ ref }) => ref))].flatMap((ref) => dossier.cases.get(ref) ?? []);
}
