import { harmless } from './harmless.ts';
import type { ArticleRecord } from './record.ts';

const oneLine = (text: string): string => harmless(text).replace(/\s+/g, ' ').trim();

/** Articles in RIS, type NEWS: `TAG  - value`, CRLF, `ER` ends a record (RIS Format Specifications, 2012). */
export function ris(records: readonly ArticleRecord[]): string {
  return records
    .map((record) => {
      const lines: [string, string][] = [
        ['TY', 'NEWS'],
        ['ID', `standoff${record.id}`],
        ['TI', record.title],
        ...record.authors.map((name): [string, string] => ['AU', name]),
        ['T2', record.outlet],
        ['DA', record.at.slice(0, 10).replaceAll('-', '/')],
        ['PY', record.at.slice(0, 4)],
        ['LA', record.language],
        ['AB', record.teaser],
        ['UR', record.url],
        ...(record.fetchedAt === null
          ? []
          : [['Y2', record.fetchedAt.slice(0, 10).replaceAll('-', '/')] as [string, string]]),
      ];
      const filled = lines.map(([tag, value]) => [tag, oneLine(value)]).filter(([, value]) => value !== '');
      return `${filled.map(([tag, value]) => `${tag}  - ${value}\r\n`).join('')}ER  - \r\n`;
    })
    .join('\r\n');
}
