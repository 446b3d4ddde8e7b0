import type { Condition } from '../model/index.ts';
import { gap, overlaps, type Scan, type Span } from './scan.ts';

const NEAR = 80;
/** A blank, a hyphen, an opening quotation mark: what may stand between a word and its direct neighbour. */
const NEIGHBOUR = 2;

/** Whether all of `if` and none of `unless` hold for a span; `parties` are those found without conditions. */
export function holds(
  rule: { if?: Condition[] | undefined; unless?: Condition[] | undefined },
  span: Span,
  scan: Scan,
  parties: ReadonlySet<string>,
): boolean {
  const one = (condition: Condition): boolean => holdsOne(condition, span, scan, parties);
  return (rule.if?.every(one) ?? true) && !(rule.unless?.some(one) ?? false);
}

function holdsOne(condition: Condition, span: Span, scan: Scan, parties: ReadonlySet<string>): boolean {
  if ('any' in condition) return condition.any.some((one) => holdsOne(one, span, scan, parties));
  if ('language' in condition) return condition.language.includes(scan.language);
  if ('party' in condition) return parties.has(condition.party);
  if ('document' in condition) return someOther(scan, condition.document, span, () => true);
  if ('near' in condition) {
    const within = condition.within ?? NEAR;
    return someOther(scan, condition.near, span, (hit) => gap(hit, span) <= within);
  }
  if ('before' in condition) return someOther(scan, condition.before, span, (hit) => isBefore(hit, span));
  return someOther(scan, condition.after, span, (hit) => isBefore(span, hit));
}

const isBefore = (first: Span, second: Span): boolean =>
  first.field === second.field && second.start >= first.end && second.start - first.end <= NEIGHBOUR;

/** Whether a hit of the group, other than the span's own words, fits: a word is no evidence for itself. */
function someOther(scan: Scan, group: string, span: Span, fits: (hit: Span) => boolean): boolean {
  return scan.groups.get(group)?.some((hit) => fits(hit) && !overlaps(hit, span)) ?? false;
}
