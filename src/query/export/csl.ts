import type { ArticleRecord } from './record.ts';

interface CslDate {
  'date-parts': [number, number, number][];
}

/** An item after csl-data.json of the Citation Style Language 1.0. */
export interface CslItem {
  id: string;
  type: 'article-newspaper';
  title: string;
  author?: { literal: string }[];
  'container-title': string;
  issued: CslDate;
  accessed?: CslDate;
  URL: string;
  language: string;
  abstract?: string;
}

const date = (instant: string): CslDate => {
  const [year = 0, month = 1, day = 1] = instant.slice(0, 10).split('-').map(Number);
  return { 'date-parts': [[year, month, day]] };
};

/** Articles for citation managers and processors; authors are literal, as bylines name people and desks alike. */
export function csl(records: readonly ArticleRecord[]): CslItem[] {
  return records.map((record) => ({
    id: `standoff${record.id}`,
    type: 'article-newspaper',
    title: record.title,
    ...(record.authors.length > 0 ? { author: record.authors.map((literal) => ({ literal })) } : {}),
    'container-title': record.outlet,
    issued: date(record.at),
    ...(record.fetchedAt === null ? {} : { accessed: date(record.fetchedAt) }),
    URL: record.url,
    language: record.language,
    ...(record.teaser === '' ? {} : { abstract: record.teaser }),
  }));
}
