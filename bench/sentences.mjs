// node bench/sentences.mjs [../shared/bench/quotes]
// Sentence ends measured on marked quotations, beside Intl.Segmenter alone. The material has no sentence marks,
// but its quotation marks imply them: a clause of indirect speech lies within one sentence, so an end inside
// one is false; a stretch of free indirect or reported speech that closes with a full stop closes a sentence,
// so an end must stand there; and so must one wherever a paragraph ends. Paragraph ends are easy and many:
// they are left out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { product } from './adapters/_product.mjs';

const folder = process.argv[2] ?? new URL('../../shared/bench/quotes', import.meta.url).pathname;
const lines = (name) =>
  gunzipSync(readFileSync(join(folder, name)))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const { sentences } = await product('analyse/sentences');
const articles = lines('articles.jsonl.gz');
const marked = Map.groupBy?.(lines('quotes.jsonl.gz'), ({ article }) => article) ?? group();
const segmenter = new Intl.Segmenter('de', { granularity: 'sentence' });

function group() {
  const byArticle = new Map();
  for (const quote of lines('quotes.jsonl.gz')) {
    byArticle.set(quote.article, [...(byArticle.get(quote.article) ?? []), quote]);
  }
  return byArticle;
}

const splitters = {
  standoff: (text) => sentences(text, 'de').map(({ end }) => end),
  'Intl.Segmenter': (text) =>
    [...segmenter.segment(text)].map(({ segment, index }) => index + segment.trimEnd().length),
};

/** Whole sentences end here: in a full stop that white space and a capital follow. */
const closes = (text, end) =>
  /[.!?]["“”«»]?$/.test(text.slice(Math.max(0, end - 2), end)) &&
  /^\s+[\p{Lu}„"»]/u.test(text.slice(end, end + 4));

for (const [name, split] of Object.entries(splitters)) {
  let right = 0;
  let missed = 0;
  let wrong = 0;
  let milliseconds = 0;
  for (const { id, text } of articles) {
    const start = performance.now();
    const ends = split(text);
    milliseconds += performance.now() - start;
    const known = new Set(ends);
    for (const quote of marked.get(id) ?? []) {
      if (quote.type === 'Indirect') {
        wrong += ends.filter((end) =>
          quote.spans.some(([from, to]) => end > from + 1 && end < to - 1),
        ).length;
      } else if (
        quote.type !== 'Direct' &&
        closes(text, quote.end) &&
        !text.slice(quote.end, quote.end + 3).includes('\n')
      ) {
        if (known.has(quote.end)) right++;
        else missed++;
      }
    }
  }
  const precision = right / (right + wrong);
  const recall = right / (right + missed);
  const f1 = (2 * precision * recall) / (precision + recall);
  console.log(
    `${name.padEnd(15)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)} (right ${right}, missed ${missed}, false ${wrong}) ${(milliseconds / articles.length).toFixed(2)} ms an article`,
  );
}
