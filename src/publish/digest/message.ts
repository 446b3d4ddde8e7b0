import { type CoverageChart, coverageChart, coverageText, toPng } from '../../charts/index.ts';
import { fitLines } from '../discord/markdown.ts';
import type { Line, Message, MessageField, Picture } from '../message.ts';
import { type Words, wordsOf } from '../words.ts';
import type { DigestContent, DigestDate, DigestStory } from './content.ts';
import { type DigestWords, digestWords, percent, period } from './words.ts';

/** px; twice the chart's own width, for sharp letters. */
const PICTURE_WIDTH = 1280;
/** Of all stories, in Discord's markdown: with developments, dates and figures they stay below 6,000 characters, and
 * nobody reads more. */
const STORIES_LENGTH = 2_800;
const SENTENCE = 240;
const DEVELOPMENTS = 5;
const DATES = 6;

const text = (value: string, strong = false): Line[number] => ({
  kind: 'text',
  text: value,
  ...(strong && { strong }),
});
const dim = (value: string): Line[number] => ({ kind: 'dim', text: value });
const link = (value: string, url: string): Line[number] => ({ kind: 'link', text: value, url });

function figures({ figures: of, language }: DigestContent, words: DigestWords, common: Words): Line {
  const said = words.figures(
    ...[common.articles(of.articles), words.outlets(of.outlets)],
    ...[words.countries(of.countries), words.stories(of.stories)],
  );
  const agency = of.agency === 0 ? '.' : `; ${words.agency(percent(of.agency / of.articles, language))}.`;
  return [dim(`${said}${agency}`)];
}

/** A story in two lines: what it is called, how far it is and how many tell it; what one of them says. */
function story({ title, url, outlet, stage, outlets, sentence }: DigestStory, words: DigestWords): Line[] {
  const what = [stage, outlets > 1 ? words.outlets(outlets) : outlet].filter((part) => part !== null);
  const heading: Line = [text('• '), link(title, url), ...what.map((part) => text(` · ${part}`))];
  if (sentence === null || sentence.text.length > SENTENCE) return [heading];
  return [heading, [text(sentence.text), dim(' — '), link(sentence.outlet, sentence.url)]];
}

const lengthOf = (lines: Line[]): number => fitLines(lines, Number.POSITIVE_INFINITY).text.length + 1;

/** The weightiest stories as far as the room reaches; how many are left out is said. */
function stories({ stories: all, figures: { stories: total } }: DigestContent, words: DigestWords): Line[] {
  const lines: Line[] = [];
  let [room, told] = [STORIES_LENGTH, 0];
  for (const item of all) {
    const said = [[], ...story(item, words)];
    room -= lengthOf(said);
    if (room < 0 && told > 0) break;
    lines.push(...said);
    told += 1;
  }
  return total > told ? [...lines, [], [dim(words.more(total - told))]] : lines;
}

/** The first so many lines, and how many there were beyond. */
function first(lines: Line[], most: number, words: DigestWords): Line[] {
  const rest = lines.length - most;
  return rest > 0 ? [...lines.slice(0, most), [dim(words.more(rest))]] : lines;
}

function developments({ stories: all }: DigestContent, words: DigestWords): MessageField[] {
  const lines = all
    .filter(({ stageBefore }) => stageBefore !== null)
    .map(
      ({ title, url, stage, stageBefore }): Line => [
        text(`${stageBefore} → `),
        text(stage ?? '', true),
        text(': '),
        link(title, url),
      ],
    );
  return lines.length > 0
    ? [{ name: words.developments, lines: first(lines, DEVELOPMENTS, words), inline: false }]
    : [];
}

function dates({ dates: all }: DigestContent, words: DigestWords, common: Words): MessageField[] {
  const lines = all.map(({ day, type, text: what, url }: DigestDate): Line => {
    const name = type === null ? '' : (common.dates[type] ?? common.dates.other ?? type);
    const told = url === null ? text(what) : link(what, url);
    return [{ kind: 'day', day }, text(name ? ` — ${name}: ` : ' — '), told];
  });
  return lines.length > 0 ? [{ name: words.dates, lines: first(lines, DATES, words), inline: false }] : [];
}

/** The chart of a digest as its message shows it. */
export function digestPicture({ chart, language, cadence, until }: DigestContent): Picture {
  const whole: CoverageChart = { ...chart, language };
  const { title, description, sparkline } = coverageText(whole);
  return {
    name: `${cadence}-${until.slice(0, 10)}.png`,
    alt: `${title}: ${description}`,
    lines: [[dim(title)], [text(sparkline), dim(` ${period(chart, language)}`)]],
    png: async () => toPng((await coverageChart(whole)).svg, { width: PICTURE_WIDTH }),
  };
}

/** The content without what was withdrawn since: a story goes with its lead, a sentence alone. */
function standing(content: DigestContent, isWithdrawn: (articleId: number) => boolean): DigestContent {
  const stories = content.stories
    .filter(({ leadArticleId }) => !isWithdrawn(leadArticleId))
    .map((item) =>
      item.sentence && isWithdrawn(item.sentence.articleId) ? { ...item, sentence: null } : item,
    );
  const gone = content.stories.length - stories.length;
  return {
    ...content,
    figures: { ...content.figures, stories: content.figures.stories - gone },
    stories,
    dates: content.dates.filter(({ articleId }) => articleId === null || !isWithdrawn(articleId)),
  };
}

/**
 * A digest as a message: what happened story by story, what changed, what comes next, and a chart. Nothing of an article
 * that its agency withdrew is told, however late the message is made.
 */
export function digestMessage(
  content: DigestContent,
  isWithdrawn: (articleId: number) => boolean = () => false,
): Message {
  const { language, cadence, days } = content;
  const told = standing(content, isWithdrawn);
  const [words, common] = [digestWords(language), wordsOf(language)];
  return {
    language,
    kicker: null,
    languages: content.languages,
    title: `${words.title[cadence]}, ${period(cadence === 'daily' ? { from: days.until, until: days.until } : days, language)}`,
    url: null,
    body: [figures(told, words, common), ...stories(told, words)],
    fields: [...developments(told, words), ...dates(told, words, common)],
    footer: words.title[cadence],
    at: content.until,
    tone: 'overview',
    picture: digestPicture(content),
  };
}
