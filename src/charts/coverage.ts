import type { Day } from '../model/index.ts';
import { escapeXml } from './escape.ts';
import { type ChartLanguage, type DayCount, type Figures, figures, type Step } from './figures.ts';
import { legend } from './legend.ts';
import { type ChartBy, chartWords, date, describe, number, when } from './words.ts';

/** Told apart by colour-blind eyes too. Source: Okabe & Ito, Color Universal Design; without its yellow and black, which
 * vanish on white or on dark ground. */
export const PALETTE = ['#0072b2', '#e69f00', '#009e73', '#d55e00', '#56b4e9', '#cc79a7'] as const;
const REST = '#8a8f98';

const MARGIN = { left: 40, right: 12, top: 28, axis: 28, foot: 8 };
const FONT = 'system-ui, sans-serif';
const LABELS: Readonly<Record<Step, number>> = { day: 56, week: 56, month: 72 };

export interface CoverageChart {
  rows: readonly DayCount[];
  /** First and last day shown, both included. */
  from: Day;
  until: Day;
  by: ChartBy;
  language: ChartLanguage;
  /** px; 640 when left out. */
  width?: number;
  /** px of the plot, its axes included; the legend comes on top. 240 when left out. */
  height?: number;
  /** In the order of the series, the largest first, and one for the rest. */
  colours?: readonly string[];
  /** Begins the ids in the SVG: two charts of one page need different ones. */
  id?: string;
}

/** A chart, and what it shows in words. */
export interface Chart {
  /** A whole `<svg>`: attributes only, no style and no script, text in `currentColor`. */
  svg: string;
  title: string;
  /** For those who do not see it: period, sum, peak, and the sum of each series. */
  description: string;
}

/** Whole numbers for the axis, about four, from 0 to at least `most`. */
function yTicks(most: number): number[] {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.ceil(([1, 2, 5, 10].find((n) => n * power >= rough) ?? 10) * power);
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, i) => i * step);
}

/** As many of the steps as have room for their names, evenly apart, the last among them. */
function xTicks({ steps, step }: Figures, width: number): Day[] {
  const every = Math.max(1, Math.ceil((steps.length * LABELS[step]) / width));
  return steps.filter((_, i) => (steps.length - 1 - i) % every === 0);
}

/** What Plot's elements are asked for here; linkedom stands for a browser's document. */
interface Drawn {
  localName: string;
  outerHTML: string;
  children: Iterable<Drawn>;
}

/** Bars, axes and grid. Plot and the document it needs are loaded here: they cost a third of a second, which only those who
 * draw should pay. */
async function bars(of: Figures, chart: CoverageChart, palette: Map<string, string>): Promise<string> {
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { language, width = 640, height = 240, by } = chart;
  const words = chartWords(language);
  const ticks = yTicks(Math.max(1, ...of.totals));
  const drawn: Drawn = Plot.plot({
    document: parseHTML('<!doctype html><html></html>').document,
    width,
    height,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.axis,
    x: { type: 'band', domain: of.steps, label: null, padding: of.steps.length > 60 ? 0.1 : 0.2 },
    y: { domain: [0, ticks.at(-1) ?? 1], label: null },
    color: { domain: [...palette.keys()], range: [...palette.values()] },
    marks: [
      Plot.gridY(ticks, { strokeOpacity: 0.15 }),
      Plot.axisY(ticks, { tickSize: 0, tickFormat: (n: number) => number(n, language), fontSize: 11 }),
      Plot.axisX(xTicks(of, width - MARGIN.left - MARGIN.right), {
        tickSize: 4,
        tickFormat: (day: Day) => date(day, of.step, language),
        fontSize: 11,
      }),
      Plot.barY(of.cells, {
        x: 'step',
        y: 'count',
        fill: 'series',
        order: [...palette.keys()],
        insetTop: 0.5,
        title: ({ step, series, count }: Figures['cells'][number]) =>
          `${when(step, of.step, language)}: ${series} ${number(count, language)}`,
      }),
      Plot.ruleY([0], { strokeOpacity: 0.6 }),
      ...(of.cells.length === 0
        ? [Plot.text([words.none], { frameAnchor: 'middle', fontSize: 14, fillOpacity: 0.75 })]
        : []),
    ],
  });
  const axis = words.axis[by];
  const label = `${axis.charAt(0).toUpperCase()}${axis.slice(1)} ${words.per[of.step]}`;
  return [
    `<text x="8" y="14" font-size="12" font-weight="bold">${escapeXml(label)}</text>`,
    `<g text-anchor="middle" font-size="11">`,
    ...[...drawn.children].filter(({ localName }) => localName !== 'style').map(({ outerHTML }) => outerHTML),
    '</g>',
  ].join('');
}

/**
 * How much was printed day by day (long periods: by week or month), stacked by party or stage, as SVG that may stand
 * inline in a page with a strict policy. The same figures give the same SVG.
 */
export async function coverageChart(chart: CoverageChart): Promise<Chart> {
  const { language, by, width = 640, height = 240, id = 'coverage', colours = [...PALETTE, REST] } = chart;
  const words = chartWords(language);
  const of = figures(chart.rows, {
    from: chart.from,
    until: chart.until,
    rest: words.rest,
    unnamed: words.unnamed[by],
  });
  const palette = new Map(of.series.map(({ name }, i) => [name, colours[i] ?? REST]));
  const plot = await bars(of, chart, palette);
  const key = legend(
    [...palette].map(([name, colour]) => ({ name, colour })),
    { left: MARGIN.left, top: height + MARGIN.foot, width: width - MARGIN.left - MARGIN.right },
  );
  const tall = height + (key.height > 0 ? key.height + 2 * MARGIN.foot : 0);
  const title = `${words.title[by]}, ${words.per[of.step]}`;
  const description = describe(of, chart);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${escapeXml(id)}-title ${escapeXml(id)}-desc" `,
    `viewBox="0 0 ${width} ${tall}" width="${width}" height="${tall}" fill="currentColor" font-family="${FONT}">`,
    `<title id="${escapeXml(id)}-title">${escapeXml(title)}</title>`,
    `<desc id="${escapeXml(id)}-desc">${escapeXml(description)}</desc>`,
    plot,
    key.svg,
    '</svg>',
  ].join('');
  return { svg, title, description };
}
