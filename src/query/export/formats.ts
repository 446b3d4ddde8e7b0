export const FORMATS = [
  'csv',
  'jsonl',
  'md',
  'bibtex',
  'ris',
  'csl-json',
  'ics',
  'atom',
  'jsonfeed',
] as const;
export type Format = (typeof FORMATS)[number];
