import type { Field, Language } from '../model/index.ts';
import type { CompiledDossier, Use } from './dossier.ts';
import { findPatterns } from './matcher.ts';

/** Fields in the order they are read. */
export const FIELDS: readonly Field[] = ['title', 'teaser', 'text'];

export interface Span {
  field: Field;
  start: number;
  end: number;
}

export interface Hit<U extends Use = Use> extends Span {
  use: U;
}

type UseOf<K extends Use['kind']> = Extract<Use, { kind: K }>;

/** Everything of the dossier that stands in one article, sorted by what it is. */
export interface Scan {
  fields: Readonly<Record<Field, string>>;
  language: Language;
  aliases: Hit<UseOf<'alias'>>[];
  shorts: Hit<UseOf<'short'>>[];
  blockers: Hit[];
  roles: Hit<UseOf<'role'>>[];
  topics: Hit<UseOf<'topic'>>[];
  stages: Hit<UseOf<'stage'>>[];
  /** By group name; a group none of whose words was found is absent. */
  groups: Map<string, Hit<UseOf<'group'>>[]>;
}

/** Hits kept of each kind, and of each group of words: far more than any article has, few enough that a text
 * made to be slow is read in bounded time. */
const MOST_HITS = 1500;
const MOST_OF_A_GROUP = 400;

/** Reads title, teaser and text once for every pattern of the dossier. */
export function scan(fields: Scan['fields'], language: Language, dossier: CompiledDossier): Scan {
  const result: Scan = {
    fields,
    language,
    aliases: [],
    shorts: [],
    blockers: [],
    roles: [],
    topics: [],
    stages: [],
    groups: new Map(),
  };
  const hidden = new Map<string, Span[]>();
  for (const field of FIELDS) {
    findPatterns(dossier.matcher, fields[field], (use, start, end) => {
      if (use.kind === 'not') keep(listOf(hidden, use.name), { field, start, end }, MOST_OF_A_GROUP);
      else sortIn(result, use, field, start, end);
      return false;
    });
  }
  for (const [name, spans] of hidden) {
    const hits = result.groups.get(name);
    if (hits)
      result.groups.set(
        name,
        hits.filter((hit) => !spans.some((span) => overlaps(span, hit))),
      );
  }
  return result;
}

function sortIn(
  result: Scan,
  use: Exclude<Use, { kind: 'not' }>,
  field: Field,
  start: number,
  end: number,
): void {
  switch (use.kind) {
    case 'alias':
      keep(result.aliases, { use, field, start, end }, MOST_HITS);
      return;
    case 'short':
      keep(result.shorts, { use, field, start, end }, MOST_HITS);
      return;
    case 'blocker':
      keep(result.blockers, { use, field, start, end }, MOST_HITS);
      return;
    case 'role':
      keep(result.roles, { use, field, start, end }, MOST_HITS);
      return;
    case 'topic':
      keep(result.topics, { use, field, start, end }, MOST_HITS);
      return;
    case 'stage':
      keep(result.stages, { use, field, start, end }, MOST_HITS);
      return;
    case 'group':
      keep(listOf(result.groups, use.name), { use, field, start, end }, MOST_OF_A_GROUP);
  }
}

function listOf<T>(lists: Map<string, T[]>, name: string): T[] {
  const list = lists.get(name) ?? [];
  if (list.length === 0) lists.set(name, list);
  return list;
}

function keep<H>(hits: H[], hit: H, most: number): void {
  if (hits.length < most) hits.push(hit);
}

/** The words a span covers. */
export const matchedText = (fields: Scan['fields'], { field, start, end }: Span): string =>
  fields[field].slice(start, end);

export const overlaps = (a: Span, b: Span): boolean =>
  a.field === b.field && a.start < b.end && b.start < a.end;

/** Characters between two spans of one field, 0 where they touch or overlap; Infinity across fields. */
export const gap = (a: Span, b: Span): number =>
  a.field === b.field ? Math.max(0, a.start - b.end, b.start - a.end) : Number.POSITIVE_INFINITY;
