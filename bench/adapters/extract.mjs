import { product } from './_product.mjs';

const { extractPage } = await product('collect/page/extract');
const rules = process.env.STANDOFF_PUBLISHER_RULES === 'off' ? 'off' : 'on';

/** What the extraction benchmark asks of one page. */
export default (html, url) => {
  const page = extractPage(html, { url, rules });
  return {
    title: page.title,
    text: page.text,
    authors: page.authors,
    published: page.publishedAt,
    language: page.language,
    agencies: page.credits.map(({ agency }) => agency),
  };
};
