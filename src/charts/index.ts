export {
  type Chart,
  type ChartText,
  type CoverageChart,
  coverageChart,
  coverageText,
  PALETTE,
} from './coverage.ts';
export type { ChartLanguage, DayCount } from './figures.ts';
export { type PngOptions, toPng } from './png.ts';
export type { ChartBy } from './words.ts';
