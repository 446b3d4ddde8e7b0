import { z } from 'zod';
import { knownPart } from '../../query/day.ts';
import { mergedInto } from '../../query/merged-story.ts';
import { story } from '../../query/stories.ts';
import type { Db } from '../../store/db.ts';
import { address, clean, excerpts, NOTICE, quoted, sourceLines, sourceSchema } from '../quoting.ts';
import { type Answer, type Tool, ToolError } from '../tool.ts';

const input = z.strictObject({
  id: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).describe('number of the story'),
});

const tag = z.object({ id: z.string(), name: z.string(), articles: z.number() });

const output = z.object({
  notice: z.string(),
  id: z.number(),
  title: z.string(),
  stage: z.string().nullable(),
  grade: z.string(),
  firstSeenAt: z.string(),
  lastSeenAt: z.string(),
  summary: z.array(
    z.object({ articleId: z.number(), language: z.string(), sentence: z.string(), outlet: z.string() }),
  ),
  parties: z.array(tag),
  topics: z.array(tag),
  dockets: z.array(z.string()),
  dates: z.array(z.object({ day: z.string(), type: z.string(), outlet: z.string() })),
  statements: z.array(
    z.object({
      articleId: z.number(),
      form: z.string().describe('direct: word for word; reported: in the outlet’s words'),
      party: z.string().nullable(),
      speaker: z.string().nullable(),
      quote: z.string(),
      outlet: z.string(),
    }),
  ),
  articles: z.array(
    z.object({
      articleId: z.number(),
      title: z.string(),
      outlet: z.string(),
      date: z.string(),
      language: z.string(),
      agencies: z.string().nullable(),
      copyOf: z.string().nullable().describe('duplicate or contained-in where its text is another’s'),
      revisions: z.number(),
      reason: z.string().describe('why it is in this story'),
      url: z.string(),
    }),
  ),
  moreArticles: z.number().describe('so many more articles belong to it'),
  sources: z.array(sourceSchema),
});
type Story = z.output<typeof output>;

const MOST_ARTICLES = 60;

/** A story whole, as text and data. @throws {ToolError} where there is none of that number */
export function tellStory(db: Db, id: number, language: 'de' | 'en'): Answer<Story> {
  const found = story(db, id, language);
  if (found === undefined) {
    const into = mergedInto(db, id);
    if (into !== null) throw new ToolError(`Story ${id} is part of story ${into} now.`);
    throw new ToolError(`There is no story ${id}. search and timeline name those there are.`);
  }
  const members = found.members.slice(0, MOST_ARTICLES);
  const shown = excerpts(db, [
    ...members.map((member) => member.id),
    ...found.summary.map(({ articleId }) => articleId),
    ...found.statements.map(({ articleId }) => articleId),
  ]);
  const data: Story = {
    notice: NOTICE,
    ...{ id, title: clean(found.title), stage: found.stage, grade: found.grade },
    ...{ firstSeenAt: found.firstSeenAt, lastSeenAt: found.lastSeenAt },
    summary: found.summary.flatMap((line) => {
      const sentence = shown.take(line.articleId, line.sentence);
      return sentence === null
        ? []
        : [{ articleId: line.articleId, language: line.language, sentence, outlet: clean(line.outlet) }];
    }),
    ...{ parties: found.parties, topics: found.topics, dockets: found.dockets.map(clean) },
    dates: found.dates.map((date) => ({ day: knownPart(date), type: date.type, outlet: clean(date.outlet) })),
    statements: found.statements.flatMap(({ articleId, form, party, speaker, quote, outlet }) => {
      const words = shown.take(articleId, quote);
      const who = { party, speaker: speaker === null ? null : clean(speaker) };
      return words === null ? [] : [{ articleId, form, ...who, quote: words, outlet: clean(outlet) }];
    }),
    articles: members.map(
      ({ id: articleId, title, outlet, at, language: of, agencies, reprintKind, revisions, reason, url }) => {
        shown.cite(articleId);
        const about = { articleId, title: clean(title), outlet: clean(outlet), date: at, language: of };
        return {
          ...about,
          agencies,
          copyOf: reprintKind,
          revisions,
          reason: clean(reason),
          url: address(url),
        };
      },
    ),
    moreArticles: found.members.length - members.length,
    sources: [],
  };
  data.sources = shown.sources();
  return { data, text: inWords(data) };
}

function inWords(story: Story): string {
  const list = (label: string, values: readonly string[]) =>
    values.length === 0 ? [] : [`${label}: ${values.join(', ')}`];
  return [
    `Story ${story.id} · ${story.grade}${story.stage === null ? '' : ` · ${story.stage}`} · ${story.firstSeenAt.slice(0, 10)} to ${story.lastSeenAt.slice(0, 10)}`,
    quoted(story.title),
    NOTICE,
    ...story.summary.map(
      ({ sentence, outlet, articleId }) => `\n${quoted(sentence)} (${outlet}, article ${articleId})`,
    ),
    '',
    ...list(
      'Parties',
      story.parties.map(({ id, name }) => `${name} (${id})`),
    ),
    ...list(
      'Topics',
      story.topics.map(({ id, name }) => `${name} (${id})`),
    ),
    ...list('Case numbers', story.dockets),
    ...list(
      'Dates',
      story.dates.map(({ day, type }) => `${day} ${type}`),
    ),
    ...(story.statements.length === 0 ? [] : ['', 'Statements:']),
    ...story.statements.map(
      ({ form, speaker, party, quote, outlet, articleId }) =>
        `- ${speaker ?? party ?? 'unnamed'}, ${form === 'direct' ? 'word for word' : 'reported'}: ${quoted(quote)} (${outlet}, article ${articleId})`,
    ),
    ...sourceLines(story.sources),
    ...(story.moreArticles > 0 ? [`and ${story.moreArticles} more articles`] : []),
  ].join('\n');
}

/** One story with its articles, summary, statements and dates. */
export const storyTool: Tool<typeof input, typeof output> = {
  name: 'story',
  title: 'Tell a story',
  description:
    'One event as the press told it: an extractive summary, parties, topics, case numbers, dates, who said what, and every article on it with its outlet and address.',
  input,
  output,
  run: (db, { id }, { language }) => tellStory(db, id, language),
};
