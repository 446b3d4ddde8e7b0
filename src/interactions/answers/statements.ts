import { wordsOf } from '../../publish/words.ts';
import { type StatementRow, statements } from '../../query/lists.ts';
import { snippetLimits } from '../limits.ts';
import type { Answer } from '../model.ts';
import { day, dim, dotted, type Item, link, text } from '../render.ts';
import { listPage } from './list.ts';
import { type Asking, narrowing } from './narrowing.ts';

const SIZE = 5;

/** Who said it: the speaker with the party, or the one that is known. */
function who(speaker: string | null, party: string | null): string {
  if (speaker === null || party === null || speaker === party) return speaker ?? party ?? '?';
  return `${speaker} (${party})`;
}

/** A statement in a list. @param limit characters that may be shown; a longer quotation is left out, never cut */
export function statementItem({ question, names }: Asking, row: StatementRow, limit: number): Item {
  const words = wordsOf(question.language);
  const quote = row.form === 'direct' ? words.quote(row.quote) : row.quote;
  return {
    head: [
      text(who(row.speaker, names.party(row.party)), true),
      ...(row.form === 'direct' ? [] : [dim(` (${words.reported})`)]),
    ],
    facts: dotted([
      link(row.outlet, row.url),
      day(row.at),
      row.storyId === null ? null : words.story(row.storyId),
    ]),
    ...(row.quote.length <= limit && { excerpt: [text(quote)] }),
  };
}

/** `/statements`. */
export function statementsAnswer(asked: Asking): Answer {
  const narrowed = narrowing(asked, SIZE);
  if ('problem' in narrowed) return narrowed;
  const { db, words } = asked;
  const limits = snippetLimits(db);
  return listPage(asked, {
    title: words.titles.statements,
    narrowed: narrowed.said,
    rows: statements(db, narrowed.filters),
    size: SIZE,
    empty: words.empty.statements,
    item: (row) => statementItem(asked, row, limits(row.outlet)),
  });
}
