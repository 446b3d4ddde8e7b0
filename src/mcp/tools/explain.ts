import { z } from 'zod';
import { type Explanation, explain } from '../../query/explain.ts';
import {
  address,
  clean,
  excerpts,
  NOTICE,
  quoted,
  type Source,
  sourceLines,
  sourceSchema,
} from '../quoting.ts';
import { type Tool, ToolError } from '../tool.ts';

const input = z.strictObject({
  url: z
    .url({ protocol: /^(?:https?|urn)$/, error: 'a whole address, such as https://www.example.org/page' })
    .max(2000)
    .describe('address of an article, in any form'),
});

const output = z.object({
  notice: z.string(),
  url: z.string().describe('the form it is known by'),
  article: z
    .object({
      articleId: z.number(),
      title: z.string(),
      outlet: z.string(),
      grade: z.string(),
      storyId: z.number().nullable(),
      fetchedAt: z.string().nullable(),
      sha256: z.string().nullable().describe('of the bytes as fetched'),
      extractor: z.string().nullable(),
    })
    .nullable(),
  decisions: z.array(z.object({ at: z.string(), step: z.string(), outcome: z.string(), reason: z.string() })),
  findings: z.array(
    z.object({
      kind: z.string(),
      id: z.string(),
      name: z.string(),
      words: z.string(),
      rule: z.string(),
      times: z.number(),
    }),
  ),
  repeats: z.array(z.object({ kind: z.string(), outlet: z.string(), url: z.string(), reason: z.string() })),
  place: z
    .object({ storyId: z.number(), since: z.string(), reason: z.string() })
    .nullable()
    .describe('how it came into its story'),
  moves: z.array(
    z.object({
      at: z.string(),
      kind: z.string(),
      from: z.number(),
      to: z.number(),
      by: z.string(),
      reason: z.string(),
    }),
  ),
  posted: z.array(z.object({ channel: z.string(), state: z.string() })),
  sources: z.array(sourceSchema),
});
type Explained = z.output<typeof output>;

const MOST = 60;

function inWords(told: Explained): string {
  const { article } = told;
  return [
    article === null
      ? `${told.url} is not stored as an article.`
      : `article ${article.articleId} · ${article.outlet} · ${article.grade}${article.storyId === null ? '' : ` · story ${article.storyId}`} · ${quoted(article.title)}`,
    NOTICE,
    ...(told.decisions.length === 0 ? [] : ['', 'What was decided:']),
    ...told.decisions.map(
      ({ at, step, outcome, reason }) => `- ${at} ${step}: ${outcome}: ${quoted(reason)}`,
    ),
    ...(told.findings.length === 0 ? [] : ['', 'What was found:']),
    ...told.findings.map(
      ({ kind, name, words, rule, times }) => `- ${kind} ${name}: ${quoted(words)}, ×${times}, rule ${rule}`,
    ),
    ...told.repeats.map(({ kind, outlet, url, reason }) => `- ${kind} of ${outlet}: ${reason}; ${url}`),
    ...(told.place === null
      ? []
      : [`- in story ${told.place.storyId} since ${told.place.since}: ${quoted(told.place.reason)}`]),
    ...told.moves.map(
      ({ at, kind, from, to, by, reason }) =>
        `- ${at} ${kind} from story ${from} to ${to} by ${by}: ${quoted(reason)}`,
    ),
    ...told.posted.map(({ channel, state }) => `- posted to ${channel}: ${state}`),
    ...sourceLines(told.sources),
  ].join('\n');
}

/** What was stored, bounded and cleaned of what no answer may hold. */
function toldOf(found: Explanation, sources: Source[]): Explained {
  const { article, place } = found;
  return {
    notice: NOTICE,
    url: address(found.url),
    article: article && {
      ...{ articleId: article.id, title: clean(article.title), outlet: clean(article.outlet) },
      ...{ grade: article.grade, storyId: article.storyId, fetchedAt: article.fetchedAt },
      ...{ sha256: article.sha256, extractor: article.extractor },
    },
    decisions: found.decisions
      .slice(-MOST)
      .map(({ at, step, outcome, reason }) => ({ at, step, outcome, reason: clean(reason) })),
    findings: found.findings.slice(0, MOST).map(({ kind, ref, name, matched, rule, count }) => ({
      ...{ kind, id: clean(ref), name: clean(name), words: clean(matched), rule, times: count },
    })),
    repeats: found.links.slice(0, MOST).map(({ kind, ofOutlet, ofUrl, reason }) => ({
      ...{ kind, outlet: clean(ofOutlet), url: address(ofUrl), reason: clean(reason) },
    })),
    place: place && { storyId: place.storyId, since: place.joinedAt, reason: clean(place.reason) },
    moves: found.moves.slice(-MOST).map(({ at, kind, from, to, by, reason }) => ({
      ...{ at, kind, from, to, by: clean(by), reason: clean(reason) },
    })),
    posted: found.deliveries.map(({ channel, state }) => ({ channel, state })),
    sources,
  };
}

/** Why an article was kept, tagged, grouped, posted or dropped. */
export const explainTool: Tool<typeof input, typeof output> = {
  name: 'explain',
  title: 'Explain an article',
  description:
    'Why one article was kept, tagged, grouped, posted or dropped: every decision about its address with its reason, and every tag with the words and the rule behind it.',
  input,
  output,
  run(db, { url }, { canonicalUrl, language }) {
    const found = explain(db, canonicalUrl(url), language);
    const { article } = found;
    if (article === null && found.decisions.length === 0)
      throw new ToolError(`${clean(found.url)} was never met: it stood in no feed that was polled.`);
    const shown = excerpts(db, article === null ? [] : [article.id]);
    if (article) shown.cite(article.id);
    const data = toldOf(found, shown.sources());
    return { data, text: inWords(data) };
  },
};
