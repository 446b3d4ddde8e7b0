import type { Day } from '../../model/index.ts';
import type { Db } from '../../store/db.ts';
import type { Filters } from '../filters.ts';
import { timeline } from '../timeline.ts';
import { bibtex } from './bibtex.ts';
import { csl } from './csl.ts';
import { csv, jsonLines } from './csv.ts';
import { calendarDays } from './days.ts';
import { feedStories } from './feed-stories.ts';
import { atom, type FeedInfo, jsonFeed } from './feeds.ts';
import type { Format } from './formats.ts';
import { asJson } from './harmless.ts';
import { ics } from './ics.ts';
import { markdownChronology } from './markdown.ts';
import { articleRecords, RECORD_COLUMNS } from './record.ts';
import { ris } from './ris.ts';

/** What an export is made for. */
export interface Occasion {
  title: string;
  language: 'de' | 'en';
  now: Date;
  /** In a calendar, days that are only named are left out before this one; all are told when it is left out. */
  datesFrom?: Day;
}

/** In the tag scheme (RFC 4151): stays the same wherever the feed is put. */
const FEED_ID = 'tag:standoff.invalid,2025:stories';
const ALL = 1_000_000;
const FEED_LENGTH = 50;

const pretty = (value: unknown): string => `${asJson(value, 2)}\n`;

const WRITERS: Record<Format, (db: Db, filters: Filters, occasion: Occasion) => string> = {
  csv: (db, filters) => csv(RECORD_COLUMNS, articleRecords(db, filters)),
  jsonl: (db, filters) => jsonLines(articleRecords(db, filters)),
  md: (db, filters, { title, language }) =>
    markdownChronology(title, timeline(db, language, { ...filters, limit: filters.limit ?? ALL })),
  bibtex: (db, filters) => bibtex(articleRecords(db, filters)),
  ris: (db, filters) => ris(articleRecords(db, filters)),
  'csl-json': (db, filters) => pretty(csl(articleRecords(db, filters))),
  ics: (db, filters, { title, language, now, datesFrom = null }) =>
    ics(title, calendarDays(db, language, filters, datesFrom), now),
  atom: (db, filters, occasion) => atom(feed(occasion), newest(db, filters, occasion)),
  jsonfeed: (db, filters, occasion) => pretty(jsonFeed(feed(occasion), newest(db, filters, occasion))),
};

const feed = ({ title, language }: Occasion): FeedInfo => ({ title, language, id: FEED_ID });
const newest = (db: Db, filters: Filters, { language }: Occasion) =>
  feedStories(db, language, { ...filters, limit: filters.limit ?? FEED_LENGTH });

/** Articles (csv, jsonl, bibtex, ris, csl-json), the chronology (md), key dates (ics) or stories (atom, jsonfeed). */
export function exportAs(format: Format, db: Db, filters: Filters, occasion: Occasion): string {
  return WRITERS[format](db, filters, occasion);
}
