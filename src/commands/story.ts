import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { canonicalUrl } from '../link/identity.ts';
import type { StoryEdit, StoryEdits } from '../link/story-edits.ts';
import { articleId } from '../query/article-id.ts';
import { storyLog } from '../query/story-log.ts';
import { type Context, createContext } from './context.ts';
import { CommandError } from './error.ts';
import { type Formats, type Paging, pageOf, printList, withPages } from './list.ts';
import { printMoves } from './moves.ts';
import { json, line } from './output.ts';
import { storyId } from './show.ts';

interface Options {
  reason?: string;
}

function decisionId(text: string): number {
  const id = Number(text);
  if (!Number.isSafeInteger(id) || id < 1)
    throw new InvalidArgumentError('Write the number that `standoff story log` prints.');
  return id;
}

/** The number or address of an article given by a user, as a number or in canonical form. */
function articleRef(text: string): number | string {
  if (/^\d+$/.test(text)) return Number(text);
  if (!URL.canParse(text))
    throw new InvalidArgumentError('Write the article’s address, or its number in `standoff show`.');
  return canonicalUrl(text);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}

type Edit = (edits: StoryEdits, by: { by: string; reason: string; at: string }) => StoryEdit;

/** Makes a change and says what became of it. Linker and store are loaded here: `--help` does not wait for them. */
async function change(
  command: Command,
  { reason = '' }: Options,
  edit: Edit,
  say: (made: StoryEdit) => string,
): Promise<void> {
  const context = createContext(command);
  const databasePath = context.existingDatabase();
  const [{ editStory }, { StoryEditError }] = await Promise.all([
    import('../worker/edit-story.ts'),
    import('../link/story-edits.ts'),
  ]);
  const at = new Date().toISOString();
  try {
    const { channels } = context.settings();
    const made = editStory({ databasePath, channels, at }, (edits) =>
      edit(edits, { by: userName(), reason, at }),
    );
    if (context.json) return json(context.output, made);
    line(context.output, say(made));
    line(
      context.output,
      `Messages follow at the next poll. \`standoff story undo ${made.decisionId}\` takes it back.`,
    );
  } catch (error) {
    if (error instanceof StoryEditError) throw new CommandError(error.message);
    throw error;
  }
}

function find(context: Context, ref: number | string): number {
  const id = context.reading((db) => articleId(db, ref));
  if (id === null) throw new CommandError(`there is no article ${ref}`);
  return id;
}

const WHY = ['--reason <text>', 'why, for the log'] as const;

/** `standoff story`: correct how articles are grouped; the linker respects it from then on. */
export function register(program: Command): void {
  const story = program
    .command('story')
    .description('correct how articles are grouped: merge, split, move, undo, log')
    .addHelpText(
      'after',
      '\nExamples:\n  $ standoff story merge 12 9 --reason "same hearing"\n  $ standoff story split 9 https://www.example.org/meta-darf-trainieren\n  $ standoff story log 9',
    );
  registerMerge(story);
  registerSplit(story);
  registerMove(story);
  registerUndo(story);
  registerLog(story);
}

function registerMerge(story: Command): void {
  story
    .command('merge')
    .description('put all articles of one story into another')
    .argument('<story>', 'the story that ends', storyId)
    .argument('<into>', 'the story that goes on', storyId)
    .option(...WHY)
    .addHelpText('after', '\nExample:\n  $ standoff story merge 12 9')
    .action((from: number, into: number, options: Options, command: Command) =>
      change(
        command,
        options,
        (edits, by) => edits.merge(from, into, by),
        () => `Story ${from} is part of story ${into} now.`,
      ),
    );
}

function registerSplit(story: Command): void {
  story
    .command('split')
    .description('make a new story of some articles of a story')
    .argument('<story>', 'its number', storyId)
    .argument(
      '<article...>',
      'addresses, or numbers in `standoff show`',
      (text: string, all: (number | string)[] = []) => [...all, articleRef(text)],
    )
    .option(...WHY)
    .addHelpText(
      'after',
      '\nExample:\n  $ standoff story split 9 https://www.example.org/meta-darf-trainieren',
    )
    .action((id: number, articles: (number | string)[], options: Options, command: Command) => {
      const context = createContext(command);
      const ids = articles.map((ref) => find(context, ref));
      return change(
        command,
        options,
        (edits, by) => edits.split(id, ids, by),
        ({ touched }) => `Story ${touched.at(-1)} was split off story ${id}.`,
      );
    });
}

function registerMove(story: Command): void {
  story
    .command('move')
    .description('put one article into another story')
    .argument('<article>', 'its address, or its number in `standoff show`', articleRef)
    .argument('<story>', 'where it belongs', storyId)
    .option(...WHY)
    .addHelpText(
      'after',
      '\nExample:\n  $ standoff story move https://www.example.org/meta-darf-trainieren 9',
    )
    .action((article: number | string, to: number, options: Options, command: Command) => {
      const id = find(createContext(command), article);
      return change(
        command,
        options,
        (edits, by) => edits.move(id, to, by),
        ({ touched }) => `Article ${id} went from story ${touched[0]} to story ${to}.`,
      );
    });
}

function registerUndo(story: Command): void {
  story
    .command('undo')
    .description('take a change back, a person’s or the linker’s')
    .argument('<decision>', 'its number in `standoff story log`', decisionId)
    .option(...WHY)
    .addHelpText('after', '\nExample:\n  $ standoff story undo 31')
    .action((decision: number, options: Options, command: Command) =>
      change(
        command,
        options,
        (edits, by) => edits.undo(decision, by),
        () => `Decision ${decision} was undone.`,
      ),
    );
}

const LOG_COLUMNS = ['decision', 'at', 'kind', 'from', 'to', 'by', 'reason', 'undoneAt', 'articles'] as const;

function registerLog(story: Command): void {
  withPages(story.command('log'))
    .description('what was decided about a story: merged, split, moved, by whom and why')
    .argument('<story>', 'its number', storyId)
    .addHelpText('after', '\nExample:\n  $ standoff story log 9')
    .action((id: number, options: Formats & Paging, command: Command) => {
      const context = createContext(command);
      const { reading } = context;
      const entries = reading((db) => storyLog(db, id));
      if (entries === undefined)
        throw new CommandError(`there is no story ${id}; \`standoff stories\` lists them`);
      const rows = pageOf(entries, options);
      printList(context, options, {
        ...{ rows, columns: LOG_COLUMNS, limit: options.limit },
        human: (paper) => {
          if (rows.length === 0) line(paper, `Nobody changed story ${id}.`);
          printMoves(paper, rows);
        },
      });
    });
}
