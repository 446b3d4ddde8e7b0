import { renameSync, writeFileSync } from 'node:fs';
import { isMap, isNode, isScalar, isSeq, type Node, parseDocument, stringify, type YAMLSeq } from 'yaml';
import type { Source } from '../model/index.ts';
import { ConfigError } from './errors.ts';
import { sourcesSchema } from './sources-schema.ts';

/** A source to be written; what it leaves out is the default. */
export type NewSource = Pick<Source, 'id' | 'name' | 'kind' | 'languages' | 'country'> & { feeds: string[] };

/** What is added to `sources.yaml`. */
export interface Additions {
  sources: readonly NewSource[];
  /** Further feeds of sources that are there already. */
  feeds: readonly { sourceId: string; url: string }[];
}

function unfit(message: string): ConfigError {
  return new ConfigError([{ file: 'sources.yaml', line: null, key: 'sources', message }]);
}

/** Where the last line of a node ends: its last scalar or flow collection, and a comment behind it. */
function endOfLine(text: string, node: Node): number {
  let last: Node = node;
  for (;;) {
    const inner: unknown = isSeq(last) ? last.items.at(-1) : isMap(last) ? last.items.at(-1)?.value : null;
    if (isScalar(last) || ('flow' in last && last.flow === true) || !isNode(inner)) break;
    last = inner;
  }
  const end = text.indexOf('\n', last.range?.[1] ?? text.length);
  return end < 0 ? text.length : end;
}

/** The blanks in front of a list's dashes. */
function indentOf(text: string, list: YAMLSeq): string {
  const [first] = list.items;
  const start = isNode(first) ? (first.range?.[0] ?? 0) : 0;
  const dashed = /^( *)- $/.exec(text.slice(text.lastIndexOf('\n', start) + 1, start));
  if (!dashed || list.flow)
    throw unfit('must be a list of lines that begin with a dash, for others to be added');
  return dashed[1] ?? '';
}

const scalar = (value: string): string => stringify(value, { lineWidth: 0 }).trimEnd();

function sourceText(source: NewSource, indent: string): string {
  const { id, name, kind, languages, country, feeds } = source;
  const lines = [
    `- id: ${id}`,
    `  name: ${scalar(name)}`,
    `  kind: ${kind}`,
    `  languages: [${languages.join(', ')}]`,
    `  country: ${scalar(country)}`,
    '  feeds:',
    ...feeds.map((url) => `    - ${scalar(url)}`),
  ];
  return `\n\n${lines.map((line) => indent + line).join('\n')}`;
}

/**
 * The text of `sources.yaml` with more sources and feeds; every byte that was there stays, comments and order included.
 * @throws {ConfigError} when the text is no list of sources, or would not be a right one with the additions
 */
export function addToSources(text: string, additions: Additions): string {
  const document = parseDocument(text, { stringKeys: true });
  const list = document.get('sources');
  if (document.errors.length > 0 || !isSeq(list) || list.items.length === 0)
    throw unfit('is no list of sources; see `standoff config check`');
  const insertions: { at: number; text: string }[] = [];
  for (const { sourceId, url } of additions.feeds) {
    const source = list.items.find((item) => isMap(item) && item.get('id') === sourceId);
    const feeds = isMap(source) ? source.get('feeds') : null;
    if (!isSeq(feeds)) throw unfit(`has no source ${sourceId} with feeds`);
    insertions.push({ at: endOfLine(text, feeds), text: `\n${indentOf(text, feeds)}- ${scalar(url)}` });
  }
  const indent = indentOf(text, list);
  const end = endOfLine(text, list);
  for (const source of additions.sources) insertions.push({ at: end, text: sourceText(source, indent) });
  const edited = [...insertions].reverse().sort((a, b) => b.at - a.at);
  const result = edited.reduce((all, { at, text: more }) => all.slice(0, at) + more + all.slice(at), text);
  const checked = sourcesSchema.safeParse(parseDocument(result, { stringKeys: true }).toJS());
  if (!checked.success)
    throw unfit(
      `would be wrong with the additions: ${checked.error.issues.map((issue) => issue.message).join('; ')}`,
    );
  return result;
}

/** Replaces a file at once: a reader sees the old text or the new, never half of it. */
export function replaceFile(path: string, text: string): void {
  const fresh = `${path}.new`;
  writeFileSync(fresh, text);
  renameSync(fresh, path);
}
