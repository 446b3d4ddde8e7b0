const escaped = (label: string): string => label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What tells that a headline is an advertisement's: "Anzeige: …", "[Sponsored] …", "… (Advertorial)". Null where the dossier
 * names no labels. */
export function advertisingLabels(labels: readonly string[]): RegExp | null {
  if (labels.length === 0) return null;
  const any = `(?:${labels.map(escaped).join('|')})`;
  return new RegExp(
    `^\\s*(?:[[(]${any}[\\])]|${any}\\s?(?:[:|–—•]|-\\s|\\+\\+\\+))|[[(]${any}[\\])]\\s*$`,
    'iu',
  );
}

/** The label by which a headline says that it is an advertisement's, null where it does not. */
export function advertisement(title: string, labels: RegExp | null): string | null {
  return labels?.exec(title)?.[0].trim() ?? null;
}
