import type { Instant } from '../../src/model/index.ts';
import type { Block, WorldArticle, WorldRevision } from './types.ts';

function replaced(text: string, revision: WorldRevision): string {
  return (revision.replace ?? []).reduce((sum, [from, to]) => sum.replaceAll(from, to), text);
}

function revisedBlock(block: Block, revision: WorldRevision): Block {
  if (typeof block === 'string') return replaced(block, revision);
  if ('heading' in block) return { heading: replaced(block.heading, revision) };
  if ('pullQuote' in block) return { pullQuote: replaced(block.pullQuote, revision) };
  if ('list' in block) return { list: block.list.map((item) => replaced(item, revision)) };
  return block;
}

function revised(article: WorldArticle, revision: WorldRevision): WorldArticle {
  return {
    ...article,
    path: revision.path ?? article.path,
    title: replaced(article.title, revision),
    teaser: replaced(article.teaser, revision),
    body: [...article.body.map((block) => revisedBlock(block, revision)), ...(revision.append ?? [])],
  };
}

/** The article as it stands at an instant: its revisions until then applied, in order. */
export function articleAt(article: WorldArticle, now: Instant): WorldArticle {
  return (article.revisions ?? [])
    .filter((revision) => revision.at <= now)
    .reduce((sum, revision) => revised(sum, revision), article);
}

/** When the page last changed until `now`: publication, a revision or a ticker item. */
export function modifiedAt(article: WorldArticle, now: Instant): Instant {
  const moments = [...(article.revisions ?? []), ...(article.ticker ?? [])].map(({ at }) => at);
  return [article.at, ...moments.filter((at) => at <= now)].sort().at(-1) ?? article.at;
}

/** The words of a block, as one string. */
export function plain(block: Block): string {
  if (typeof block === 'string') return block;
  if ('heading' in block) return block.heading;
  if ('pullQuote' in block) return block.pullQuote;
  if ('list' in block) return block.list.join(' ');
  return '';
}
