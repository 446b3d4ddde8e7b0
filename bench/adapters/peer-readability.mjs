// @mozilla/readability on linkedom, for bench/extract-compare.mjs. The two are no dependencies of this project:
//   npm install --prefix DIR @mozilla/readability linkedom   and then   STANDOFF_PEERS=DIR
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { domText } from '../../../shared/bench/extract/extractors/_lib.mjs';

const peers = createRequire(`${resolve(process.env.STANDOFF_PEERS ?? '.')}/package.json`);
const { Readability } = peers('@mozilla/readability');
const { parseHTML } = peers('linkedom');

export default (html) => {
  const { document } = parseHTML(html);
  if (!document.documentElement) return { text: '' };
  const article = new Readability(document, { serializer: (element) => element }).parse();
  if (article === null) return { text: '' };
  const { title, byline, publishedTime, lang, content } = article;
  return {
    title,
    text: domText(content),
    authors: byline,
    published: publishedTime,
    language: (lang ?? '').slice(0, 2).toLowerCase(),
  };
};
