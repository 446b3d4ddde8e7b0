import type { Element } from './dom.ts';

/**
 * What an element's name, class, id or role says of its content.
 * `furniture` is never article text; `side` none while it is small beside the rest; `doubtful` none unless it
 * reads like prose.
 */
export type Hint = 'furniture' | 'footer' | 'side' | 'doubtful' | 'comments' | 'consent' | 'hidden' | null;

const words = (list: string): RegExp =>
  new RegExp(`(?:^|[- ])(?:${list.trim().replace(/\s+/g, '|')})(?=[- ]|$)`);

// Class words are matched whole, after camelCase and punctuation became dashes: `shareholder` is not `share`.
const COMMENTS = words(`comment(?:s|list|section|area|area)? kommentare? kommentarbereich disqus
  livefyre leserkommentare? comentarios commentaires`);

const CONSENT = words(
  `cookie cookies consent gdpr cmpbox cmp-banner cookiebanner cookie-banner cookie-law onetrust usercentrics cli-modal cli-privacy`,
);

const FOOTER = words(`footer site-footer page-footer rodape fusszeile pie-pagina colophon imprint`);

const SIDE =
  words(`teaser(?!-(?:text|content|body)) teasers teaserlist infobox factbox faktenbox faktbox infokasten contentbox expandable-box fm-box
  callout pullquote pull-quote aside product-box productbox promo-box live-blog-promo 
  gallery slideshow carousel slider inlinegallery linkback`);

const FURNITURE = words(`
  share(?:bar|s|buttons?|tools|links)? sharing social(?:bar|media|share|links)?(?!-embed|-media-embed) shariff addthis addtoany sharethis sharedaddy jp-relatedposts
  newsletter newsletters nl subscribe signup sign-up
  related relateds related(?:posts|articles|content|links|topics)? recommended recommendations? recirc recirculation
  outbrain taboola plista trending mostread most-read most-popular popular readmore read-more more-articles
  also-read read-next up-next similar weitere-artikel mehr-zum-thema mehrzumthema promo promos promotion sponsored
  ad ads adv advert adverts advertisement advertising anzeige anzeigen werbung adsbygoogle ad-slot dfp
  breadcrumbs? brotkrumen nav navbar navigation menu submenu pagination pager paging
  sidebar(?!-(?:grid|layout))
  caption captions figcaption wp-caption-text bildunterschrift bildnachweis photo-credit image-credit
  byline bylines timestamp post-meta entry-meta article-meta postmeta entry-footer reading-time readingtime lesezeit
  author-box authorbox author-bio author-info about-author tags taglist tag-list tag-cloud keywords
  player podcast poll quiz rating ratings vote toolbar print
  modal popup overlay lightbox tooltip toast`);

const DOUBTFUL = words(`
  author autor authors date datetime meta metadata info box
  header topics? themen categories category cat-links copyright credits? source
  video audio embed links link-list linklist
  banner button buttons btn tools actions login register paid abo
  profile bio more mehr next prev previous navi topbar bottom headerbar topic-list`);

const HIDDEN =
  /^(?:hidden|is-hidden|sr-only|visually-?hidden|screen-reader(?:-text)?|screenreader\S*|invisible|hide|d-none|u-hidden|offscreen|print-only|only-print|show-for-sr|element-invisible)$/i;

/** Classes that tell of a post's tags or a page's state, in the words of what they are not. */
const STATE =
  /^(?:has|with|no|not|without|supports|format|status|type)[-_]|^(?:tag|category)[-_](?!list|cloud|links|box)|[-_](?:enabled|disabled|open|closed|layout|grid|true|false|page)$/i;

const memo = new Map<string, Hint>();
const MEMO_LIMIT = 20_000;

const dashed = (name: string): string =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[^\p{L}\d]+/gu, '-')
    .toLowerCase();

function readName(names: string[]): Hint {
  if (names.some((name) => HIDDEN.test(name))) return 'hidden';
  const all = names
    .filter((name) => !STATE.test(name))
    .map((name) => dashed(name.split('--')[0] ?? ''))
    .join(' ');
  if (COMMENTS.test(all)) return 'comments';
  if (CONSENT.test(all)) return 'consent';
  if (FOOTER.test(all)) return 'footer';
  if (FURNITURE.test(all)) return 'furniture';
  if (SIDE.test(all)) return 'side';
  return DOUBTFUL.test(all) ? 'doubtful' : null;
}

const ROLES: Record<string, Hint> = {
  navigation: 'furniture',
  complementary: 'furniture',
  contentinfo: 'furniture',
  dialog: 'furniture',
  alertdialog: 'furniture',
  menu: 'furniture',
  menubar: 'furniture',
  search: 'furniture',
  toolbar: 'furniture',
  tablist: 'furniture',
};

const TAGS: Record<string, Hint> = {
  nav: 'furniture',
  footer: 'footer',
  aside: 'furniture',
  figure: 'furniture',
  figcaption: 'furniture',
  form: 'doubtful',
  menu: 'furniture',
  header: 'doubtful',
};

/** Headings and table parts carry layout words in plenty; their text is judged instead. */
const PLAIN = new Set('h1 h2 h3 h4 h5 h6 table thead tbody tr th td'.split(' '));

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Reads an element's hint; class and id are looked up in a bounded memo since pages repeat them. */
export function hintOf(element: Element): Hint {
  const { attribs, name } = element;
  const tag = TAGS[name];
  if (tag === 'furniture') return tag;
  if ('hidden' in attribs || (attribs.style !== undefined && HIDDEN_STYLE.test(attribs.style.slice(0, 400))))
    return 'hidden';
  const role = attribs.role === undefined ? undefined : ROLES[attribs.role];
  if (role) return role;
  if (PLAIN.has(name)) return null;
  const label = [attribs.class, attribs.id, attribs['data-testid']]
    .map((part) => part?.slice(0, 300) ?? '')
    .join(' ');
  if (label.length < 3) return tag ?? null;
  let hint = memo.get(label);
  if (hint === undefined) {
    hint = readName(label.trim().split(/\s+/));
    if (memo.size >= MEMO_LIMIT) memo.clear();
    memo.set(label, hint);
  }
  return hint ?? tag ?? null;
}
