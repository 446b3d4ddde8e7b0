import type { Finding, StageRule } from '../model/index.ts';
import { holds } from './conditions.ts';
import { matchedText, type Scan } from './scan.ts';

/** Finds the procedural stages that the text reports, the first place of each in each field, and the one the
 * article is about: the latest named in the headline, else in teaser or first paragraph. What only stands farther down is
 * history: hardly an article that does not recall a ruling or the complaint before it. */
export function findStages(
  scan: Scan,
  parties: ReadonlySet<string>,
): { stage: string | null; findings: Finding[] } {
  const first = new Map<string, { rule: StageRule; finding: Finding; place: number }>();
  for (const hit of scan.stages) {
    const { stage, term } = hit.use;
    const key = `${stage.id} ${hit.field}`;
    if (first.has(key) || !holds(term, hit, scan, parties)) continue;
    const { field, start, end } = hit;
    const place = field === 'title' ? 0 : field === 'teaser' || start < leadLength(scan) ? 1 : 2;
    const finding: Finding = {
      kind: 'stage',
      ref: stage.id,
      rule: `stage:${stage.id}`,
      field,
      matched: matchedText(scan.fields, hit),
      start,
      end,
      confidence: [0.95, 0.85, 0.7][place] ?? 0.7,
    };
    first.set(key, { rule: stage, finding, place });
  }
  const found = [...first.values()];
  const best = found
    .filter(({ place }) => place < 2)
    .sort((a, b) => a.place - b.place || b.rule.rank - a.rule.rank)[0];
  return { stage: best?.rule.id ?? null, findings: found.map(({ finding }) => finding) };
}

const LEAD = 400;

function leadLength(scan: Scan): number {
  const end = scan.fields.text.indexOf('\n');
  return end < 0 ? LEAD : Math.max(end, Math.min(LEAD, scan.fields.text.length));
}
