// The feed reader against ../shared/bench/feeds.
import { product } from './_product.mjs';

const { parseFeed } = await product('collect/feed/parse');
const dates = await product('collect/feed/dates');

export default async (bytes, { contentType, url }) => {
  const { title, entries } = await parseFeed(bytes, { contentType, url });
  return { title, items: entries };
};

export const parseDate = (string) => dates.parseDate(string);
