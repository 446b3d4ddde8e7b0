import { type Command, InvalidArgumentError } from 'commander';
import { type StoryDetail, story } from '../query/stories.ts';
import { createContext } from './context.ts';
import { CommandError } from './error.ts';
import { json, line, type Output, plain, table, when, wrap } from './output.ts';

/** The number of a story given by a user, `12` or `#12`. */
export function storyId(text: string): number {
  const id = Number(text.replace(/^#/, ''));
  if (!Number.isSafeInteger(id) || id < 1)
    throw new InvalidArgumentError('Write the number that `standoff stories` prints.');
  return id;
}

/** `standoff show`: one story, whole. */
export function register(program: Command): void {
  program
    .command('show')
    .description('show one story: summary, articles, who says what, dates')
    .argument('<story>', 'its number', storyId)
    .addHelpText('after', '\nExample:\n  $ standoff show 12')
    .action((id: number, _options: object, command: Command) => {
      const { output, json: machine, reading, language } = createContext(command);
      const found = reading((db) => story(db, id, language));
      if (found === undefined)
        throw new CommandError(`there is no story ${id}; \`standoff stories\` lists them`);
      if (machine) json(output, found);
      else print(output, found);
    });
}

function print(output: Output, detail: StoryDetail): void {
  const { color } = output;
  const heading = (text: string) => line(output, `\n${color.bold(text)}`);
  line(output, color.bold(plain(detail.title)));
  const facts = [
    `story ${detail.id}`,
    detail.grade,
    detail.stage,
    `${when(detail.firstSeenAt)} – ${when(detail.lastSeenAt)}`,
  ];
  line(output, color.dim(facts.filter((fact) => fact !== null).join(' · ')));
  for (const { sentence, outlet } of detail.summary)
    line(output, `\n${wrap(`“${sentence}” (${outlet})`, output.width, '  ')}`);
  const tags = (label: string, values: string[]) => {
    if (values.length > 0) line(output, wrap(`${label}: ${values.join(', ')}`, output.width));
  };
  line(output);
  tags(
    'Parties',
    detail.parties.map(({ name }) => name),
  );
  tags(
    'Topics',
    detail.topics.map(({ name }) => name),
  );
  tags('Dockets', detail.dockets);
  tags(
    'Dates',
    detail.dates.map(({ day, type }) => `${day} (${type})`),
  );
  if (detail.statements.length > 0) heading('Statements');
  for (const { quote, speaker, party, outlet } of detail.statements)
    line(output, wrap(`${speaker ?? party ?? '?'}: “${quote}” (${outlet})`, output.width, '  '));
  heading('Articles');
  table(
    output,
    ['when', 'outlet', 'agencies', 'text', 'title'],
    detail.members.map((member) => [
      when(member.at),
      member.outlet,
      member.agencies,
      member.wall ?? member.reprintKind ?? 'own',
      member.title,
    ]),
    4,
  );
}
