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
  for (const field of FIELDS) {
    findPatterns(dossier.matcher, fields[field], (use, start, end) => {
      sortIn(result, use, { field, start, end });
      return false;
    });
  }
  return result;
}

function sortIn(result: Scan, use: Use, span: Span): void {
  switch (use.kind) {
    case 'alias':
      result.aliases.push({ use, ...span });
      return;
    case 'short':
      result.shorts.push({ use, ...span });
      return;
    case 'blocker':
      result.blockers.push({ use, ...span });
      return;
    case 'role':
      result.roles.push({ use, ...span });
      return;
    case 'topic':
      result.topics.push({ use, ...span });
      return;
    case 'stage':
      result.stages.push({ use, ...span });
      return;
    case 'group': {
      const hits = result.groups.get(use.name);
      if (hits) hits.push({ use, ...span });
      else result.groups.set(use.name, [{ use, ...span }]);
    }
  }
}

/** The words a span covers. */
export const matchedText = (fields: Scan['fields'], { field, start, end }: Span): string =>
  fields[field].slice(start, end);

export const overlaps = (a: Span, b: Span): boolean =>
  a.field === b.field && a.start < b.end && b.start < a.end;

/** Characters between two spans of one field, 0 where they touch or overlap; Infinity across fields. */
export const gap = (a: Span, b: Span): number =>
  a.field === b.field ? Math.max(0, a.start - b.end, b.start - a.end) : Number.POSITIVE_INFINITY;
