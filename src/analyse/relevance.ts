import type { Finding, Grade, Guard, Relevance } from '../model/index.ts';
import { advertisement } from './advertising.ts';
import type { CompiledDossier, Use } from './dossier.ts';
import { evidence, type LegHits, legHits } from './legs.ts';
import { isIn, type Passage, paragraphs, passages } from './passages.ts';
import { knownCases } from './roles.ts';
import type { Hit, Scan, Span } from './scan.ts';

const FIELD_WEIGHT = { title: 4, teaser: 2, text: 1 } as const;
/** Passages outside the head that make an article one about the dispute all the same. */
const MANY_PASSAGES = 3;

type GroupHit = Hit<Extract<Use, { kind: 'group' }>>;

interface Evidence {
  scan: Scan;
  legs: Map<string, LegHits>;
  dossier: CompiledDossier;
}

/** Grades an article by the dossier's rules: all legs in one passage, law and policy that names the matter, or
 * neither; then the guards. Every rule that fired gives a reason with its words. */
export function relevance(
  scan: Scan,
  parties: readonly Finding[],
  dockets: readonly Finding[],
  dossier: CompiledDossier,
): Relevance {
  const given: Evidence = { scan, legs: legHits(scan, parties, dossier), dossier };
  const reasons: string[] = [];
  const cases = knownCases(dockets, dossier);
  const ours = cases.filter(({ inDispute }) => inDispute);
  const foreign = cases.filter(({ inDispute }) => !inDispute);
  let grade = gradeOf(given, reasons);
  if (ours.length > 0) {
    reasons.push(`docket of the dispute: ${ours.map(({ docket }) => docket).join(', ')}`);
    if (grade === 'off') grade = 'secondary';
  } else if (foreign.length > 0 && grade !== 'off') {
    reasons.push(`docket of another dispute: ${foreign.map(({ docket }) => docket).join(', ')}`);
    grade = standsInTitle(given) ? 'secondary' : 'off';
  }
  if (grade !== 'off' && ours.length === 0) grade = guarded(grade, given, reasons);
  const advert = advertisement(scan.fields.title, dossier.advertising);
  if (advert !== null) {
    reasons.push(`advertisement: ${advert}`);
    grade = 'off';
  }
  return { grade, score: scoreOf(grade, given, ours.length > 0), reasons };
}

function gradeOf(given: Evidence, reasons: string[]): Grade {
  const { legs, scan, dossier } = given;
  const all = [...legs.values()];
  const absent = all.filter((leg) => leg.spans.length === 0 && !leg.byLanguage);
  for (const { leg, spans } of all)
    if (spans.length > 0) reasons.push(`${leg.label}: ${evidence(scan, spans)}`);
  const cut = passages(scan.fields.text);
  if (absent.length === 0) {
    const inPassage = all.filter(({ leg }) => leg.span === 'passage');
    const complete = cut.filter((passage) => inPassage.every((leg) => stands(leg, passage)));
    if (complete.some(({ head }) => head) && isOpenedBy(inPassage, scan)) return 'core';
    if (complete.length >= MANY_PASSAGES) return 'core';
    if (complete.length > 0) return 'secondary';
  } else {
    reasons.push(`missing: ${absent.map(({ leg }) => leg.label).join(', ')}`);
  }
  const { context } = dossier.dossier.dispute.relevance;
  const policy = context.words.flatMap((name) => scan.groups.get(name) ?? []);
  const named = context.with.map((name) => scan.groups.get(name) ?? []);
  if (policy.length === 0 || !cut.some((passage) => named.every((hits) => standsIn(hits, passage))))
    return 'off';
  reasons.push(`law and policy: ${evidence(scan, policy)}`);
  return 'context';
}

/** A leg stands in a passage by its own words there, or by the headline's, which all passages are under. */
const stands = (leg: LegHits, passage: Passage): boolean => leg.byLanguage || standsIn(leg.spans, passage);

