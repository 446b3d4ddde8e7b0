import { plain, truncate } from '../publish/text.ts';
import { articlesTitled, dockets, spokenOf, storiesTitled } from '../query/typed.ts';
import type { Db } from '../store/db.ts';
import type { Choice, ChoicesWanted } from './model.ts';
import { tagNames } from './names.ts';

/** Discord shows no more. */
const MOST = 25;
const LONGEST = 100;

/** A text as typing is compared with it: case, accents, blanks and signs do not matter. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Those whose text holds what was typed, those that begin with it first; the order is kept otherwise. */
export function fitting<T>(all: readonly T[], typed: string, textsOf: (item: T) => readonly string[]): T[] {
  const wanted = folded(typed);
  const rank = (item: T): number => {
    const texts = textsOf(item).map(folded);
    if (texts.some((text) => text.startsWith(wanted))) return 0;
    return texts.some((text) => text.includes(wanted)) ? 1 : 2;
  };
  return all
    .map((item) => ({ item, rank: rank(item) }))
    .filter((ranked) => ranked.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ item }) => item);
}

function tags(db: Db, kind: 'party' | 'topic', { typed, language }: ChoicesWanted): Choice[] {
  const place = new Map(spokenOf(db, kind).map((ref, at) => [ref, at]));
  const last = place.size;
  const all = tagNames(db, kind).sort((a, b) => (place.get(a.id) ?? last) - (place.get(b.id) ?? last));
  return fitting(all, typed, ({ id, de, en }) => [de, en, id]).map((name) => ({
    name: truncate(name[language], LONGEST),
    value: name.id,
  }));
}

const titled = ({ id, title }: { id: number; title: string }): Choice => ({
  name: truncate(`${id} · ${plain(title)}`, LONGEST),
  value: String(id),
});

/** A number that was typed stands for itself where it is one. */
const numbered = (db: Db, table: 'story' | 'article', typed: string) => {
  const [, digits] = /^\s*#?(\d{1,15})\s*$/.exec(typed) ?? [];
  if (digits === undefined) return [];
  return db
    .prepare<[number], { id: number; title: string }>(`SELECT id, title FROM ${table} WHERE id = ?`)
    .all(Number(digits));
};

/** What a member may mean who typed this into a field; at most 25. */
export function choices(db: Db, wanted: ChoicesWanted): Choice[] {
  const { field, typed } = wanted;
  switch (field) {
    case 'party':
    case 'topic':
      return tags(db, field, wanted);
    case 'docket':
      return fitting(dockets(db), typed, (docket) => [docket])
        .filter((docket) => docket.length <= LONGEST)
        .map((docket) => ({ name: docket, value: docket }));
    case 'story':
      return unique([...numbered(db, 'story', typed), ...storiesTitled(db, typed, MOST)]);
    case 'article':
      return unique([...numbered(db, 'article', typed), ...articlesTitled(db, typed, MOST)]);
    default:
      return [];
  }
}

/** Each once. */
const unique = (all: readonly { id: number; title: string }[]): Choice[] =>
  [...new Map(all.map((one) => [one.id, one])).values()].slice(0, MOST).map(titled);
