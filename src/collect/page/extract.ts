import type { Page, Wall } from '../../model/article.ts';
import type { Selectors } from '../../model/source.ts';
import { findArticle } from './article.ts';
import { findAuthors } from './authors.ts';
import type { Blocks } from './blocks.ts';
import { creditLines } from './creditlines.ts';
import { readCredits } from './credits.ts';
import { allDescriptions, allTitles, findSubtitle, findTitle } from './headline.ts';
import { isBinary, judge } from './judge.ts';
import { guessLanguage, likelyZone } from './language.ts';
import * as about from './metadata.ts';
import { parsePage } from './parse.ts';
import { findModified, findPublished } from './when.ts';

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
  const found = findArticle(root, allTitles(said), allDescriptions(said));
  const { cut, body, headline, text } = found;
  const language = about.statedLanguage(said) ?? guessLanguage(text) ?? options.language ?? null;
  const zone = options.timezone ?? likelyZone(options.url, language);
  const title = findTitle(said);
  const named = [...(said.linked?.authors ?? []), ...(said.meta.get('author') ?? [])];
  return {
    title,
    subtitle: findSubtitle(said),
    text,
    authors: findAuthors(said, cut, body, headline),
    publishedAt: findPublished(said, zone, cut, body, headline),
    modifiedAt: findModified(said, zone),
    language,
    section: about.findSection(said),
    canonicalUrl: about.findCanonical(said, options.url),
    image: about.findImage(said, options.url),
    credits: readCredits(creditLines(found, named)),
    wall: judge({ title, text, allText: sampleText(cut), paid: said.linked?.paid ?? false, scripts: 1 }),
    extractor: EXTRACTOR,
  };
}

/** The beginning of all the page's text, furniture included. */
const sampleText = ({ blocks }: Blocks): string =>
  blocks
    .slice(0, 400)
    .map((block) => block.text)
    .join('\n')
    .slice(0, 20_000);

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
