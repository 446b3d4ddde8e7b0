/** An excerpt of an article, and how many characters of the article its outlet lets be shown; null: no limit. */
export interface Excerpt {
  articleId: number;
  snippetLimit: number | null;
}

/**
 * What may still be shown of each article. `take` says whether an excerpt fits into what its outlet allows, and counts
 * it if so; it is never shortened, for a cut sentence may say something else.
 * @param most characters of any article, whatever its outlet allows
 */
export function snippetBudget(most: number = Number.POSITIVE_INFINITY) {
  const shown = new Map<number, number>();
  return {
    take({ articleId, snippetLimit }: Excerpt, text: string): boolean {
      const all = (shown.get(articleId) ?? 0) + text.length;
      if (all > Math.min(most, snippetLimit ?? most)) return false;
      shown.set(articleId, all);
      return true;
    },
  };
}

export type SnippetBudget = ReturnType<typeof snippetBudget>;
