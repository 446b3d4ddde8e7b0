import { coverageChart } from '../../charts/coverage.ts';
import { figures } from '../../charts/figures.ts';
import { type Choices, choices as choicesOf } from '../../query/choices.ts';
import { knownEvents } from '../../query/known-events.ts';
import { latestDay } from '../../query/latest-day.ts';
import { dates } from '../../query/lists.ts';
import { stories } from '../../query/stories.ts';
import { type CoverageDay, coverageDays, coverageMark } from '../../store/coverage-days.ts';
import type { Db } from '../../store/db.ts';
import { type Html, html, type Inner, outside, raw } from '../html.ts';
import { given } from '../params.ts';
import { dateType, day, facts, storyList, table } from '../parts.ts';
import { bad } from '../problem.ts';
import type { Page, Reading, View } from '../view.ts';

const PERIODS = [30, 90, 365];
const NEWEST = 8;
const UPCOMING = 8;
const DAY_MS = 86_400_000;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

interface Period {
  days: number;
  from: string;
  until: string;
}

/** So many days up to the latest article on the dispute. @throws {Problem} 400 on a period that there is not */
function periodOf({ db, query, now }: Reading): Period {
  const days = Number(given(query, 'days') ?? PERIODS[0]);
  if (!PERIODS.includes(days)) throw bad((words) => words.badDays);
  const until = latestDay(db) ?? dayOf(now.getTime());
  return { days, from: dayOf(Date.parse(until) - (days - 1) * DAY_MS), until };
}

/** The same figures as the chart's, for those who read them: a row a day that has any. */
function figureTable(view: View, rows: readonly CoverageDay[], { from, until }: Period): Html {
  const { words } = view;
  const of = figures(rows, { from, until, rest: words.others, unnamed: words.others });
  const cells = new Map(of.cells.map(({ step, series, count }) => [`${step} ${series}`, count]));
  const names = of.series.map(({ name }) => name);
  const lines = of.steps
    .filter((_, i) => (of.totals[i] ?? 0) > 0)
    .map((step): (Inner | number)[] => [
      day(view, of.step === 'month' ? step.slice(0, 7) : step),
      ...names.map((name) => cells.get(`${step} ${name}`) ?? 0),
    ])
    .reverse();
  return html`<details><summary>${words.figures}</summary>
${table(
  words.coverage,
  [words.steps[of.step], ...names],
  lines,
  names.map((_, i) => i + 1),
)}
</details>`;
}

/** Draws a chart that nobody sees: what draws takes most of a second to load, which no reader should wait for, and is quick
 * only once it has drawn some bars. */
export async function warmUp(): Promise<void> {
  const [from, until] = ['2025-01-01', '2025-02-28'];
  const rows = Array.from({ length: 400 }, (_, i) => ({
    day: dayOf(Date.parse(from) + (i % 59) * DAY_MS),
    series: `series ${i % 7}`,
    count: 1,
  }));
  await coverageChart({ rows, from, until, by: 'party', language: 'en' });
}

/** The chart with its figures, which is dear to draw and the same until another article or finding comes. */
async function draw(view: Reading, period: Period): Promise<Html> {
  const { db, language } = view;
  const { from, until } = period;
  const rows = coverageDays(db, { from, until, by: 'party', language });
  const { svg } = await coverageChart({ rows, from, until, by: 'party', language, width: 720, height: 230 });
  return html`<div class="chart" role="region" aria-labelledby="coverage" tabindex="0">${raw(svg)}</div>
${rows.length > 0 ? figureTable(view, rows, period) : ''}`;
}

const drawings = new WeakMap<Db, { mark: string; byPeriod: Map<string, Promise<Html>> }>();

/** The same, from memory where it still holds. */
function drawn(view: Reading, period: Period): Promise<Html> {
  const { db, language } = view;
  const mark = coverageMark(db);
  const known = drawings.get(db);
  const { byPeriod } = known?.mark === mark ? known : { byPeriod: new Map<string, Promise<Html>>() };
  drawings.set(db, { mark, byPeriod });
  const key = `${language} ${period.from} ${period.until}`;
  const drawing = byPeriod.get(key) ?? draw(view, period);
  byPeriod.set(key, drawing);
  drawing.catch(() => byPeriod.delete(key));
  return drawing;
}

async function coverageSection(view: Reading): Promise<Html> {
  const { words, href } = view;
  const period = periodOf(view);
  const links = PERIODS.map((days) =>
    days === period.days
      ? html`<li><a href="${href('/', { days })}" aria-current="true">${words.days(days)}</a></li>`
      : html`<li><a href="${href('/', { days })}">${words.days(days)}</a></li>`,
  );
  return html`<section aria-labelledby="coverage">
<div class="heading"><h2 id="coverage">${words.coverage}</h2>
<nav aria-label="${words.period}"><ul class="periods">${links}</ul></nav></div>
${await drawn(view, period)}
</section>`;
}

interface Upcoming {
  day: string;
  what: Inner;
  told: string;
}

/** What is to come: the dossier's events, and days that articles name. */
function upcoming(view: Reading, choices: Choices): Upcoming[] {
  const { words, db, language, now, href } = view;
  const today = dayOf(now.getTime());
  const known = knownEvents(db, language, { since: today })
    .filter((event) => event.day >= today)
    .map((event) => ({
      day: event.day,
      what: outside(event.urls[0] ?? null, event.text),
      told: words.knownEvent,
    }));
  const named = dates(db, { limit: UPCOMING }, today).map((row) => {
    const name = dateType(view, choices, row.type);
    return {
      day: row.day,
      what: row.storyId === null ? name : html`<a href="${href(`/stories/${row.storyId}`)}">${name}</a>`,
      told: words.namedBy(row.outlets),
    };
  });
  return [...known, ...named].sort((a, b) => a.day.localeCompare(b.day)).slice(0, UPCOMING);
}

function upcomingSection(view: Reading, choices: Choices): Html {
  const { words } = view;
  const items = upcoming(view, choices).map(
    (item) => html`<li>${day(view, item.day)} <div>${item.what}${facts([item.told])}</div></li>\n`,
  );
  return html`<section class="upcoming" aria-labelledby="upcoming">
<h2 id="upcoming">${words.upcoming}</h2>
${items.length === 0 ? html`<p class="none">${words.noUpcoming}</p>` : html`<ul>${items}</ul>`}
</section>`;
}

/** What happened lately and what is to come. @throws {Problem} */
export async function overviewPage(view: Reading): Promise<Page> {
  const { words, db, language, href, title } = view;
  const rows = stories(db, { limit: NEWEST });
  const choices = choicesOf(db, language);
  return {
    title,
    body: html`<h1>${title}</h1>
${await coverageSection(view)}
<div class="columns">
<section aria-labelledby="newest">
<h2 id="newest">${words.newest}</h2>
${rows.length === 0 ? html`<p class="none">${words.noStory}</p>` : storyList(view, choices, rows, 'h3')}
<p><a href="${href('/stories')}">${words.allStories} →</a></p>
</section>
${upcomingSection(view, choices)}
</div>`,
  };
}
