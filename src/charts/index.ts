export { type Chart, type CoverageChart, coverageChart, PALETTE } from './coverage.ts';
export type { ChartLanguage, DayCount } from './figures.ts';
export { type PngOptions, toPng } from './png.ts';
export type { ChartBy } from './words.ts';
