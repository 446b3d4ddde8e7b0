import { type Choices, choices as choicesOf } from '../../../query/choices.ts';
import { knownPart } from '../../../query/day.ts';
import { primarySources } from '../../../query/press-lag.ts';
import { revisionsOf } from '../../../query/revisions.ts';
import { type StoryDetail, story } from '../../../query/stories.ts';
import { storyCoverage } from '../../../query/story-coverage.ts';
import { type Excerpts, excerptsOf } from '../../excerpts.ts';
import { foreign, type Html, html, type Inner, joined, outside } from '../../html.ts';
import { badges, dateType, day, facts, moment } from '../../parts.ts';
import { missing } from '../../problem.ts';
import type { Page, Reading, View } from '../../view.ts';
import { articlesSection, primarySection } from './articles.ts';
import { coverageSection } from './coverage.ts';
import { revisionsSection } from './revisions.ts';
import { statementsSection } from './statements.ts';

/** The summary in the reader's language where the story has one, else in its own. */
function summary(view: View, { summary: all }: StoryDetail, fits: Excerpts): Html | '' {
  const language = all.some((one) => one.language === view.language) ? view.language : all[0]?.language;
  const shown = all.filter((one) => one.language === language && fits(one.articleId, one.sentence));
  if (shown.length === 0) return '';
  const sentences = shown.map(
    ({ sentence, outlet, url }) =>
      html`<p>${foreign(sentence, language)} <cite>${outside(url, foreign(outlet))}</cite></p>\n`,
  );
  return html`<section class="summary" aria-label="${view.words.summary}">
${sentences}</section>`;
}

/** The summary as a language model worded it, where one was asked and believed, with the articles that bear it. */
function wording(view: View, { wordings }: StoryDetail): Html | '' {
  const found = wordings.find(({ state, language }) => state === 'accepted' && language === view.language);
  if (found === undefined) return '';
  const sentences = found.sentences.map(
    ({ sentence, outlet, url }) => html`<p>${sentence} <cite>${outside(url, foreign(outlet))}</cite></p>\n`,
  );
  return html`<section class="summary" aria-label="${view.words.wording}">
${sentences}<p class="facts">${view.words.wordedBy(found.model)}</p>
</section>`;
}

function tagRow(label: string, parts: readonly Inner[]): Html | '' {
  return parts.length === 0 ? '' : html`<div><dt>${label}</dt><dd>${joined(parts, ', ')}</dd></div>\n`;
}

function tags(view: View, choices: Choices, found: StoryDetail): Html {
  const { words, href } = view;
  const stories = (filter: string, list: readonly { id: string; name: string }[]) =>
    list.map(({ id, name }) => html`<a href="${href('/stories', { [filter]: id })}">${name}</a>`);
  const dockets = found.dockets.map(
    (docket) => html`<a href="${href('/timeline', { docket })}">${foreign(docket)}</a>`,
  );
  const dates = found.dates.map((date) => {
    const week = date.precision === 'week' ? `${words.steps.week} ` : '';
    return html`${week}${day(view, knownPart(date))} (${dateType(view, choices, date.type)})`;
  });
  return html`<dl class="tags">
${tagRow(words.parties, stories('party', found.parties))}${tagRow(words.topics, stories('topic', found.topics))}${tagRow(words.dockets, dockets)}${tagRow(words.dates, dates)}</dl>`;
}

function head(view: View, choices: Choices, found: StoryDetail): Html {
  const { words } = view;
  return html`<h1>${outside(found.url, foreign(found.title, found.language))}</h1>
${facts([
  html`${badges(view, choices, found.stage, found.grade)}${moment(view, found.firstSeenAt)} – ${moment(view, found.lastSeenAt)}`,
  found.outlet === null ? null : foreign(found.outlet),
  words.outlets(found.outlets),
  words.articles(found.articles),
])}`;
}

/** One story, whole. @throws {Problem} 404 where there is none of that number */
export function storyPage(view: Reading, id: number): Page {
  const { db, language, words, subject } = view;
  const found = story(db, id, language);
  const coverage = storyCoverage(db, id, language);
  if (found === undefined || coverage === undefined) throw missing((say) => say.noSuchStory(id));
  const { members } = found;
  const choices = choicesOf(db, language);
  const releases = primarySources(db, id);
  const fits = excerptsOf(
    db,
    members.map((member) => member.id),
  );
  const sections = [
    wording(view, found),
    summary(view, found, fits),
    tags(view, choices, found),
    statementsSection(view, coverage.statements, members, fits),
    articlesSection(view, members, releases),
    primarySection(view, releases),
    revisionsSection(view, subject.compare(revisionsOf(db, { story: id })), fits),
    coverageSection(view, coverage),
  ];
  return {
    title: found.title,
    body: html`<p class="facts kicker">${words.story(id)}</p>
${head(view, choices, found)}
${joined(sections, '\n')}`,
  };
}
