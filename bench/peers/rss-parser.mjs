// rss-parser as it comes: bytes as UTF-8 text, one new parser a document, nothing mended before or after.
import Parser from 'rss-parser';

export default async (bytes) => {
  const { title, items } = await new Parser().parseString(new TextDecoder().decode(bytes));
  return {
    title,
    items: items.map(({ guid, id, link, title: name, isoDate }) => ({
      id: guid ?? id,
      url: link,
      title: name,
      publishedAt: isoDate,
    })),
  };
};

export const parseDate = (text) => new Date(text);
