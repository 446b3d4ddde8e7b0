import type { Page, Wall } from '../../model/article.ts';
import type { Selectors } from '../../model/source.ts';
import { findArticle } from './article.ts';
import { readCredits } from './credits.ts';
import { isBinary, judge } from './judge.ts';
import * as about from './metadata.ts';
import { parsePage } from './parse.ts';

export interface ExtractOptions {
  /** Address the page was read from. */
  url: string;
  /** IANA zone for dates without one; the default is told from the page's language. */
  timezone?: string | undefined;
  selectors?: Selectors | undefined;
  /** `off`: the general method alone. */
  rules?: 'on' | 'off' | undefined;
  /** The source's language, for pages that state none. */
  language?: string | undefined;
}

const EXTRACTOR = 'general@1';

/**
 * Draws the article from a page: parse → what the page says of itself → locate the body → clean → assemble →
 * judge. Pure and synchronous; bounded in time and memory whatever it is given; never throws.
 */
export function extractPage(html: string, options: ExtractOptions): Page {
  if (isBinary(html)) return emptyPage('wrong-type');
  const { root } = parsePage(html);
  const said = about.gatherStatements(root, options.url);
  const zone = options.timezone ?? 'Europe/Berlin';
  const title = about.findTitle(said);
  const { cut, text } = findArticle(root, about.allTitles(said), about.allDescriptions(said));
  const allText = cut.blocks
    .map((block) => block.text)
    .join('\n')
    .slice(0, 20_000);
  const wall = judge({ html, title, text, allText, scripts: 1, paid: said.linked?.paid ?? false });
  return {
    title,
    subtitle: about.findSubtitle(said),
    text,
    authors: about.findAuthors(said),
    publishedAt: about.findPublished(said, zone),
    modifiedAt: about.findModified(said, zone),
    language: about.statedLanguage(said) ?? options.language ?? null,
    section: about.findSection(said),
    canonicalUrl: about.findCanonical(said, options.url),
    image: about.findImage(said, options.url),
    credits: readCredits({ blocks: cut.blocks, authors: said.linked?.authors ?? [] }),
    wall,
    extractor: EXTRACTOR,
  };
}

const emptyPage = (wall: Wall): Page => ({
  title: null,
  subtitle: null,
  text: '',
  authors: [],
  publishedAt: null,
  modifiedAt: null,
  language: null,
  section: null,
  canonicalUrl: null,
  image: null,
  credits: [],
  wall,
  extractor: EXTRACTOR,
});
