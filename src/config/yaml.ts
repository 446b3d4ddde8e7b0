import { readFileSync } from 'node:fs';
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ConfigError, type ConfigProblem, reasonOf } from './errors.ts';

type Path = readonly PropertyKey[];

/** `['sources', 3, 'feeds']` as people write it: `sources[3].feeds`. */
export function keyOf(path: Path): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
}

/** The line of the value at `path`, or of its nearest ancestor that exists. */
function lineOf(document: Document, lines: LineCounter, path: Path): number | null {
  for (let length = path.length; length >= 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    // A key's own line is better than its value's, which may start a line below.
    if (length > 0 && isMap(parent)) {
      const pair = parent.items.find((item) => isNode(item.key) && String(item.key) === String(last));
      if (pair && isNode(pair.key) && pair.key.range) return lines.linePos(pair.key.range[0]).line;
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}

function problemsOf(issue: z.core.$ZodIssue): { path: Path; message: string }[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      message: 'unknown key; remove it or correct its spelling (docs/configuration.md lists the keys)',
    }));
  return [{ path: issue.path, message: issue.message }];
}

/** The line of the value at `path` in a file that was read before; to be asked when something is wrong with it. */
export function lineInFile(file: string, path: Path): number | null {
  const lines = new LineCounter();
  return lineOf(parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines }), lines, path);
}

/**
 * Reads a YAML file and checks it against a schema.
 * @param path where the file is
 * @param name how messages call it
 * @throws {ConfigError} naming file, line, key and remedy of everything that is wrong, all at once
 */
export function loadYamlFile<T>(path: string, name: string, schema: z.ZodType<T>): T {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    const reason = reasonOf(error);
    const remedy = reason === 'no such file' ? '; name the folder that holds it with --config' : '';
    throw new ConfigError([
      {
        file: name,
        line: null,
        key: '',
        message: `cannot be read (${reason})${remedy}`,
      },
    ]);
  }
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  // A warning is a text that means something else than it says: `!word` without quotes is a tag.
  const wrong = [...document.errors, ...document.warnings];
  if (wrong.length > 0)
    throw new ConfigError(
      wrong.map((error) => ({
        file: name,
        line: lines.linePos(error.pos[0]).line,
        key: '',
        message: `not valid YAML: ${error.message}`,
      })),
    );
  const result = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (result.success) return result.data;
  const problems: ConfigProblem[] = result.error.issues.flatMap(problemsOf).map(({ path: at, message }) => ({
    file: name,
    line: lineOf(document, lines, at),
    key: keyOf(at),
    message,
  }));
  throw new ConfigError(problems);
}
