import type { Language } from '../model/index.ts';
import { sentences } from './sentences.ts';

export interface SummaryArticle {
  id: string | number;
  title: string;
  text: string;
  language: Language;
  /** How much its sentences count beside those of the others; 1 where not given. */
  weight?: number;
}

export interface SummarySentence {
  sentence: string;
  articleId: string | number;
  start: number;
  end: number;
}

export interface SummaryOptions {
  sentences: number;
  /** Only articles in this language are drawn from, where there are any. */
  language?: Language;
  /** Longest summary, in characters. */
  maxChars?: number;
}

/** Picks verbatim sentences that say what a story is about. */
export function summarise(articles: readonly SummaryArticle[], options: SummaryOptions): SummarySentence[] {
  const inLanguage = articles.filter((article) => article.language === options.language);
  const pool = inLanguage.length > 0 ? inLanguage : articles;
  const first = pool[0];
  if (first === undefined) return [];
  return sentences(first.text, first.language)
    .slice(0, options.sentences)
    .map(({ text, start, end }) => ({ sentence: text, articleId: first.id, start, end }));
}
