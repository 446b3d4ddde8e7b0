import type { Day } from '../model/index.ts';
import { bars, MARGIN } from './bars.ts';
import { escapeXml } from './escape.ts';
import { type ChartLanguage, type DayCount, type Figures, figures } from './figures.ts';
import { legend } from './legend.ts';
import { sparkline } from './sparkline.ts';
import { type ChartBy, chartWords, describe } from './words.ts';

/** Told apart by colour-blind eyes too. Source: Okabe & Ito, Color Universal Design; olive (Paul Tol)
 * in place of its yellow and black, which vanish on white or on dark ground. */
export const PALETTE = ['#0072b2', '#e69f00', '#009e73', '#d55e00', '#56b4e9', '#cc79a7', '#999933'] as const;
const GREYS = { rest: '#757b85', none: '#b4b9c1' } as const;

const FOOT = 8;
const FONT = 'system-ui, sans-serif';

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
  /** In the order of the series, the largest first; seven. The rest and what belongs to none are grey. */
  colours?: readonly string[];
  /** Begins the ids in the SVG: two charts of one page need different ones. */
  id?: string;
}

/** What a chart shows, in words. */
export interface ChartText {
  title: string;
  /** For those who do not see it: period, sum, peak, and the sum of each series. */
  description: string;
  /** Its bars as letters. */
  sparkline: string;
}

/** A chart with its words. */
export interface Chart extends ChartText {
  /** A whole `<svg>`: attributes only, no style and no script, text in `currentColor`. */
  svg: string;
}

function figuresOf({ rows, from, until, by, language }: CoverageChart): Figures {
  const { rest, unnamed } = chartWords(language);
  return figures(rows, { from, until, rest, unnamed: unnamed[by] });
}

function textOf(of: Figures, chart: CoverageChart): ChartText {
  const { title, per } = chartWords(chart.language);
  return {
    title: `${title[chart.by]}, ${per[of.step]}`,
    description: describe(of, chart),
    sparkline: sparkline(of.totals),
  };
}

/** The words of a chart without drawing it. */
export const coverageText = (chart: CoverageChart): ChartText => textOf(figuresOf(chart), chart);

/**
 * How much was printed day by day (long periods: by week or month), stacked by party or stage, as SVG that may stand
 * inline in a page with a strict policy. The same figures give the same SVG.
 */
export async function coverageChart(chart: CoverageChart): Promise<Chart> {
  const { width = 640, height = 240, id = 'coverage', colours = PALETTE } = chart;
  const of = figuresOf(chart);
  const palette = new Map(
    of.series.map(({ name, kind }, i) => [name, kind === 'named' ? (colours[i] ?? GREYS.rest) : GREYS[kind]]),
  );
  const plot = await bars(of, { by: chart.by, language: chart.language, width, height, palette });
  const key = legend(
    [...palette].map(([name, colour]) => ({ name, colour })),
    { left: MARGIN.left, top: height + FOOT, width: width - MARGIN.left - MARGIN.right },
  );
  const tall = height + (key.height > 0 ? key.height + 2 * FOOT : 0);
  const text = textOf(of, chart);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${escapeXml(id)}-title ${escapeXml(id)}-desc" `,
    `viewBox="0 0 ${width} ${tall}" width="${width}" height="${tall}" fill="currentColor" font-family="${FONT}">`,
    `<title id="${escapeXml(id)}-title">${escapeXml(text.title)}</title>`,
    `<desc id="${escapeXml(id)}-desc">${escapeXml(text.description)}</desc>`,
    plot,
    key.svg,
    '</svg>',
  ].join('');
  return { svg, ...text };
}
