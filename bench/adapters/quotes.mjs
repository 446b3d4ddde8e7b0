// node ../shared/bench/quotes/score.mjs bench/adapters/quotes.mjs
// The gold speaker is what the sentence itself says ("er"), so the words at the place are measured here;
// statements() gives the same speakers with their pronouns resolved.
import { product } from './_product.mjs';

const { speeches } = await product('analyse/speeches');

export const statements = (text) =>
  speeches(text, 'de')
    .filter(({ form }) => form === 'direct')
    .map(({ innerStart, innerEnd, speaker, start, end }) => ({
      quote: text.slice(innerStart, innerEnd),
      speaker: speaker?.text ?? null,
      start,
      end,
    }));
