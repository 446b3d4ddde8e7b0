import type { Analysis, Finding, FindingKind, Grade, Statement } from '../model/index.ts';

/** One tag that an article gained or lost, with the evidence for it. */
export interface TagChange {
  kind: FindingKind | 'statement';
  /** Party or topic id, docket, date, stage; of a statement, the party or person who said it. */
  ref: string;
  change: 'gained' | 'lost';
  rule: string;
  matched: string;
}

/** What another dossier says of an article. */
export interface Difference {
  /** Null where it stayed the same. */
  grade: { before: Grade; after: Grade } | null;
  tags: TagChange[];
}

/** What was known of an article. */
export interface Known {
  grade: Grade;
  findings: readonly Finding[];
  statements: readonly Statement[];
}

type Tag = Omit<TagChange, 'change'>;

/** The first finding of each tag stands for all of them: what counts is whether an article has the tag. */
function tagsOf({ findings, statements }: Pick<Known, 'findings' | 'statements'>): Map<string, Tag> {
  const tags = new Map<string, Tag>();
  for (const { kind, ref, rule, matched } of findings) {
    const key = `${kind} ${ref}`;
    if (!tags.has(key)) tags.set(key, { kind, ref, rule, matched });
  }
  for (const { form, quote, person, party, start, end } of statements) {
    const ref = person ?? party ?? 'others';
    tags.set(`statement ${start} ${end} ${ref}`, { kind: 'statement', ref, rule: form, matched: quote });
  }
  return tags;
}

/** What changed between two analyses of the same text; null where nothing did that anybody is shown. */
export function differenceOf(before: Known, after: Analysis): Difference | null {
  const old = tagsOf(before);
  const now = tagsOf(after);
  const only = (tags: Map<string, Tag>, others: Map<string, Tag>, change: TagChange['change']) =>
    [...tags].flatMap(([key, tag]): TagChange[] => (others.has(key) ? [] : [{ ...tag, change }]));
  const tags = [...only(now, old, 'gained'), ...only(old, now, 'lost')];
  const { grade } = after.relevance;
  if (grade === before.grade && tags.length === 0) return null;
  return { grade: grade === before.grade ? null : { before: before.grade, after: grade }, tags };
}

/** How often one kind of change occurred. */
export interface TagTally {
  kind: TagChange['kind'];
  /** As in the changes; of dates only the type. */
  ref: string;
  gained: number;
  lost: number;
}

export type Tally = ReturnType<typeof createTally>;

/** Adds differences up. */
export function createTally() {
  const tags = new Map<string, TagTally>();
  const grades = new Map<string, { before: Grade; after: Grade; articles: number }>();
  return {
    add({ grade, tags: changes }: Difference): void {
      if (grade) {
        const key = `${grade.before} ${grade.after}`;
        const row = grades.get(key) ?? { ...grade, articles: 0 };
        row.articles += 1;
        grades.set(key, row);
      }
      for (const { kind, ref: whole, change } of changes) {
        const ref = kind === 'date' ? whole.slice(whole.indexOf('#') + 1) : whole;
        const key = `${kind} ${ref}`;
        const row = tags.get(key) ?? { kind, ref, gained: 0, lost: 0 };
        row[change] += 1;
        tags.set(key, row);
      }
    },
    /** Changes of grade, the most frequent first. */
    grades: () => [...grades.values()].sort((a, b) => b.articles - a.articles),
    /** Changes of tags, the most frequent first. */
    tags: () => [...tags.values()].sort((a, b) => b.gained + b.lost - (a.gained + a.lost)),
  };
}
