import type { Case, Finding } from '../model/index.ts';
import type { Docket } from './dockets.ts';
import type { CompiledDossier } from './dossier.ts';
import { matchedText, type Scan } from './scan.ts';

const BY_DOCKET = 0.95;
const BY_COURT = 0.7;
const MOST_FINDINGS = 20;

/** Turns roles ("Verfügungsklägerin", "the defendant") into parties, only where the text names exactly one
 * known procedure by its docket, or exactly one court that has one procedure of this dispute. */
export function findRoles(
  scan: Scan,
  dockets: readonly Finding[],
  parties: ReadonlySet<string>,
  dossier: CompiledDossier,
): Finding[] {
  if (scan.roles.length === 0) return [];
  const known = knownCases(dockets, dossier);
  if (known.length > 1) return [];
  const byDocket = known[0];
  const one = byDocket ?? caseOfCourt(parties, dossier);
  if (!one) return [];
  return scan.roles.slice(0, MOST_FINDINGS).flatMap((hit): Finding[] => {
    const { field, start, end, use } = hit;
    const id = one[use.role];
    if (id === undefined) return [];
    const finding: Finding = {
      kind: 'party',
      ref: id,
      rule: byDocket ? 'role:docket' : 'role:court',
      field,
      matched: matchedText(scan.fields, hit),
      start,
      end,
      confidence: byDocket ? BY_DOCKET : BY_COURT,
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

function caseOfCourt(parties: ReadonlySet<string>, dossier: CompiledDossier): Case | undefined {
  const candidates = [...dossier.cases.values()].filter(({ court }) => parties.has(court));
  const only = candidates.length === 1 ? candidates[0] : undefined;
  return only?.inDispute ? only : undefined;
}
