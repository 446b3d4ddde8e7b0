// node ../shared/bench/quotes/score.mjs bench/adapters/quotes.mjs
import { product } from './_product.mjs';

const { statements: find } = await product('analyse/statements');

export const statements = (text) => find(text, { language: 'de' }).filter(({ form }) => form === 'direct');
