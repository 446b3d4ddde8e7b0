import type { Finding, Leg } from '../model/index.ts';
import type { CompiledDossier } from './dossier.ts';
import { gap, matchedText, type Scan, type Span } from './scan.ts';

/** Where a leg of relevance stands in an article. */
export interface LegHits {
  leg: Leg;
  spans: Span[];
  /** Stands by the language of the text alone. */
  byLanguage: boolean;
}

/** Most places of one group that are paired with another's: bounds the work on hostile texts. */
const MOST_PAIRED = 200;

/** Finds the places of each leg: words, pairs of words, parties. Mentions in comparison do not count. */
export function legHits(
  scan: Scan,
  parties: readonly Finding[],
  dossier: CompiledDossier,
): Map<string, LegHits> {
  const compared = scan.groups.get(dossier.dossier.dispute.relevance.comparison) ?? [];
  const isCompared = (span: Span): boolean =>
    compared.some((hit) => hit.field === span.field && span.start >= hit.end && span.start - hit.end <= 2);
  const hasText = /\S/u.test(scan.fields.text);
  return new Map(
    [...dossier.legs.values()].map((given) => {
      const leg = hasText ? given : widened(given);
      const spans = [
        ...(leg.words ?? []).flatMap((name) => scan.groups.get(name) ?? []),
        ...pairSpans(leg, scan),
        ...parties.filter((finding) => isOf(leg, finding, dossier) && !isCompared(finding)),
      ];
      return [leg.id, { leg, spans, byLanguage: leg.languages?.includes(scan.language) ?? false }];
    }),
  );
}

/** The leg as it is where there is no text. */
function widened(leg: Leg): Leg {
  const { words = [], kinds = [] } = leg.withoutText ?? {};
  return { ...leg, words: [...(leg.words ?? []), ...words], kinds: [...(leg.kinds ?? []), ...kinds] };
}

function isOf(leg: Leg, { ref }: Finding, dossier: CompiledDossier): boolean {
  const party = dossier.parties.get(ref);
  if (!party) return false;
  if (leg.parties?.includes(ref) || leg.kinds?.includes(party.kind)) return true;
  return party.country !== undefined && (leg.countries?.includes(party.country) ?? false);
}

function pairSpans(leg: Leg, scan: Scan): Span[] {
  return (leg.pairs ?? []).flatMap(({ first, second, within }) => {
    const others = (scan.groups.get(second) ?? []).slice(0, MOST_PAIRED);
    return (scan.groups.get(first) ?? [])
      .slice(0, MOST_PAIRED)
      .filter((hit) => others.some((other) => gap(hit, other) <= within || headed(hit, other)));
  });
}

/** The headline is over the whole text: its words are near all others. */
const headed = (a: Span, b: Span): boolean =>
  a.field !== b.field && (a.field === 'title' || b.field === 'title');

/** The words a leg stands on, for the reasons: distinct, at most three. */
export function evidence(scan: Scan, spans: readonly Span[]): string {
  const words = new Set(spans.map((span) => matchedText(scan.fields, span)));
  return [...words].slice(0, 3).join(', ');
}
