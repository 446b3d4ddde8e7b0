import { createHash } from 'node:crypto';
import { type SummarySentence, summarise } from '../../analyse/summary.ts';
import type { SourceSentence } from '../../link/support/index.ts';
import type { Language } from '../../model/index.ts';
import { snippetBudget } from '../../model/index.ts';
import type { StoryText } from '../../store/stories.ts';

/** What a model is given of a story: its weightiest sentences, word for word. */
export interface WordingInput {
  language: Language;
  sentences: SourceSentence[];
  /** Of everything that decides the prompt. */
  sha256: string;
}

const MOST_SENTENCES = 14;
const MOST_CHARS = 4_000;
const FEWEST_SENTENCES = 3;
/** Counts the changes of the prompt: another prompt is another question. */
const PROMPT_VERSION = 1;

const asSource = ({ sentence, articleId, start, end }: SummarySentence): SourceSentence => ({
  text: sentence,
  articleId: Number(articleId),
  start,
  end,
});

/**
 * The sentences to be put into words, in reading order: none of an article beyond what its outlet lets be shown, none in
 * another language (what a model translates cannot be held against its words). Null where there are too few.
 * @param texts of the story, reprints left out
 */
export function wordingInput(texts: readonly StoryText[], language: Language): WordingInput | null {
  const native = texts.filter((text) => text.language === language);
  if (native.length === 0) return null;
  const limits = new Map(native.map(({ id, snippetLimit }) => [id, snippetLimit]));
  const budget = snippetBudget();
  const sentences = summarise(native, { sentences: MOST_SENTENCES, maxChars: MOST_CHARS, language })
    .map(asSource)
    .filter(({ text, articleId }) =>
      budget.take({ articleId, snippetLimit: limits.get(articleId) ?? null }, text),
    );
  if (sentences.length < FEWEST_SENTENCES) return null;
  const key = JSON.stringify([
    PROMPT_VERSION,
    language,
    sentences.map(({ articleId, text }) => [articleId, text]),
  ]);
  return { language, sentences, sha256: createHash('sha256').update(key).digest('hex') };
}
