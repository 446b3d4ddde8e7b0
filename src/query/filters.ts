/** What narrows a search or a list. Days are UTC, `since` and `until` inclusive. */
export interface Filters {
  party?: string | undefined;
  topic?: string | undefined;
  source?: string | undefined;
  language?: string | undefined;
  /** Of the source, ISO 3166 alpha-2. */
  country?: string | undefined;
  /** Credited to this wire agency. */
  agency?: string | undefined;
  /** Only an outlet's own reporting: no agency credited, no copy of another's text. */
  own?: boolean | undefined;
  stage?: string | undefined;
  grade?: string | undefined;
  /** Case number, as findings refer to it. */
  docket?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
  limit?: number | undefined;
  /** So many are passed over. */
  offset?: number | undefined;
}

/** A condition in SQL with the values of its named parameters. */
export interface Conditions {
  /** Each begins with ` AND `; empty where nothing narrows. */
  where: string;
  values: Record<string, string>;
}

type Meaning = [name: keyof Filters, value: string | undefined, condition: string];

/** The conditions whose filter is set. */
function chosen(all: Meaning[]): Conditions {
  const set = all.filter(([, value]) => value !== undefined);
  return {
    where: set.map(([, , condition]) => ` AND ${condition}`).join(''),
    values: Object.fromEntries(set.map(([name, value = '']) => [name, value])),
  };
}

const OWN = `NOT EXISTS (SELECT 1 FROM credit c WHERE c.article_id = a.id)
  AND NOT EXISTS (SELECT 1 FROM link l WHERE l.article_id = a.id AND l.kind IN ('duplicate', 'contained-in'))`;

/** Filters and the condition that each means for the view `articles` as `a`. */
function meanings(filters: Filters): Meaning[] {
  const mention = (kind: string) =>
    `EXISTS (SELECT 1 FROM finding f WHERE f.article_id = a.id AND f.kind = '${kind}' AND f.ref = @${kind})`;
  return [
    ['party', filters.party, mention('party')],
    ['topic', filters.topic, mention('topic')],
    ['source', filters.source, 'a.source_id = @source'],
    ['language', filters.language, 'a.language = @language'],
    ['country', filters.country?.toUpperCase(), 'a.country = @country'],
    [
      'agency',
      filters.agency?.toLowerCase(),
      'EXISTS (SELECT 1 FROM credit c WHERE c.article_id = a.id AND lower(c.agency) = @agency)',
    ],
    ['own', filters.own ? '1' : undefined, `@own = '1' AND ${OWN}`],
    ['stage', filters.stage, 'a.stage = @stage'],
    ['grade', filters.grade, 'a.grade = @grade'],
    ['docket', filters.docket, mention('docket')],
    ['since', filters.since, 'a.at >= @since'],
    ['until', filters.until, `a.at < date(@until, '+1 day')`],
  ];
}

/** The conditions that filters mean for a query over the view `articles` as `a`. */
export function articleConditions(filters: Filters): Conditions {
  return chosen(meanings(filters));
}

/** Where a page of a list begins and how long it is. */
export function page(filters: Filters, limit: number): { limit: number; offset: number } {
  return { limit: filters.limit ?? limit, offset: filters.offset ?? 0 };
}

/** Values of named parameters without those that are not set. */
export function given(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
