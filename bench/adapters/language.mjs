// node ../shared/bench/language/score.mjs bench/adapters/language.mjs
import { product } from './_product.mjs';

const language = await product('analyse/language');

export const detectLanguage = (text) => language.detectLanguage(text).language;
