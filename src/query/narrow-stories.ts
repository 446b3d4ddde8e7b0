import type { Db } from '../store/db.ts';
import { type Filters, given } from './filters.ts';
import { type Narrowed, narrowedList } from './narrow.ts';
import { plucked } from './prepared.ts';

/** So many stories are put in order more quickly than the others are passed over. */
const FEW_STORIES = 5_000;

const UNTIL = `date(@until, '+1 day')`;

/** The condition that a story began by a day; the plus keeps SQLite from beginning with most of all stories. */
function beganBy(db: Db, until: string): string {
  const began = plucked<[{ until: string }], number>(
    db,
    `SELECT count(*) FROM (SELECT 1 FROM story WHERE first_seen_at < ${UNTIL} LIMIT ${FEW_STORIES + 1})`,
  ).get({ until });
  return ` AND ${(began ?? 0) <= FEW_STORIES ? '' : '+'}s.first_seen_at < ${UNTIL}`;
}

/** The stories (view `stories` as `s`) of which an article fulfils all filters; grade and days are the story's own. */
export function narrowedStories(db: Db, { grade, since, until, ...ofArticles }: Filters): Narrowed {
  const articles = narrowedList(db, ofArticles, 'sa.article_id', {
    few: (ids) => ` AND s.id IN (SELECT sa.story_id FROM story_article sa WHERE sa.article_id IN (${ids}))`,
    each: (conditions) =>
      ` AND EXISTS (SELECT 1 FROM story_article sa WHERE sa.story_id = s.id${conditions})`,
  });
  const where = [
    articles.where,
    grade === undefined ? '' : ' AND s.grade = @grade',
    since === undefined ? '' : ' AND s.last_seen_at >= @since',
    until === undefined ? '' : beganBy(db, until),
  ];
  return { where: where.join(''), values: { ...articles.values, ...given({ grade, since, until }) } };
}
