/** What surrounds an article and changes without the article: never an edit. */
const FURNITURE: readonly RegExp[] = [
  /^(?:stand|aktualisiert|zuletzt aktualisiert|update|updated|last updated|published|veröffentlicht|erstellt)\b.{0,60}\d/i,
  /^(?:lesedauer|lesezeit|reading time)\b|^\d+\s*min(?:\.|uten?|utes?)?\s*(?:lesezeit|lesedauer|read)\b/i,
  /^\d[\d.,]*\s*(?:kommentare?|comments?|shares?|likes?|leserkommentare?|beiträge)\b|^(?:kommentare?|comments?)\s*\(?\d/i,
  /^(?:teilen|share|drucken|print|e-?mail|facebook|twitter|whatsapp|copy link|link kopieren|merken|vorlesen|anhören|listen)\b.{0,80}$/i,
  /^(?:lesen sie auch|lies auch|mehr zum thema|mehr dazu|auch interessant|read more|read also|related|see also|weitere artikel)\b/i,
  /^(?:jetzt )?(?:newsletter|abonnieren|abo|subscribe|sign up|anmelden|registrieren)\b.{0,160}$/i,
  /^(?:anzeige|werbung|advertisement|sponsored)\b.{0,60}$/i,
  /^(?:foto|bild|photo|image|credit|quelle|source|sources|quellen)\s*:.{0,160}$/i,
  /^©|^\(c\)\s/i,
  /^(?:von|by)\s+\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,4}(?:,.{0,60})?$/u,
  /^[\d\s.,:/|–-]+(?:uhr)?$/i,
];
/** Longer sentences are the article's own, whatever they begin with. */
const MAX_LENGTH = 220;

/** Whether a sentence or line is page furniture: a time stamp, counter, share bar, pointer, notice or credit. */
export function isFurniture(sentence: string): boolean {
  const line = sentence.trim();
  return line.length <= MAX_LENGTH && FURNITURE.some((pattern) => pattern.test(line));
}
