import type { Day } from '../model/index.ts';
import { escapeXml } from './escape.ts';
import type { ChartLanguage, Figures, Step } from './figures.ts';
import { type ChartBy, chartWords, date, number, when } from './words.ts';

export const MARGIN = { left: 40, right: 12, top: 28, bottom: 28 };
/** px that the name of a step takes on the axis. */
const LABELS: Readonly<Record<Step, number>> = { day: 56, week: 56, month: 72 };
const MANY_BARS = 60;

export interface BarsOptions {
  by: ChartBy;
  language: ChartLanguage;
  /** px, axes included. */
  width: number;
  height: number;
  /** Colour of each series, in the order they are stacked. */
  palette: ReadonlyMap<string, string>;
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

type PlotModule = typeof import('@observablehq/plot');

function marks(Plot: PlotModule, of: Figures, { language, width, palette }: BarsOptions, ticks: number[]) {
  return [
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
    of.cells.length === 0
      ? Plot.text([chartWords(language).none], { frameAnchor: 'middle', fontSize: 14, fillOpacity: 0.75 })
      : null,
  ];
}

/** Bars, axes and grid as SVG elements. Plot and the document it needs are loaded here: they cost a third of a second,
 * which only those who draw should pay. */
export async function bars(of: Figures, options: BarsOptions): Promise<string> {
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { language, width, height, by, palette } = options;
  const ticks = yTicks(Math.max(1, ...of.totals));
  const drawn: Drawn = Plot.plot({
    document: parseHTML('<!doctype html><html></html>').document,
    width,
    height,
    marginLeft: MARGIN.left,
    marginRight: MARGIN.right,
    marginTop: MARGIN.top,
    marginBottom: MARGIN.bottom,
    x: { type: 'band', domain: of.steps, label: null, padding: of.steps.length > MANY_BARS ? 0.1 : 0.2 },
    y: { domain: [0, ticks.at(-1) ?? 1], label: null },
    color: { domain: [...palette.keys()], range: [...palette.values()] },
    marks: marks(Plot, of, options, ticks),
  });
  const { axis, per } = chartWords(language);
  const label = `${axis[by].charAt(0).toUpperCase()}${axis[by].slice(1)} ${per[of.step]}`;
  return [
    `<text x="8" y="14" font-size="12" font-weight="bold">${escapeXml(label)}</text>`,
    '<g text-anchor="middle" font-size="11">',
    ...[...drawn.children]
      .filter(({ localName }) => localName !== 'style')
      // To a screen reader the chart is one picture; names on its parts are not allowed, and say nothing.
      .map(({ outerHTML }) => outerHTML.replace(/ aria-[a-z]+="[^"]*"/g, '')),
    '</g>',
  ].join('');
}
