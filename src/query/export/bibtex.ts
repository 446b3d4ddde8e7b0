import { harmless } from './harmless.ts';
import type { ArticleRecord } from './record.ts';

const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** What babel calls a language; of others biblatex knows nothing. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ...{ de: 'ngerman', en: 'english', fr: 'french', it: 'italian', es: 'spanish', nl: 'dutch', pl: 'polish' },
  ...{ da: 'danish', sv: 'swedish', no: 'norsk', nb: 'norsk', fi: 'finnish', pt: 'portuguese', cs: 'czech' },
};

/** Text that LaTeX sets as it stands; letters stay UTF-8 (biber, BibTeX with inputenc). */
export function latex(text: string): string {
  return harmless(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\{}~^]/g, (char) => SPECIAL[char] ?? '')
    .replace(/[#$%&_]/g, '\\$&');
}

/** Names of organisations and of people alike, kept as one name each. */
const names = (authors: readonly string[]): string => authors.map((name) => `{${latex(name)}}`).join(' and ');

/** An address in which nothing can end the field; biblatex reads the rest of it as it stands. */
const address = (url: string): string =>
  url.replace(/\p{Cs}/gu, '').replace(/[{}\\\s\p{Cc}]/gu, (char) => encodeURIComponent(char));

/** Articles as biblatex entries of the type `online`; the key is `standoff` with the article's number. */
export function bibtex(records: readonly ArticleRecord[]): string {
  return records
    .map((record) => {
      const fields: [string, string][] = [
        ['title', `{${latex(record.title)}}`],
        ['organization', latex(record.outlet)],
        ['date', record.at.slice(0, 10)],
        ['url', address(record.url)],
      ];
      const langid = LANGUAGES[record.language];
      if (langid !== undefined) fields.push(['langid', langid]);
      if (record.authors.length > 0) fields.unshift(['author', names(record.authors)]);
      if (record.fetchedAt !== null) fields.push(['urldate', record.fetchedAt.slice(0, 10)]);
      return `@online{standoff${record.id},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
    })
    .join('\n');
}
