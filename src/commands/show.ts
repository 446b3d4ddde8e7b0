import { type Command, InvalidArgumentError } from 'commander';
import { namesOf } from '../interactions/names.ts';
import { canonicalUrl } from '../link/identity.ts';
import { articleId, storyOfArticle } from '../query/article-id.ts';
import { knownPart } from '../query/day.ts';
import { type PrimarySource, primarySources } from '../query/press-lag.ts';
import { revisionsOf } from '../query/revisions.ts';
import { type StoryDetail, story } from '../query/stories.ts';
import type { Db } from '../store/db.ts';
import { type Context, createContext } from './context.ts';
import { CommandError } from './error.ts';
import { heading, json, line, type Output, table, when, wrap } from './output.ts';
import { paged } from './pager.ts';
import { printWordings } from './wordings.ts';

/** The number of a story given by a user, `12` or `#12`. */
export function storyId(text: string): number {
  const id = Number(/^#?(\d{1,15})$/.exec(text)?.[1] ?? 0);
  if (id < 1) throw new InvalidArgumentError('Write the number that `standoff stories` prints.');
  return id;
}

/** The story or article a user names: `12`, `#12`, or an address (canonical form). */
export function subject(text: string): number | string {
  return URL.canParse(text) ? canonicalUrl(text) : storyId(text);
}

/** A story with its primary sources. */
interface Shown extends StoryDetail {
  primarySources: PrimarySource[];
}

function shownStory(db: Db, of: number | string, language: 'de' | 'en'): Shown {
  const id = typeof of === 'number' ? of : storyOf(db, of);
  const found = story(db, id, language);
  if (found === undefined) throw new CommandError(`there is no story ${id}; \`standoff stories\` lists them`);
  return { ...found, primarySources: primarySources(db, id) };
}

/** The number of an article known by its canonical address. @throws {CommandError} when it is not stored */
export function knownArticle(db: Db, url: string): number {
  const id = articleId(db, url);
  if (id === null) throw new CommandError(`${url} is not stored; \`standoff explain\` may know why`);
  return id;
}

function storyOf(db: Db, url: string): number {
  const found = storyOfArticle(db, knownArticle(db, url));
  if (found === null) throw new CommandError(`${url} is in no story`);
  return found;
}

/** Comparing texts is loaded only where it is asked for. */
async function showRevisions(context: Context, of: number | string): Promise<void> {
  const { output, json: machine, reading, language } = context;
  const { printRevisions, withDiffs } = await import('./revisions.ts');
  const { found, names } = reading((db) => {
    if (typeof of === 'number') shownStory(db, of, language);
    const which = typeof of === 'string' ? { article: knownArticle(db, of) } : { story: of };
    return { found: revisionsOf(db, which), names: namesOf(db, language) };
  });
  const articles = withDiffs(found);
  if (machine) json(output, articles);
  else if (articles.every(({ revisions }) => revisions.length === 0))
    line(output, 'No text was changed since it was first read.');
  else paged(context, (paper) => printRevisions(paper, articles, { language, names }));
}

/** `standoff show`: one story, whole; or what was changed in its articles. */
export function register(program: Command): void {
  program
    .command('show')
    .description('show one story: summary, articles, who says what, dates, primary sources')
    .argument('<story>', 'its number, or the address of one of its articles', subject)
    .option('--revisions', 'what outlets changed in their texts, sentence by sentence')
    .addHelpText(
      'after',
      '\nExamples:\n  $ standoff show 12\n  $ standoff show https://www.example.org/meta-darf-trainieren --revisions',
    )
    .action(async (of: number | string, { revisions }: { revisions?: boolean }, command: Command) => {
      const context = createContext(command);
      const { output, json: machine, reading, language } = context;
      if (revisions) return showRevisions(context, of);
      const found = reading((db) => shownStory(db, of, language));
      if (machine) json(output, found);
      else paged(context, (paper) => print(paper, found));
    });
}

/** `45 min`, `3 h 10 min`, `2 d 4 h`. */
function duration(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const [big, small, names] =
    minutes < 1440
      ? [Math.floor(minutes / 60), minutes % 60, ['h', 'min']]
      : [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), ['d', 'h']];
  return small === 0 ? `${big} ${names[0]}` : `${big} ${names[0]} ${small} ${names[1]}`;
}

function printPrimary(output: Output, sources: readonly PrimarySource[]): void {
  if (sources.length > 0) line(output, `\n${output.color.bold('Primary sources')}`);
  for (const { outlet, at, url, followedBy } of sources) {
    line(output, wrap(`${outlet}, ${when(at)}: ${url}`, output.width, '  '));
    const lags = followedBy.map(
      ({ outlet: press, lagMinutes }) =>
        `${press} ${duration(Math.abs(lagMinutes))}${lagMinutes < 0 ? ' before' : ' later'}`,
    );
    if (lags.length > 0) line(output, output.color.dim(wrap(lags.join(', '), output.width, '    ')));
  }
}

/** Whose text an article has: `own`, `duplicate`, `duplicate, 45 % own`. */
function ownText({ reprintKind, ownShare }: StoryDetail['members'][number]): string {
  if (reprintKind === null) return 'own';
  const percent = Math.round((ownShare ?? 0) * 100);
  return percent === 0 ? reprintKind : `${reprintKind}, ${percent} % own`;
}

function print(output: Output, detail: Shown): void {
  const { color } = output;
  const section = (text: string) => line(output, `\n${color.bold(text)}`);
  heading(output, detail.title);
  const facts = [
    `story ${detail.id}`,
    detail.grade,
    detail.stage,
    `${when(detail.firstSeenAt)} – ${when(detail.lastSeenAt)}`,
  ];
  line(output, color.dim(wrap(facts.filter((fact) => fact !== null).join(' · '), output.width)));
  for (const { sentence, outlet } of detail.summary)
    line(output, `\n${wrap(`“${sentence}” (${outlet})`, output.width, '  ')}`);
  const tags = (label: string, values: string[]) => {
    if (values.length > 0) line(output, wrap(`${label}: ${values.join(', ')}`, output.width));
  };
  printWordings(output, detail.wordings);
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
    detail.dates.map((date) => `${knownPart(date)} (${date.type})`),
  );
  if (detail.statements.length > 0) section('Statements');
  for (const { form, quote, speaker, partyName, outlet } of detail.statements) {
    const who = [speaker, partyName === speaker ? null : partyName]
      .filter((name) => name !== null)
      .join(', ');
    const words = form === 'direct' ? `“${quote}”` : `${quote} (reported)`;
    line(output, wrap(`${who}: ${words} (${outlet})`, output.width, '  '));
  }
  printPrimary(output, detail.primarySources);
  section('Articles');
  table(
    output,
    ['when', 'article', 'outlet', 'agencies', 'text', 'title'],
    detail.members.map((member) => [
      when(member.at),
      member.id,
      member.outlet,
      member.agencies,
      detail.primarySources.some(({ articleId: id }) => id === member.id)
        ? 'primary'
        : (member.wall ?? ownText(member)),
      { text: member.title, url: member.url },
    ]),
    5,
  );
}
