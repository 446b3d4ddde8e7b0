// The paragraphs of the longest `article`, what a script of ten lines does; for bench/extract-compare.mjs.
import { load } from 'cheerio';
import { naiveMeta } from '../../../shared/bench/extract/extractors/_lib.mjs';

export default (html) => {
  const $ = load(html);
  const paragraphs = (root) =>
    root
      .find('p')
      .map((_, element) => $(element).text().replace(/\s+/g, ' ').trim())
      .get()
      .filter((text) => text !== '')
      .join('\n\n');
  const longest = $('article')
    .map((_, element) => paragraphs($(element)))
    .get()
    .reduce((a, b) => (b.length > a.length ? b : a), '');
  return { ...naiveMeta($), text: longest || paragraphs($('main')) || paragraphs($('body')) };
};
