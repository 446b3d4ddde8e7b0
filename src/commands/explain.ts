import type { Command } from 'commander';
import { type Explanation, explain } from '../query/explain.ts';
import { explainStory, type StoryExplanation } from '../query/explain-story.ts';
import { type Context, createContext } from './context.ts';
import { CommandError } from './error.ts';
import { printMoves } from './moves.ts';
import { heading, json, line, type Output, plain, table, when, wrap } from './output.ts';
import { paged } from './pager.ts';
import { subject } from './show.ts';
import { printWordings } from './wordings.ts';

/** `standoff explain`: why an article was kept, tagged, grouped, posted or dropped; why a story is what it is. */
export function register(program: Command): void {
  program
    .command('explain')
    .description(
      'why an article was kept, tagged, grouped, posted or dropped; or why a story holds its articles',
    )
    .argument('<what>', 'address of an article, in any form, or number of a story', subject)
    .addHelpText(
      'after',
      '\nExamples:\n  $ standoff explain https://www.example.org/meta-darf-trainieren\n  $ standoff explain 12',
    )
    .action((of: number | string, _options: object, command: Command) => {
      const context = createContext(command);
      if (typeof of === 'number') return explainOneStory(context, of);
      const { output, json: machine, reading, language } = context;
      const found = reading((db) => explain(db, of, language));
      if (machine) return json(output, found);
      if (found.decisions.length === 0 && found.article === null)
        throw new CommandError(
          `${found.url} was never met; it stood in no feed that was polled, or its feed is not in config/sources.yaml`,
        );
      paged(context, (paper) => printExplanation(paper, found));
    });
}

function explainOneStory(context: Context, id: number): void {
  const found = context.reading((db) => explainStory(db, id));
  if (found === undefined) throw new CommandError(`there is no story ${id}; \`standoff stories\` lists them`);
  if (context.json) json(context.output, found);
  else paged(context, (paper) => printStory(paper, found));
}

/** For people: why each article is in it, then what was changed, then what a model made of it. */
function printStory(output: Output, story: StoryExplanation): void {
  const { color } = output;
  const { title, mergedInto, held, articles, log, wordings } = story;
  heading(output, title);
  if (mergedInto !== null) line(output, color.yellow(`went into story ${mergedInto}`));
  if (held) line(output, color.dim('set by a person: the linker only adds to it'));
  line(output, `\n${color.bold('Why each article is in it')}`);
  if (articles.length === 0) line(output, '  none is any more');
  for (const article of articles) {
    line(output, wrap(`${article.id} ${article.outlet}: ${article.title}`, output.width, '  '));
    const why = `${when(article.joinedAt)}, ${article.score.toFixed(2)}: ${article.reason}`;
    line(output, color.dim(wrap(why, output.width, '      ')));
  }
  if (log.length > 0) line(output, `\n${color.bold('What was changed')}`);
  printMoves(output, log);
  printWordings(output, wordings);
}

/** For people: decisions in order, then the tags with their evidence. */
export function printExplanation(
  output: Output,
  { url: address, article, decisions, findings, links, place, moves, deliveries }: Explanation,
): void {
  const { color } = output;
  const section = (text: string) => line(output, `\n${color.bold(text)}`);
  heading(output, article?.title ?? address);
  if (article)
    line(
      output,
      color.dim(
        `${article.outlet} · ${article.grade}${article.storyId === null ? '' : ` · story ${article.storyId}`}`,
      ),
    );
  section('What was decided');
  for (const { at, step, outcome, reason } of decisions) {
    line(output, `  ${color.dim(when(at))}  ${step.padEnd(9)} ${color.yellow(outcome)}`);
    line(output, wrap(reason, output.width, '      '));
  }
  if (findings.length > 0) {
    section('What was found');
    table(
      output,
      ['tag', 'words', 'times', 'rule'],
      findings.map(({ kind, name, matched, count, rule }) => [
        `${kind} ${name}`,
        `“${matched}”`,
        count,
        rule,
      ]),
      3,
    );
  }
  if (links.length > 0) section('What it repeats');
  for (const { kind, score, ownShare, reason, ofOutlet, ofUrl } of links) {
    const own = ownShare === null ? '' : `, ${Math.round(ownShare * 100)} % of its sentences are its own`;
    const of = `${kind} (${score.toFixed(2)}) of ${ofOutlet}: ${reason}${own}; ${ofUrl}`;
    line(output, wrap(of, output.width, '  '));
  }
  if (place) {
    section('Why it is in its story');
    const score = place.score.toFixed(2);
    line(output, wrap(`story ${place.storyId}, ${place.title}`, output.width, '  '));
    line(output, wrap(`${when(place.joinedAt)}, ${score}: ${place.reason}`, output.width, '  '));
  }
  if (moves.length > 0) section('How it was moved');
  printMoves(output, moves);
  if (deliveries.length > 0) section('What was posted');
  for (const { channel, state, reason } of deliveries)
    line(output, `  ${channel}: ${state}${reason === null ? '' : ` (${plain(reason)})`}`);
  if (article?.sha256) {
    section('Evidence');
    line(output, `  fetched ${when(article.fetchedAt)}, SHA-256 ${article.sha256}`);
    line(output, `  read by ${article.extractor ?? '–'}, dossier ${article.dossierVersion}`);
  }
}
