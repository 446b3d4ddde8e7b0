import type { RevisedArticle, ShownArticle } from '../query/revisions.ts';
import type { Concept } from '../query/translate.ts';
import type { Db } from '../store/db.ts';
import { type Format, formatFor } from './format.ts';
import type { Html } from './html.ts';
import { accepted, type Language, type Words, wordsOf } from './language.ts';
import { given } from './params.ts';
import { bad } from './problem.ts';

/** What the page follows and how it is shown. */
export interface Subject {
  /** The dispute, as readers call it. */
  title: { de: string; en: string };
  /** IANA zone of times. */
  timezone: string;
  /** What the dossier has names for, for searches across languages. */
  concepts: readonly Concept[];
  /** What each revision changed against the one before it. */
  compare: (articles: readonly RevisedArticle[]) => ShownArticle[];
}

/** How a request wants to be answered. */
export interface View {
  subject: Subject;
  language: Language;
  words: Words;
  format: Format;
  title: string;
  path: string;
  query: URLSearchParams;
  now: Date;
  /** An address of ours; a language that was chosen is kept, what is undefined or empty left out. */
  href(path: string, query?: Readonly<Record<string, string | number | undefined>>): string;
}

/** The same with a database to answer from. */
export interface Reading extends View {
  db: Db;
}

/** What is shown. */
export interface Page {
  title: string;
  body: Html;
  status?: 200 | 404;
}

/**
 * @param acceptLanguage the header
 * @throws {Problem} 400 on a language that the page does not speak
 */
export function viewOf(url: URL, acceptLanguage: string | undefined, subject: Subject, now: Date): View {
  const chosen = given(url.searchParams, 'lang');
  if (chosen !== undefined && chosen !== 'de' && chosen !== 'en') throw bad((words) => words.badLanguage);
  const language = chosen ?? accepted(acceptLanguage);
  return {
    subject,
    language,
    words: wordsOf(language),
    format: formatFor(language, subject.timezone),
    title: subject.title[language],
    path: url.pathname,
    query: url.searchParams,
    now,
    href(path, query = {}) {
      const parameters = new URLSearchParams();
      for (const [name, value] of Object.entries({ ...query, lang: query.lang ?? chosen }))
        if (value !== undefined && value !== '') parameters.set(name, String(value));
      const text = parameters.toString();
      return text === '' ? path : `${path}?${text}`;
    },
  };
}
