import type { MessageLanguage } from '../publish/channels.ts';
import type { Db } from '../store/db.ts';

interface Name {
  id: string;
  de: string;
  en: string;
}

const TABLES = { party: 'party', topic: 'topic', stage: 'stage' } as const;

/** The dossier's names of a kind in both languages. */
export function tagNames(db: Db, kind: keyof typeof TABLES): Name[] {
  return db
    .prepare<[], Name>(`SELECT id, name_de AS de, name_en AS en FROM ${TABLES[kind]} ORDER BY id`)
    .all();
}

export interface Names {
  /** Ids that the dossier does not have (any more) stand for themselves; null gives null. */
  party(id: string | null): string | null;
  topic(id: string | null): string | null;
  stage(id: string | null): string | null;
}

/** What parties, topics and stages are called in a language. */
export function namesOf(db: Db, language: MessageLanguage): Names {
  const lookup = (kind: keyof typeof TABLES) => {
    const names = new Map(tagNames(db, kind).map((name) => [name.id, name[language]]));
    return (id: string | null) => (id === null ? null : (names.get(id) ?? id));
  };
  return { party: lookup('party'), topic: lookup('topic'), stage: lookup('stage') };
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** The id of the one party or topic that a text names: by id, by name, or by a part that no other name has. */
export function tagNamed(db: Db, kind: 'party' | 'topic', text: string): string | null {
  const all = tagNames(db, kind);
  const wanted = folded(text);
  const whole = all.find((name) => [name.id, name.de, name.en].some((one) => folded(one) === wanted));
  if (whole) return whole.id;
  const partly = all.filter((name) => [name.de, name.en].some((one) => folded(one).includes(wanted)));
  return partly.length === 1 ? (partly[0]?.id ?? null) : null;
}
