/** Labels of haste that outlets put before a headline, with what parts them from it. */
const HASTE = /^[+\s]*(?:eilmeldung|eil|breaking(?: news)?)\s*(?::|\||\+\+|\s[–—-]\s)[+\s]*/i;

/** A headline as a message has it: without the outlet's “breaking”, for it is read for days. */
export function headline(title: string): string {
  return title.replace(HASTE, '') || title;
}
