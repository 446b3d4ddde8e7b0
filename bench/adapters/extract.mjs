import { fileURLToPath } from 'node:url';
import { product } from './_product.mjs';

const { extractPage } = await product('collect/page/extract');
const { loadPublishers } = await product('config/load');
const { publisherRule } = await product('model/publisher');
const rules = process.env.STANDOFF_PUBLISHER_RULES === 'off' ? 'off' : 'on';
const publishers = loadPublishers(fileURLToPath(new URL('../../config', import.meta.url)));

/** What the extraction benchmark asks of one page. */
export default (html, url) => {
  const page = extractPage(html, { url, rules, publisher: publisherRule(publishers, url) });
  return {
    title: page.title,
    text: page.text,
    authors: page.authors,
    published: page.publishedAt,
    language: page.language,
    agencies: page.credits.map(({ agency }) => agency),
  };
};
