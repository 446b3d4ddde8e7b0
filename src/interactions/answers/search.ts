import type { Line } from '../../publish/message.ts';
import { truncate } from '../../publish/text.ts';
import { wordsOf } from '../../publish/words.ts';
import { didYouMean } from '../../query/did-you-mean.ts';
import { MARK, QueryError, type SearchHit, search } from '../../query/search.ts';
import { snippetLimits } from '../limits.ts';
import type { Answer } from '../model.ts';
import { day, dotted, type Item, link, text } from '../render.ts';
import { listPage } from './list.ts';
import { type Asking, narrowing } from './narrowing.ts';

const SIZE = 5;
const SNIPPET = 280;

/** A blank between two words found: they are marked as one. */
const BETWEEN = new RegExp(`${MARK.end}(\\s+)${MARK.begin}`, 'g');

/** A snippet as runs, the words found in bold. */
function marked(snippet: string): Line {
  return snippet
    .replace(BETWEEN, '$1')
    .split(MARK.begin)
    .flatMap((part, index): Line => {
      const [found = '', after] = part.split(MARK.end);
      return index === 0 || after === undefined ? [text(part)] : [text(found, true), text(after)];
    })
    .filter((run) => run.kind === 'text' && run.text !== '');
}

const unmarked = (snippet: string): string => snippet.replaceAll(MARK.begin, '').replaceAll(MARK.end, '');

function hitItem({ question }: Asking, hit: SearchHit, limit: number): Item {
  const words = wordsOf(question.language);
  const whole = unmarked(hit.snippet).length <= Math.min(limit, SNIPPET);
  return {
    head: [link(hit.title, hit.url)],
    facts: dotted([
      hit.outlet,
      hit.agencies,
      day(hit.at),
      hit.storyId === null ? null : words.story(hit.storyId),
    ]),
    excerpt: whole ? marked(hit.snippet) : [text(truncate(unmarked(hit.snippet), Math.min(limit, SNIPPET)))],
  };
}

/** `/search`. */
export function searchAnswer(asked: Asking): Answer {
  const narrowed = narrowing(asked, SIZE);
  if ('problem' in narrowed) return narrowed;
  const { db, words, question, concepts } = asked;
  const { query = '', translate } = question.options;
  try {
    const rows = search(db, query, narrowed.filters, translate ? concepts : []);
    const instead = rows.length === 0 && question.page === 0 ? didYouMean(db, query) : null;
    const limits = snippetLimits(db);
    return listPage(asked, {
      title: words.titles.search(query),
      narrowed: translate ? [...narrowed.said, words.translated] : narrowed.said,
      rows,
      size: SIZE,
      empty: [words.empty.search, instead === null ? '' : words.didYouMean(instead)].join(' ').trim(),
      item: (hit) => hitItem(asked, hit, limits(hit.outlet)),
    });
  } catch (error) {
    if (error instanceof QueryError) return { problem: 'no-words', value: query };
    throw error;
  }
}
