import type { CompiledDossier } from './dossier.ts';
import { isWordAt } from './fold.ts';
import type { Mention } from './parties.ts';
import { FIELDS, matchedText, overlaps, type Scan } from './scan.ts';

const INTRODUCTION =
  /^[\s,]{0,2}\((?:(?:kurz|short|abgekürzt|hereafter|im Folgenden)[:,]?\s)?["„“”'»«]?([\p{L}][\p{L}\d.-]{1,14})["“”'»«]?\)/u;
const MOST_MENTIONS = 100;
const CONFIDENCE = 0.95;

/** Abbreviations that the text itself introduces, `Data Protection Commission (DPC)`: wherever the letters
 * stand afterwards they mean the party named before the bracket. */
export function introducedMentions(
  scan: Scan,
  named: readonly Mention[],
  { dossier }: CompiledDossier,
): Mention[] {
  const introduced = new Map<string, Mention>();
  for (const mention of named) {
    const rest = scan.fields[mention.field].slice(mention.end, mention.end + 40);
    const letters = INTRODUCTION.exec(rest)?.[1];
    if (!letters || introduced.has(letters)) continue;
    if (dossier.parties.neverAbbreviations.includes(letters)) continue;
    if (abbreviates(letters, matchedText(scan.fields, mention))) introduced.set(letters, mention);
  }
  return [...introduced].flatMap(([letters, { party }]) =>
    places(scan, letters)
      .map((place): Mention => ({ party, rule: `introduced:${party.id}`, confidence: CONFIDENCE, ...place }))
      .filter((place) => !named.some((other) => overlaps(other, place))),
  );
}

/** An abbreviation has mostly capitals, begins with the name's first letter, and all of its letters stand in
 * the name in their order (so `Landesamt Nordrhein-Westfalen (NRW)` introduces nothing). */
function abbreviates(letters: string, name: string): boolean {
  const capitals = letters.replace(/[^\p{Lu}]/gu, '').length;
  if (capitals < 2 || capitals * 2 < letters.length) return false;
  const wanted = letters.toLowerCase();
  const given = name.toLowerCase();
  if (wanted[0] !== given[0] || wanted === given) return false;
  let at = 0;
  for (const letter of wanted) {
    at = given.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function places(scan: Scan, letters: string): Pick<Mention, 'field' | 'start' | 'end'>[] {
  const found: Pick<Mention, 'field' | 'start' | 'end'>[] = [];
  for (const field of FIELDS) {
    const text = scan.fields[field];
    for (
      let start = text.indexOf(letters);
      start >= 0;
      start = text.indexOf(letters, start + letters.length)
    ) {
      const end = start + letters.length;
      if (isWordAt(text, start - 1) || isWordAt(text, end)) continue;
      found.push({ field, start, end });
      if (found.length >= MOST_MENTIONS) return found;
    }
  }
  return found;
}
