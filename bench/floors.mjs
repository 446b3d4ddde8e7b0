// What the built product must reach on the material of ../shared/bench, and where each figure stands in the scorer's
// output. Floors are the targets of the issues that built each part; a figure above its target by far is held a little
// below what was measured, so that a loss is noticed (docs/benchmarks.md has the figures themselves).
const bench = (name, adapter = name) => [
  `../shared/bench/${name}/score.mjs`,
  `bench/adapters/${adapter}.mjs`,
];

export const SCORERS = [
  {
    name: 'feeds',
    arguments: bench('feeds'),
    figures: [
      { label: 'documents all right', pattern: /all right\s+\S+\s+([\d.]+) %/, floor: 97 },
      { label: 'documents lost', pattern: /lost\s+(\d+)\//, ceiling: 8 },
      { label: 'documents that hung', pattern: /hung\s+(\d+)/, ceiling: 0 },
      { label: 'torture cases passed', pattern: /passed (\d+) of 11/, floor: 11 },
      { label: 'German dates', pattern: /german (\d+\/\d+)/, floor: 1 },
      { label: 'miniflux dates', pattern: /miniflux (\d+\/\d+)/, floor: 1 },
      { label: 'feedparser dates', pattern: /feedparser (\d+\/\d+) \//, floor: 0.95 },
      { label: 'German dates in Berlin', pattern: /TZ=Europe\/Berlin.*german (\d+\/\d+)/, floor: 1 },
    ],
  },
  {
    name: 'dispute',
    arguments: bench('dispute'),
    figures: [
      { label: 'relevance, precision', pattern: /relevance P ([\d.]+)/, floor: 0.99 },
      { label: 'relevance, recall', pattern: /relevance P \S+ R ([\d.]+)/, floor: 0.99 },
      { label: 'parties, F1', pattern: /parties .*F1 ([\d.]+)/, floor: 0.98 },
      { label: 'topics, precision', pattern: /topics\s+P ([\d.]+)/, floor: 0.9 },
      { label: 'topics, recall', pattern: /topics .*R ([\d.]+)/, floor: 0.72 },
    ],
  },
  {
    name: 'language',
    arguments: bench('language'),
    figures: [{ label: 'right language, per cent', pattern: /all\s+([\d.]+) %/, floor: 99 }],
  },
  {
    name: 'quotes',
    arguments: bench('quotes'),
    figures: [
      { label: 'direct quotations, precision', pattern: /direct quotations: P ([\d.]+)/, floor: 0.92 },
      { label: 'direct quotations, recall', pattern: /direct quotations: P \S+ R ([\d.]+)/, floor: 0.88 },
      { label: 'right speaker', pattern: /speaker right: ([\d.]+)/, floor: 0.76 },
    ],
  },
  {
    name: 'summaries',
    arguments: bench('summaries'),
    figures: [
      { label: 'ROUGE-2', pattern: /adapter\s+\S+\s+([\d.]+)/, floor: 8 },
      { label: 'verbatim sentences, per cent', pattern: /adapter.*?([\d.]+) %/, floor: 100 },
    ],
  },
  {
    name: 'duplicates',
    arguments: bench('duplicates'),
    figures: [
      { label: 'duplicates, F1', pattern: /^\s+duplicate\s+\S+\s+\S+\s+([\d.]+)/m, floor: 0.95 },
      { label: 'series and stubs merged', pattern: /false merges (\d+) of/, ceiling: 0 },
      { label: 'tickers merged', pattern: /live tickers: (\d+) of/, ceiling: 0 },
      { label: 'reprints linked, any kind', pattern: /^\s+all\s+\d+\s+\S+\s+\S+\s+([\d.]+)/m, floor: 0.99 },
      { label: 'reprints down to 30 %, right kind', pattern: /first 30 %\s+\d+\s+([\d.]+)/, floor: 0.9 },
    ],
  },
  {
    name: 'stories',
    arguments: [...bench('stories'), '--orders', '2'],
    figures: [
      { label: 'ECB+ BCubed F1', pattern: /adapter(?:\s+[\d.]+){5}\s+([\d.]+)/, floor: 0.92 },
      { label: 'German to English, accuracy at 1', pattern: /acc@1 ([\d.]+)/, floor: 0.97 },
      { label: 'grouping across languages, F1', pattern: /grouping[^\n]*F1\s+([\d.]+)/, floor: 0.8 },
    ],
  },
  {
    name: 'extract',
    arguments: ['../shared/bench/extract/score.mjs', '--extractor', 'bench/adapters/extract.mjs'],
    env: { STANDOFF_PUBLISHER_RULES: 'off' },
    figures: [
      { label: 'aeb F1', pattern: /^aeb .*? F1=([\d.]+)/m, floor: 0.972 },
      { label: 'fundus.de F1', pattern: /^fundus\.de .*? F1=([\d.]+)/m, floor: 0.968 },
      { label: 'fundus.en F1', pattern: /^fundus\.en .*? F1=([\d.]+)/m, floor: 0.955 },
      { label: 'traf.de F1', pattern: /^traf\.de\s.*? F1=([\d.]+)/m, floor: 0.915 },
      { label: 'traf.all F1', pattern: /^traf\.all\s.*? F1=([\d.]+)/m, floor: 0.915 },
      {
        label: 'German pages at .95 and above, per cent',
        pattern: /^fundus\.de .*?docs>=\.95 ([\d.]+)%/m,
        floor: 75,
      },
      { label: 'German pages below .5, per cent', pattern: /^fundus\.de .*?docs<\.5 ([\d.]+)%/m, ceiling: 0 },
      { label: 'titles near, per cent', pattern: /^fundus\.all [^\n]*\n.*?near ([\d.]+)%/m, floor: 95 },
      { label: 'date instants, per cent', pattern: /^fundus\.all [^\n]*\n.*?instant ([\d.]+)%/m, floor: 97 },
      { label: 'German authors, micro-F1', pattern: /^fundus\.de [^\n]*\n.*?microF1 ([\d.]+)/m, floor: 0.92 },
      { label: 'German language, per cent', pattern: /^fundus\.de [^\n]*\n.*?lang ([\d.]+)%/m, floor: 98.5 },
      { label: 'agencies exact, per cent', pattern: /agencies exact ([\d.]+)%/, floor: 97 },
    ],
  },
];
