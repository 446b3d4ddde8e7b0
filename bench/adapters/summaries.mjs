// node ../shared/bench/summaries/score.mjs bench/adapters/summaries.mjs
import { product } from './_product.mjs';

const summary = await product('analyse/summary');

export const summarise = ({ title, text, language, sentences }) =>
  summary
    .summarise([{ id: 1, title, text, language }], { sentences, language })
    .map(({ sentence }) => sentence);
