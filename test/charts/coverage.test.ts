import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { type CoverageChart, coverageChart, type DayCount, PALETTE } from '../../src/charts/index.ts';

const ROWS: DayCount[] = [
  { day: '2025-05-12', series: 'hearing', count: 2 },
  { day: '2025-05-13', series: 'hearing', count: 1 },
  { day: '2025-05-13', series: 'ruling', count: 4 },
  { day: '2025-05-13', series: null, count: 3 },
];

const draw = (fields: Partial<CoverageChart> = {}) =>
  coverageChart({
    ...{ rows: ROWS, from: '2025-05-12', until: '2025-05-18', by: 'stage', language: 'en' },
    ...fields,
  });

const bars = (svg: string) => {
  const $ = load(svg, { xml: true });
  return $('rect > title')
    .map((_, title) => ({
      says: $(title).text(),
      height: Number($(title).parent().attr('height')),
      colour: $(title).parent().attr('fill'),
    }))
    .get();
};

test('each part of a bar is as high as its figure, and says it', async () => {
  const parts = bars((await draw()).svg);
  expect(parts.map(({ says }) => says).sort()).toEqual([
    '12 May 2025: hearing 2',
    '13 May 2025: hearing 1',
    '13 May 2025: no stage named 3',
    '13 May 2025: ruling 4',
  ]);
  const unit = (says: string) => parts.find((part) => part.says.endsWith(says))?.height ?? 0;
  // Half a pixel parts the pieces of a bar.
  expect((unit('ruling 4') + 0.5) / (unit('hearing 1') + 0.5)).toBeCloseTo(4, 1);
});

test('who does not see the chart is told its figures', async () => {
  const { svg, description } = await draw();
  // Libraries of dates differ in the blanks around the dash.
  expect(description.replace(/\s–\s/, '–')).toBe(
    '10 articles, 12–18 May 2025. Most: 13 May 2025 (8). ruling 4, hearing 3, no stage named 3.',
  );
  const $ = load(svg, { xml: true });
  expect($('svg').attr('role')).toBe('img');
  expect($('desc').text()).toBe(description);
  const named = $('svg').attr('aria-labelledby')?.split(' ');
  expect(named).toEqual([$('svg > title').attr('id'), $('desc').attr('id')]);
});

test('German readers get German words, numbers and dates', async () => {
  const rows = [{ day: '2025-05-13', series: 'Urteil', count: 1204 }];
  const { svg, title, description } = await draw({ rows, language: 'de' });
  expect(title).toBe('Artikel nach Verfahrensstand, je Tag');
  expect(description.replace(/\s–\s/, '–')).toBe(
    '1.204 Artikel, 12.–18. Mai 2025. Am meisten: 13. Mai 2025 (1.204). Urteil 1.204.',
  );
  const texts = load(svg, { xml: true })('text').text();
  expect(texts).toContain('Artikel je Tag');
  expect(texts).toContain('18. Mai');
});

test('an article that names several parties is said to count for each', async () => {
  const { description } = await draw({ by: 'party' });
  expect(description).toContain('10 mentions');
  expect(description).toContain('counts for each');
});

test('the largest six series keep their names, the others are one', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => ({ day: '2025-05-12', series: `p${i}`, count: i + 1 }));
  const { svg, description } = await draw({ rows });
  const $ = load(svg, { xml: true });
  const legend = $('g').last().children('text');
  expect(legend.map((_, text) => $(text).text()).get()).toEqual([
    'p11',
    'p10',
    'p9',
    'p8',
    'p7',
    'p6',
    'others',
  ]);
  expect(description).toContain('others 21.');
  const colours = bars(svg).map(({ colour }) => colour);
  expect(new Set(colours).size).toBe(7);
});

test('what belongs to no series comes last, in a grey of its own', async () => {
  const rows = [...ROWS, { day: '2025-05-12', series: null, count: 90 }];
  const { svg, description } = await draw({ rows });
  expect(description).toContain('ruling 4, hearing 3, no stage named 93.');
  const colours = new Map(bars(svg).map(({ says, colour }) => [says, colour]));
  expect(PALETTE).not.toContain(colours.get('12 May 2025: no stage named 90'));
});

test('a series that is called like the rest is counted with it', async () => {
  const rows = Array.from({ length: 9 }, (_, i) => ({
    day: '2025-05-12',
    series: i ? `p${i}` : 'others',
    count: 9 - i,
  }));
  const { description } = await draw({ rows });
  expect(description).toContain('45 articles');
  expect(description.match(/others/g)).toHaveLength(1);
});

test('what lies outside the period, or is no count, is not drawn', async () => {
  const stray = [
    { day: '2025-05-11', series: 'hearing', count: 9 },
    { day: '2025-05-19', series: 'hearing', count: 9 },
    { day: '2025-05-14', series: 'hearing', count: Number.NaN },
    { day: '2025-05-14', series: 'hearing', count: -3 },
  ];
  expect((await draw({ rows: [...ROWS, ...stray] })).description).toBe((await draw()).description);
});

test('its bars can stand as letters where there are no pictures', async () => {
  expect((await draw()).sparkline).toBe('▂█·····');
});

test('a period without articles is said to have none', async () => {
  const { svg, description } = await draw({ rows: [] });
  expect(load(svg, { xml: true })('text').text()).toContain('No articles in this period');
  expect(description).toBe('No articles in this period.');
});

test('a long period is shown by week, a longer one by month, and loses nothing', async () => {
  const rows = [
    { day: '2024-01-03', series: 'a', count: 1 },
    { day: '2024-01-05', series: 'a', count: 2 },
    { day: '2024-05-31', series: 'a', count: 4 },
  ];
  const half = await draw({ rows, from: '2024-01-01', until: '2024-06-30' });
  expect(bars(half.svg).map(({ says }) => says)).toEqual([
    'week of 1 January 2024: a 3',
    'week of 27 May 2024: a 4',
  ]);
  const years = await draw({ rows, from: '2022-01-01', until: '2024-12-31' });
  expect(bars(years.svg).map(({ says }) => says)).toEqual(['Jan 2024: a 3', 'May 2024: a 4']);
});

test('a hostile name stays text: no markup, no control characters, not too long', async () => {
  const series = `</svg><script>alert(1)</script>\u0000\u202e\ud800${'x'.repeat(400)}`;
  const { svg } = await draw({ rows: [{ day: '2025-05-12', series, count: 1 }] });
  const $ = load(svg, { xml: true });
  expect($('script')).toHaveLength(0);
  expect($('svg')).toHaveLength(1);
  expect([...svg].filter((sign) => (sign.codePointAt(0) ?? 0) < 32)).toEqual([]);
  expect($('g').last().text().length).toBeLessThan(60);
});

test('a page may forbid styles and scripts: the chart has neither, and takes the page’s colour', async () => {
  const { svg } = await draw();
  expect(svg).not.toMatch(/<style|<script|\sstyle=|\sclass=|\son\w+=/);
  expect(svg).toContain('fill="currentColor"');
});

test('two charts of one page have ids of their own; the same figures give the same chart', async () => {
  const ids = async (id: string) =>
    [...(await draw({ id })).svg.matchAll(/\sid="([^"]+)"/g)].map(([, found]) => found);
  expect(await ids('one')).toEqual(['one-title', 'one-desc']);
  expect(await ids('two')).toEqual(['two-title', 'two-desc']);
  expect(await draw()).toEqual(await draw({ rows: ROWS.toReversed() }));
});
