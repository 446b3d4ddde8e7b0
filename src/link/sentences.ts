/** Ends that are no end: ordinals (`27. Mai`), initials and common abbreviations. */
const NO_END =
  /(?:\b\d{1,3}|\b\p{Lu}|\b(?:Dr|Prof|Nr|Art|Abs|Az|bzw|usw|ca|etwa|z\. ?B|d\. ?h|u\. ?a|Mr|Mrs|Ms|No|vs|St|Inc|Ltd|Co|Corp|Jan|Feb|Aug|Sept|Okt|Oct|Nov|Dez|Dec))\.$/u;
const END = /[.!?…]["“”»«’')\]]*\s+(?=["„“»«‘'([]*[\p{Lu}\p{N}])/gu;
const MAX_SENTENCES = 3_000;

/** Cuts a text into lines and sentences for comparing two versions of it; needs to be consistent, not perfect. */
export function sentencesOf(text: string): string[] {
  const found: string[] = [];
  for (const line of text.split(/\n+/)) {
    let start = 0;
    for (const match of line.matchAll(END)) {
      const end = match.index + match[0].length;
      const sentence = line.slice(start, end).trim();
      if (NO_END.test(sentence)) continue;
      found.push(sentence);
      start = end;
    }
    const rest = line.slice(start).trim();
    if (rest !== '') found.push(rest);
    if (found.length >= MAX_SENTENCES) break;
  }
  return found.slice(0, MAX_SENTENCES);
}
