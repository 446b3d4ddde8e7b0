import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/config/root.ts';
import { standoff } from '../support/command.ts';
import { document, inCode } from './markdown.ts';

const FILES = [
  'README.md',
  ...readdirSync(join(packageRoot(), 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

/** Lines of every kind of code, inline or fenced, cut where the shell begins another command. */
function shellCommands(markdown: string): string[] {
  const fenced = [...markdown.matchAll(/^```(?:sh|yaml|ini)?\n([\s\S]*?)^```$/gm)].map(
    ([, text = '']) => text,
  );
  return [...inCode(markdown), ...fenced]
    .flatMap((code) => code.split(/\n|&&|;|\||- run: /))
    .map((command) => command.trim());
}

/** The words of a call of standoff, those in quotes as one, up to a redirection; null for other commands. */
function wordsOf(command: string): string[] | null {
  const [, rest] = /^(?:npx )?standoff (?=[a-z-])(.*)$/.exec(command) ?? [];
  if (rest === undefined) return null;
  const words = [...rest.matchAll(/'[^']*'|"[^"]*"|\S+/g)].map(([word]) => word);
  const end = words.findIndex((word) => /^\d?>/.test(word));
  return end < 0 ? words : words.slice(0, end);
}

interface Help {
  commands: string[];
  /** Beside its commands it takes a word of the user's own. */
  takesWord: boolean;
  options: string[];
}

async function helpOf(path: string[]): Promise<Help> {
  const { out } = await standoff([...path, '--help']);
  const [, commands = ''] = out.split(/^Commands:$/m);
  const first = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);
  const takesWord = /^Usage: .*\[command\] [<[]/m.test(out);
  return { takesWord, commands: first(commands, /^ {2}([a-z-]+)/gm), options: first(out, /(--[a-z-]+)/g) };
}

/** What is wrong with a call: a command or an option that `--help` does not know. */
async function problemsOf(words: string[], known: (path: string[]) => Promise<Help>): Promise<string[]> {
  const options = words.filter((word) => word.startsWith('--')).map((word) => word.replace(/=.*/, ''));
  const path: string[] = [];
  let help = await known(path);
  const allowed = new Set(help.options);
  for (const word of words) {
    if (help.commands.length === 0 || word.startsWith('-')) break;
    if (!help.commands.includes(word) && help.takesWord) break;
    if (!help.commands.includes(word)) return [`no command ${[...path, word].join(' ')}`];
    path.push(word);
    help = await known(path);
    for (const option of help.options) allowed.add(option);
  }
  return options
    .filter((option) => !allowed.has(option))
    .map((option) => `${path.join(' ')}: no option ${option}`);
}

/** A heading as GitHub names it in addresses. */
const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

const headings = (markdown: string): string[] =>
  [...markdown.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => slug(text));

const links = (markdown: string): string[] =>
  [...markdown.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

describe.each(FILES)('%s', (file) => {
  const text = document(file);

  test('every relative link leads to a file, and to a heading of it', () => {
    const broken = links(text).filter((target) => {
      const [path = '', anchor] = target.split('#');
      const found = path === '' ? file : join(dirname(file), path);
      if (!existsSync(join(packageRoot(), found))) return true;
      return anchor !== undefined && !headings(document(found)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test('every npm script exists', () => {
    const { scripts } = JSON.parse(document('package.json')) as { scripts: Record<string, string> };
    const named = shellCommands(text).flatMap((command) => {
      const [, run, short] = /^npm (?:run (?:--\S+ )*([\w:-]+)|(start|test)\b)/.exec(command) ?? [];
      return run ?? short ?? [];
    });
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
    if (file === 'README.md') expect(named).toEqual(expect.arrayContaining(['demo', 'test', 'start']));
  });
});

describe('every call of standoff', () => {
  const helps = new Map<string, Promise<Help>>();
  const known = (path: string[]): Promise<Help> => {
    const key = path.join(' ');
    const help = helps.get(key) ?? helpOf(path);
    helps.set(key, help);
    return help;
  };
  beforeAll(() => known([]), 30_000);

  test.each(FILES)(
    'in %s names a command and options that exist',
    async (file) => {
      const calls = shellCommands(document(file)).flatMap((command) => {
        const words = wordsOf(command);
        return words === null ? [] : [words];
      });
      if (file === 'README.md') expect(calls.length).toBeGreaterThan(8);
      const problems = await Promise.all(calls.map((words) => problemsOf(words, known)));
      expect(problems.flat()).toEqual([]);
    },
    60_000,
  );

  test('is looked at: one that does not exist is told', async () => {
    expect(await problemsOf(['serch', 'x'], known)).toEqual(['no command serch']);
    expect(await problemsOf(['search', 'x', '--partie', 'y'], known)).toEqual(['search: no option --partie']);
    expect(await problemsOf(['config', 'chek'], known)).toEqual(['no command config chek']);
  });
});
