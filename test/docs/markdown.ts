import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/config/root.ts';

/** A document of the repository by its path. */
export const document = (path: string): string => readFileSync(join(packageRoot(), path), 'utf8');

/** The fenced blocks of a language, without their fences. */
export const blocks = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
    .filter(([, info]) => info === language)
    .map(([, , text = '']) => text);

/** What stands in backticks outside of fenced blocks. */
export const inCode = (markdown: string): string[] =>
  [...markdown.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);

/** The part of a document from a heading that begins so to the next one of its level or above. */
export function section(markdown: string, heading: string): string {
  const level = heading.indexOf(' ');
  const kept: string[] = [];
  let fenced = false;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced;
    const depth = fenced ? 0 : (/^#+(?= )/.exec(line)?.[0].length ?? 0);
    if (kept.length > 0 && depth > 0 && depth <= level) break;
    if (kept.length > 0 || (depth > 0 && line.startsWith(heading))) kept.push(line);
  }
  if (kept.length === 0) throw new Error(`no heading ${heading}`);
  return kept.join('\n');
}

/** The rows of all tables, heads and rulers left out; cells trimmed. */
export function tableRows(markdown: string): string[][] {
  const rows: string[][] = [];
  const lines = markdown.split('\n');
  lines.forEach((line, at) => {
    const isHead = /^\|[-|]+\|$/.test(lines[at + 1] ?? '');
    if (line.startsWith('|') && !isHead && !/^\|[-|]+\|$/.test(line))
      rows.push(
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
  });
  return rows;
}
