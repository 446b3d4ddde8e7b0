import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { packageVersion } from '../config/root.ts';
import type { Subject } from '../query/evidence/record.ts';
import type { Problem, Verification } from '../query/evidence/verify.ts';
import { mergedInto } from '../query/merged-story.ts';
import { type Context, createContext } from './context.ts';
import { CommandError, EXIT } from './error.ts';
import { json, line, type Output, plain, table, when, wrap } from './output.ts';
import { saveNew } from './save.ts';
import { knownArticle, subject } from './show.ts';

/** No bundle is larger: it would not unpack to what one may hold. */
const LARGEST_FILE = 1_100_000_000;

interface Options {
  out?: string;
  force?: boolean;
}

function rootHash(text: string): string {
  const hash = text.toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hash))
    throw new InvalidArgumentError(
      'Write the 64 hexadecimal digits that were printed when the bundle was made.',
    );
  return hash;
}

/** `standoff evidence`: everything stored of a story or an article as one file that can be checked. */
export function register(program: Command): void {
  const evidence = program
    .command('evidence')
    .description('write what is stored of a story or an article into a ZIP file that can be checked')
    .argument('<story>', 'number of a story, or the address of one article', subject)
    .option('-o, --out <file>', 'where to (default: evidence-story-12.zip)')
    .option('--force', 'replace the file if it is there')
    .addHelpText(
      'after',
      `
Texts with all revisions and what changed, hashes, fetch times, headers, findings with their places, decisions,
messages; the pages' own bytes where \`store.archive\` is set. The root hash that is printed stands for all of it: note it
elsewhere, or have it time-stamped, and nobody can change the bundle unnoticed.

Examples:
  $ standoff evidence 12
  $ standoff evidence https://www.example.org/meta-darf-trainieren -o article.zip
  $ standoff evidence verify evidence-story-12.zip`,
    )
    .action((of: number | string, options: Options, command: Command) =>
      write(createContext(command), of, options),
    );
  evidence
    .command('verify')
    .description('whether a bundle is as it was made; exit code 1 when it is not')
    .argument('<file>', 'the ZIP file')
    .option('--root <hash>', 'the root hash that was printed when it was made', rootHash)
    .addHelpText('after', '\nExample:\n  $ standoff evidence verify evidence-story-12.zip')
    .action((file: string, { root }: { root?: string }, command: Command) =>
      verify(createContext(command), file, root ?? null),
    );
}

/** Archive and comparison of texts are loaded only here. */
async function write(context: Context, of: number | string, { out, force = false }: Options): Promise<void> {
  const [{ evidenceOf }, { bundleFiles }, { pack }, { difference }] = await Promise.all([
    import('../query/evidence/record.ts'),
    import('../query/evidence/files.ts'),
    import('../query/evidence/pack.ts'),
    import('./revisions.ts'),
  ]);
  const evidence = context.reading((db) => {
    const about: Subject =
      typeof of === 'number' ? { kind: 'story', id: of } : { kind: 'article', id: knownArticle(db, of) };
    const found = evidenceOf(db, about);
    if (found !== undefined) return found;
    const into = mergedInto(db, about.id);
    throw new CommandError(
      into === null
        ? `there is no story ${of}; \`standoff stories\` lists them`
        : `story ${of} is part of story ${into} now; \`standoff evidence ${into}\` has its articles`,
    );
  });
  const { files, root } = bundleFiles(evidence, difference, `standoff ${packageVersion()}`);
  const { kind, id } = evidence.subject;
  const file = resolve(out ?? `evidence-${kind}-${id}.zip`);
  const archive = packed(pack, files);
  saveNew(file, archive, { force });
  const pages = [...files.keys()].filter((name) => name.endsWith('.page')).length;
  const articles = evidence.articles.length;
  const written = { file, bytes: archive.length, files: files.size, articles, pages, root };
  if (context.json) json(context.output, written);
  else say(context.output, written);
}

interface Written {
  file: string;
  bytes: number;
  files: number;
  articles: number;
  /** Archived ones. */
  pages: number;
  root: string;
}

function say(output: Output, { file, bytes, files, articles, pages, root }: Written): void {
  const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
  const what = [counted(articles, 'article', 'articles'), `${files} files`];
  line(output, plain(file));
  line(output, [...what, counted(pages, 'archived page', 'archived pages'), `${bytes} bytes`].join(', '));
  line(output, `root ${output.color.bold(root)}`);
  line(
    output,
    output.color.dim('Note the root elsewhere: `standoff evidence verify --root` compares with it.'),
  );
}

function packed<T>(pack: (files: T) => Uint8Array, files: T): Uint8Array {
  try {
    return pack(files);
  } catch (error) {
    if (error instanceof RangeError)
      throw new CommandError(`${error.message}; bundle its articles one by one`);
    throw error;
  }
}

function read(file: string): Uint8Array {
  try {
    if (statSync(file).size > LARGEST_FILE) throw new CommandError(`${file} is larger than any bundle`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function verify({ output, json: machine }: Context, file: string, noted: string | null): Promise<void> {
  const archive = read(file);
  const { verifyBundle } = await import('../query/evidence/verify.ts');
  const found = verifyBundle(archive, noted);
  if (machine) json(output, { file: resolve(file), ...found });
  else print(output, found);
  process.exitCode = found.ok ? EXIT.ok : EXIT.failed;
}

const MOST_PROBLEMS = 50;

function printProblems(output: Output, problems: readonly Problem[]): void {
  table(
    output,
    ['problem', 'file', 'what'],
    problems
      .slice(0, MOST_PROBLEMS)
      .map(({ kind, path, message }) => [{ text: kind, paint: output.color.red }, path, message]),
    2,
  );
  if (problems.length > MOST_PROBLEMS)
    line(output, `and ${problems.length - MOST_PROBLEMS} more; --json has all`);
}

function print(output: Output, found: Verification): void {
  const { color } = output;
  const { ok, manifest, root, problems, rootAsNoted } = found;
  line(output, ok ? color.green('The bundle is intact.') : color.red('The bundle is not as it was made.'));
  if (manifest !== null) {
    const row = (name: string, value: string) => line(output, `${color.dim(name.padEnd(9))} ${value}`);
    row('about', `${manifest.subject.kind} ${manifest.subject.id}, ${found.articles} articles`);
    row('state of', `${when(manifest.stateAt)}, made by ${plain(manifest.tool)}`);
    row('files', `${found.intact} of ${found.listed} are as the manifest says`);
    row(
      'pages',
      `${found.pages} archived ${found.pages === 1 ? 'page is' : 'pages are'} the bytes noted at their fetch`,
    );
    row('root', root ?? '–');
  }
  if (problems.length > 0) {
    line(output);
    printProblems(output, problems);
  }
  if (!ok) return;
  line(output);
  if (rootAsNoted) {
    line(output, 'The root is the one you noted: nothing was changed since.');
    return;
  }
  line(
    output,
    wrap(
      'Proves that no file was changed since the manifest was written; not by whom it was made, nor when. For that, compare the root with the one noted then (--root), or have it time-stamped:',
      output.width,
    ),
  );
  line(output, `  openssl ts -query -digest ${root} -sha256 -cert -out root.tsq`);
}
