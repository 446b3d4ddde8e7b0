import type { Analysis, AnalysisInput, Finding } from '../model/index.ts';
import { findDates } from './dates.ts';
import { findDockets } from './dockets.ts';
import type { CompiledDossier } from './dossier.ts';
import { detectLanguage } from './language.ts';
import { lowQuality } from './low-quality.ts';
import { findParties, readingOrder } from './parties.ts';
import { relevance } from './relevance.ts';
import { courtFindings, rolesByCourt, rolesByDocket } from './roles.ts';
import { scan } from './scan.ts';
import { findStages } from './stages.ts';
import { statements } from './statements.ts';
import { findTopics } from './topics.ts';

export { type CompiledDossier, compileDossier } from './dossier.ts';
export { DossierError } from './dossier-check.ts';
export { entryMatters } from './entry-filter.ts';

/** Draws everything the dossier asks for from one article. Pure and without clock: the same input and dossier
 * give the same analysis. An article graded off has no statements. Never throws on whatever text; time grows linearly with it. */
export function analyse(input: AnalysisInput, dossier: CompiledDossier): Analysis {
  const { title, text } = input;
  const teaser = input.teaser ?? '';
  const detected = detectLanguage(`${title}\n${teaser}\n${text}`, { prior: input.language ?? undefined });
  const { language } = detected;
  const read = scan({ title, teaser, text }, language, dossier);
  const dockets = findDockets(read.fields, dossier);
  const docketFindings = dockets.map(({ finding }) => finding);
  const named = [
    ...findParties(read, dossier),
    ...courtFindings(dockets),
    ...rolesByDocket(read, docketFindings, dossier),
  ];
  const graded = relevance(read, named, docketFindings, dossier);
  const ids = new Set(named.map(({ ref }) => ref));
  const roles = graded.grade === 'off' ? [] : rolesByCourt(read, docketFindings, ids, dossier);
  const parties = [...named, ...roles].sort(readingOrder);
  const dates = findDates(read, { at: input.publishedAt, timezone: input.timezone }, dossier);
  const { stage, findings: stages } = findStages(read, ids);
  return {
    language,
    languageConfidence: detected.confidence,
    lowQuality: lowQuality(`${title}\n${teaser}\n${text}`, language, dossier.dossier.dispute.lowQuality),
    relevance: graded,
    findings: [...parties, ...findTopics(read, ids), ...docketFindings, ...stages, ...dates.map(asFinding)],
    dates,
    // Who says what is told of the dispute's articles only; it is the dearest part.
    statements:
      graded.grade === 'off'
        ? []
        : statements(text, {
            language,
            parties,
            organisationOf: (person) => organisationOf(person, dossier),
            kindOf: (party) => dossier.parties.get(party)?.kind,
          }),
    stage,
    dossierVersion: dossier.version,
  };
}

function organisationOf(id: string, dossier: CompiledDossier): string | null {
  const party = dossier.parties.get(id);
  return party?.kind === 'person' ? (party.implies ?? null) : null;
}

const TYPED_CONFIDENCE = 0.8;
const UNTYPED_CONFIDENCE = 0.5;

const asFinding = (date: Analysis['dates'][number]): Finding => ({
  kind: 'date',
  ref: `${date.day}#${date.type}`,
  rule: date.rule,
  field: date.field,
  matched: date.matched,
  start: date.start,
  end: date.end,
  confidence: date.type === 'other' ? UNTYPED_CONFIDENCE : TYPED_CONFIDENCE,
});
