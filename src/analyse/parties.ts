import type { Finding, Language, Party } from '../model/index.ts';
import { holds } from './conditions.ts';
import type { CompiledDossier } from './dossier.ts';
import { introducedMentions } from './introduced.ts';
import { FIELDS, type Hit, matchedText, overlaps, type Scan, type Span, scan } from './scan.ts';

const CONDITIONAL_CONFIDENCE = 0.9;
const SHORT_CONFIDENCE = 0.85;

/** A place where a party is named. */
export interface Mention extends Span {
  party: Party;
  rule: string;
  confidence: number;
}

/** Finds every place where a party is named: by an alias whose conditions hold (the longest wins), by an
 * abbreviation the text introduces in brackets, by a short name once the full one is there; each person or
 * subsidiary brings its organisation along once. In reading order. */
export function findParties(scan: Scan, dossier: CompiledDossier): Finding[] {
  const aliases = aliasMentions(scan);
  const named = [...aliases, ...introducedMentions(scan, aliases, dossier)].sort(readingOrder);
  const all = [...named, ...implied(named, dossier)];
  all.push(...shortMentions(scan, all));
  return all.sort(readingOrder).map((mention) => toFinding(scan, mention));
}

/**
 * Where one sentence names parties, by whatever alias. What conditions ask for may stand in `around`, the text that it
 * belongs to.
 */
export function partiesNamed(
  sentence: string,
  { around, language }: { around: string; language: Language },
  dossier: CompiledDossier,
): { ref: string; start: number; end: number }[] {
  const read = scan({ title: '', teaser: around, text: sentence }, language, dossier);
  const aliases = aliasMentions(read);
  return [...aliases, ...shortMentions(read, aliases)]
    .filter(({ field }) => field === 'text')
    .sort(readingOrder)
    .map(({ party, start, end }) => ({ ref: party.id, start, end }));
}

const toFinding = (scan: Scan, { party, rule, confidence, field, start, end }: Mention): Finding => ({
  kind: 'party',
  ref: party.id,
  rule,
  field,
  matched: matchedText(scan.fields, { field, start, end }),
  start,
  end,
  confidence,
});

export const readingOrder = (a: Span, b: Span): number =>
  FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field) || a.start - b.start || b.end - a.end;

type AliasHit = Scan['aliases'][number];

/** Aliases without conditions first, because conditions may ask for the parties these name. */
function aliasMentions(scan: Scan): Mention[] {
  const sure = scan.aliases.filter(({ use }) => !use.alias.if && !use.alias.unless);
  const known = new Set(longest(sure, scan.blockers).map(({ use }) => use.party.id));
  const unsure = scan.aliases.filter(
    (hit) => (hit.use.alias.if || hit.use.alias.unless) && holds(hit.use.alias, hit, scan, known),
  );
  return longest([...sure, ...unsure], scan.blockers).map(({ use, field, start, end }) => ({
    party: use.party,
    rule: use.alias.rule ? `alias:${use.party.id}:${use.alias.rule}` : `alias:${use.party.id}`,
    confidence: use.alias.confidence ?? (use.alias.if || use.alias.unless ? CONDITIONAL_CONFIDENCE : 1),
    field,
    start,
    end,
  }));
}

/** Keeps the longest of overlapping finds; a blocker takes its place and names nobody. */
function longest(hits: readonly AliasHit[], blockers: readonly Hit[]): AliasHit[] {
  const byLength = [...hits, ...blockers].sort((a, b) => b.end - b.start - (a.end - a.start));
  const kept: Hit[] = [];
  for (const hit of byLength) if (!kept.some((other) => overlaps(other, hit))) kept.push(hit);
  return kept.filter((hit): hit is AliasHit => hit.use.kind === 'alias').sort(readingOrder);
}

/** Short names mean the party named last before them, or first after them (a headline comes before the text). */
function shortMentions(scan: Scan, named: readonly Mention[]): Mention[] {
  const present = new Set(named.map(({ party }) => party.id));
  const places = new Map<string, AliasOrShort[]>();
  for (const hit of scan.shorts) {
    if (!present.has(hit.use.party.id)) continue;
    if ([...named, ...scan.blockers].some((other) => overlaps(other, hit))) continue;
    const key = `${hit.field} ${hit.start}`;
    places.set(key, [...(places.get(key) ?? []), hit]);
  }
  return [...places.values()].flatMap((hits) => {
    const meant = hits.length === 1 ? hits[0] : nearestNamed(hits, named);
    if (!meant) return [];
    const { use, field, start, end } = meant;
    return [
      { party: use.party, rule: `short:${use.party.id}`, confidence: SHORT_CONFIDENCE, field, start, end },
    ];
  });
}

type AliasOrShort = Scan['shorts'][number];

function nearestNamed(hits: readonly AliasOrShort[], named: readonly Mention[]): AliasOrShort | undefined {
  const at = hits[0];
  if (!at) return undefined;
  const ids = new Set(hits.map(({ use }) => use.party.id));
  const candidates = named.filter(({ party }) => ids.has(party.id)).sort(readingOrder);
  const before = candidates.filter((mention) => readingOrder(mention, at) < 0).at(-1);
  const meant = before ?? candidates[0];
  return hits.find(({ use }) => use.party.id === meant?.party.id);
}

/** The organisation of each person and the parent of each subsidiary, at the first place it is named. */
function implied(all: readonly Mention[], dossier: CompiledDossier): Mention[] {
  const done = new Set<string>();
  return all.flatMap((mention) => {
    const { party } = mention;
    const other = party.implies === undefined ? undefined : dossier.parties.get(party.implies);
    if (!other || done.has(party.id)) return [];
    done.add(party.id);
    const rule = `${party.kind === 'person' ? 'person' : 'implied'}:${party.id}`;
    return [
      { ...mention, party: other, rule, confidence: Math.min(mention.confidence, CONDITIONAL_CONFIDENCE) },
    ];
  });
}
