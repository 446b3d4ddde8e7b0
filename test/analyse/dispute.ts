import { analyse } from '../../src/analyse/index.ts';
import type { Analysis, AnalysisInput, FindingKind } from '../../src/model/index.ts';
import { compiledDossier, dossier } from '../support/dossier.ts';

export { compiledDossier as compiled, dossier };

/** Analyses a text by the dossier that the product ships. Published at ten on Friday, 23 May 2025, in Berlin. */
export function read(text: string, given: Partial<AnalysisInput> = {}): Analysis {
  return analyse(
    { url: 'https://outlet.example/1', title: '', text, publishedAt: '2025-05-23T08:00:00.000Z', ...given },
    compiledDossier,
  );
}

export function refs(analysis: Analysis, kind: FindingKind): string[] {
  return [...new Set(analysis.findings.filter((f) => f.kind === kind).map(({ ref }) => ref))].sort();
}

/** `ref ← matched text (rule)` of every finding of a kind, in order. */
export function told(analysis: Analysis, kind: FindingKind): string[] {
  return analysis.findings
    .filter((finding) => finding.kind === kind)
    .map(({ ref, matched, rule }) => `${ref} ← ${matched} (${rule})`);
}