const standsIn = (spans: readonly Span[], passage: Passage): boolean =>
  spans.some((span) => span.field === 'title' || isIn(passage, span));

const OPENED_BY = 2;
const OPENING = 200;

/** Whether headline, teaser or first paragraph are about it: two legs stand there already. Otherwise a short
 * text has it in its head by being short. */
function isOpenedBy(legs: readonly LegHits[], { fields }: Scan): boolean {
  const line = fields.text.indexOf('\n');
  const end = line < 0 ? fields.text.length : Math.max(line, OPENING);
  const opens = ({ field, start }: Span): boolean => field !== 'text' || start < end;
  return (
    legs.filter(({ spans, byLanguage }) => byLanguage || spans.some(opens)).length >=
    Math.min(OPENED_BY, legs.length)
  );
}

function standsInTitle({ legs }: Evidence): boolean {
  return [...legs.values()]
    .filter(({ leg }) => leg.span === 'passage')
    .every(({ spans }) => spans.some(({ field }) => field === 'title'));
}

function guarded(grade: Grade, given: Evidence, reasons: string[]): Grade {
  let result = grade;
  // An article on law and policy names respondents and courts as examples.
  const byPolicy = grade === 'context' ? given.dossier.dossier.dispute.relevance.context.words : [];
  for (const guard of given.dossier.dossier.dispute.relevance.guards) {
    const hits = guardWords(guard, given);
    const mine = guard.count === 'most' ? mostFrequent(hits) : weigh(hits);
    const against = [...guard.against, ...byPolicy].reduce((sum, name) => sum + weighAgainst(name, given), 0);
    if (mine === 0 || mine <= (guard.ratio ?? 1) * against) continue;
    reasons.push(`${guard.label}: ${evidence(given.scan, hits)} (${mine} against ${against})`);
    if (guard.effect === 'off') return 'off';
    result = weaker(guard, result);
  }
  return result;
}

/** What a guard weighs: its words, or those of them that stand in a paragraph with the leg named in `beside`. */
function guardWords({ words, beside }: Guard, { scan, legs }: Evidence): readonly GroupHit[] {
  const hits = scan.groups.get(words) ?? [];
  if (beside === undefined || hits.length === 0) return hits;
  const inParagraph = paragraphs(scan.fields.text);
  const named = new Set((legs.get(beside)?.spans ?? []).map(inParagraph));
  return hits.filter((hit) => named.has(inParagraph(hit)));
}

const weaker = (guard: Guard, grade: Grade): Grade =>
  guard.effect === 'secondary' && grade === 'core' ? 'secondary' : grade;

const weigh = (spans: readonly Span[]): number =>
  spans.reduce((sum, { field }) => sum + FIELD_WEIGHT[field], 0);

function weighAgainst(name: string, { scan, legs }: Evidence): number {
  return weigh(legs.get(name)?.spans ?? scan.groups.get(name) ?? []);
}

function mostFrequent(hits: readonly GroupHit[]): number {
  const byWord = new Map<string, number>();
  for (const { use, field } of hits) byWord.set(use.word, (byWord.get(use.word) ?? 0) + FIELD_WEIGHT[field]);
  return Math.max(0, ...byWord.values());
}

const BASE: Record<Grade, number> = { core: 0.75, secondary: 0.55, context: 0.5, off: 0 };

/** Within its grade an article scores by how many legs stand in its headline, and by a docket. */
function scoreOf(grade: Grade, { legs }: Evidence, docket: boolean): number {
  const all = [...legs.values()];
  if (grade === 'off')
    return Number(((all.filter(({ spans }) => spans.length > 0).length / all.length) * 0.4).toFixed(2));
  const inTitle = all.filter(({ spans }) => spans.some(({ field }) => field === 'title')).length / all.length;
  return Number(Math.min(1, BASE[grade] + 0.2 * inTitle + (docket ? 0.05 : 0)).toFixed(2));
}
