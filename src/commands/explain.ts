import { type Command, InvalidArgumentError } from 'commander';
import { canonicalUrl } from '../link/identity.ts';
import { type Explanation, explain } from '../query/explain.ts';
import { createContext } from './context.ts';
import { CommandError } from './error.ts';
import { json, line, type Output, plain, table, when, wrap } from './output.ts';
import { paged } from './pager.ts';

function url(text: string): string {
  if (!URL.canParse(text))
    throw new InvalidArgumentError('Write the whole address, such as https://www.example.org/page.');
  return text;
}

/** `standoff explain`: why an article was kept, tagged, grouped, posted or dropped. */
export function register(program: Command): void {
  program
    .command('explain')
    .description('why an article was kept, tagged, grouped, posted or dropped')
    .argument('<url>', 'its address, in any form', url)
    .addHelpText('after', '\nExample:\n  $ standoff explain https://www.example.org/meta-darf-trainieren')
    .action((address: string, _options: object, command: Command) => {
      const context = createContext(command);
      const { output, json: machine, reading, language } = context;
      const found = reading((db) => explain(db, canonicalUrl(address), language));
      if (machine) return json(output, found);
      if (found.decisions.length === 0 && found.article === null)
        throw new CommandError(
          `${found.url} was never met; it stood in no feed that was polled, or its feed is not in config/sources.yaml`,
        );
      paged(context, (paper) => printExplanation(paper, found));
    });
}

/** For people: decisions in order, then the tags with their evidence. */
export function printExplanation(
  output: Output,
  { url: address, article, decisions, findings, links, deliveries }: Explanation,
): void {
  const { color } = output;
  const heading = (text: string) => line(output, `\n${color.bold(text)}`);
  line(output, color.bold(plain(article?.title ?? address)));
  if (article)
    line(
      output,
      color.dim(
        `${article.outlet} · ${article.grade}${article.storyId === null ? '' : ` · story ${article.storyId}`}`,
      ),
    );
  heading('What was decided');
  for (const { at, step, outcome, reason } of decisions) {
    line(output, `  ${color.dim(when(at))}  ${step.padEnd(9)} ${color.yellow(outcome)}`);
    line(output, wrap(reason, output.width, '      '));
  }
  if (findings.length > 0) {
    heading('What was found');
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
  if (links.length > 0) heading('What it repeats');
  for (const { kind, score, reason, ofOutlet, ofUrl } of links)
    line(
      output,
      wrap(`${kind} (${score.toFixed(2)}) of ${ofOutlet}: ${reason}; ${ofUrl}`, output.width, '  '),
    );
  if (deliveries.length > 0) heading('What was posted');
  for (const { channel, state, reason } of deliveries)
    line(output, `  ${channel}: ${state}${reason === null ? '' : ` (${plain(reason)})`}`);
  if (article?.sha256) {
    heading('Evidence');
    line(output, `  fetched ${when(article.fetchedAt)}, SHA-256 ${article.sha256}`);
    line(output, `  read by ${article.extractor ?? '–'}, dossier ${article.dossierVersion}`);
  }
}
