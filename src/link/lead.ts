import type { Grade, Language } from '../model/index.ts';
import type { MemberRow, StoryHead } from '../store/stories.ts';

const GRADE_ORDER: readonly Grade[] = ['core', 'secondary', 'context', 'off'];
/** From this share of the longest text on, an article counts as complete. */
const COMPLETE = 0.6;
/** Below this share it is a flash or a brief, however original. */
const BRIEF = 0.25;

/** Reasons for an article to lead its story, the weightiest first; false sorts behind true. */
function merits(article: MemberRow, longest: number, languages: readonly Language[]): boolean[] {
  return [
    article.textFrom === 'page' && article.wall === null,
    !article.live,
    !article.primary,
    article.language === languages[0],
    languages.includes(article.language),
    article.grade === 'core',
    article.length >= BRIEF * longest,
    !article.reprint,
    article.length >= COMPLETE * longest,
  ];
}

/**
 * The article that stands for a story: readable in full, about this alone (no live blog), of the press (a release is shown beside it), in the
 * preferred language, more than a brief, original before reprint, complete; among equals the first to appear.
 */
export function chooseLead(
  members: readonly MemberRow[],
  languages: readonly Language[],
): MemberRow | undefined {
  const longest = Math.max(0, ...members.map((member) => member.length));
  return [...members].sort((a, b) => {
    const theirs = merits(b, longest, languages);
    for (const [i, mine] of merits(a, longest, languages).entries())
      if (mine !== theirs[i]) return mine ? -1 : 1;
    return a.at < b.at ? -1 : a.at > b.at ? 1 : a.articleId - b.articleId;
  })[0];
}

/** The stage that most of the articles report; among equals the one reported last. */
function stageOf(members: readonly MemberRow[]): string | null {
  const told = members.flatMap(({ stage }) => (stage === null ? [] : [stage]));
  const count = (stage: string): number => told.filter((other) => other === stage).length;
  return told.reduce<string | null>(
    (best, stage) => (best !== null && count(best) > count(stage) ? best : stage),
    null,
  );
}

/** A story's own row, drawn from its articles (oldest first); null where there are none. */
export function headOf(members: readonly MemberRow[], languages: readonly Language[]): StoryHead | null {
  const lead = chooseLead(members, languages);
  if (!lead) return null;
  const seen = members.map((member) => member.firstSeenAt).sort();
  return {
    title: lead.title,
    language: lead.language,
    leadArticleId: lead.articleId,
    stage: stageOf(members),
    grade: GRADE_ORDER.find((grade) => members.some((member) => member.grade === grade)) ?? 'off',
    firstSeenAt: seen[0] ?? lead.firstSeenAt,
    lastSeenAt: seen.at(-1) ?? lead.firstSeenAt,
  };
}
