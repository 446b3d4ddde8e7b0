import type { CheerioAPI } from 'cheerio/slim';
import type { Page, Wall } from '../../model/article.ts';
import { extractorOf, type PublisherRule } from '../../model/publisher.ts';
import type { Selectors } from '../../model/source.ts';
import { findArticle } from './article.ts';
import { cleanAuthors, findAuthors } from './authors.ts';
import { creditLines } from './creditlines.ts';
import { readCredits } from './credits.ts';
import { readInstant } from './dates.ts';
import { innerText } from './dom.ts';
import { allDescriptions, allTitles, findSubtitle, findTitle } from './headline.ts';
import { isBinary, judge } from './judge.ts';
import { likelyZone, pageLanguage } from './language.ts';
import * as about from './metadata.ts';
import { parsePage } from './parse.ts';
import { removeSelected, select, selectText } from './rules.ts';
import { toldParagraphs } from './trust.ts';
import { findModified, findPublished } from './when.ts';

export interface ExtractOptions {
  /** Address the page was read from. */
  url: string;
  /** IANA zone for dates without one; the default is told from the page's language. */
  timezone?: string | undefined;
  /** What the publisher's pages are known to look like. */
  publisher?: PublisherRule | undefined;
  /** The source's own; each stands above its publisher's. */
  selectors?: Selectors | undefined;
  /** Keys of the paragraphs that recur on the outlet's pages (`paragraphKeys`); they are left out. */
  recurring?: ReadonlySet<string> | undefined;
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
  const own = options.rules === 'off' ? undefined : options.selectors;
  const publisher = options.rules === 'off' ? undefined : options.publisher;
  const rule: Selectors = { ...publisher?.selectors, ...own };
  const { root, $ } = parsePage(html);
  removeSelected($, rule.remove ?? []);
  const said = about.gatherStatements(root, options.url);
  const clues = {
    titles: allTitles(said),
    descriptions: allDescriptions(said),
    told: toldParagraphs(said.linked?.body ?? null),
    bodies: select($, rule.body),
    doubted: own?.body === undefined,
    recurring: options.recurring ?? new Set<string>(),
  };
  const found = findArticle(root, clues);
  const language = pageLanguage(about.statedLanguage(said), found.text) ?? options.language ?? null;
  const zone = options.timezone ?? likelyZone(options.url, language);
  const title = selectText($, rule.title) ?? findTitle(said);
  const { blocks } = found.cut;
  const paid = said.linked?.paid ?? false;
  const declared = said.linked !== null || said.meta.get('og:type')?.[0] === 'article';
  const wall = judge({ title, text: found.text, blocks, scripts: said.scripts, paid, declared });
  return {
    title,
    subtitle: findSubtitle(said),
    text: wall !== null && WITHOUT_TEXT.has(wall) ? '' : found.text,
    authors: ruledAuthors($, rule) ?? findAuthors(said, found),
    publishedAt: readInstant(selectText($, rule.published), zone) ?? findPublished(said, zone, found),
    modifiedAt: findModified(said, zone),
    language,
    section: about.findSection(said),
    canonicalUrl: about.findCanonical(said, options.url),
    image: about.findImage(said, options.url),
    credits: readCredits(creditLines(found, namedCredits($, rule, said))),
    wall,
    recurring: found.recurring,
    extractor: found.ruled ? ruleName(own, publisher) : EXTRACTOR,
  };
}

const ruleName = (own: Selectors | undefined, publisher: PublisherRule | undefined): string =>
  publisher === undefined || own?.body !== undefined ? 'rule@1' : extractorOf(publisher);

function ruledAuthors($: CheerioAPI, rule: Selectors): string[] | null {
  const names = cleanAuthors(select($, rule.authors).map((element) => innerText(element, 500)));
  return names.length > 0 ? names : null;
}

const namedCredits = ($: CheerioAPI, rule: Selectors, said: about.Statements): string[] => [
  ...select($, rule.credit).map((element) => innerText(element, 500)),
  ...(said.linked?.authors ?? []),
  ...(said.meta.get('author') ?? []),
];

/** Walls whose words are never taken for the article's. */
const WITHOUT_TEXT: ReadonlySet<Wall> = new Set(['bot-wall', 'consent-wall', 'soft-404', 'wrong-type']);

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
  recurring: [],
  extractor: EXTRACTOR,
});
