/** Query keys that say where a reader came from, never what is shown. */
const TRACKING =
  /^(?:utm_.+|mtm_.+|pk_.+|hsa_.+|at_.+|wt_.+|xtor|cmp|cmpid|ito|ref|referrer|referer|refsrc|src|source|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|yclid|igshid|igsh|mc_cid|mc_eid|ocid|ncid|icid|cid|sc_src|sc_lid|sc_uid|sc_llid|sc_cid|soc_src|soc_trk|smid|smtyp|partner|feed|rss|xing_share|li_fat_id|spm|_ga|_gl|ga_.+|dicbo|obOrigUrl|oborigurl|trk|trkcampaign|s_cid|share|shared|sharetype|kampagnenid|wtmc|wt_mc|wt_zmc|GEPC|d|n_cid|guccounter|guce_referrer(?:_sig)?|amp|outputtype|output|print|printview|pdf|reduced|seite_komplett|komplettansicht|giftcode|unlocked_article_code|newsletter|nl|campaign|campaignid|campaign_id)$/i;
/** Of these keys only the listed values are tracking; another value can name another page. */
const TRACKING_VALUES: Record<string, RegExp> = {
  d: /^\d{9,}$/,
  feed: /^(?:rss|atom|\d)?/i,
  share: /^(?:.*)$/,
  source: /^(?!\d+$)/,
  src: /^(?!\d+$)/,
  cid: /^(?!\d{1,8}$)/,
  output: /^(?:amp|print|1)?$/i,
  amp: /^(?:1|true|amp)?$/i,
  print: /^(?:1|true|yes|print)?$/i,
};
/** Host labels under which a site serves the same pages to telephones or as AMP. */
const MOBILE_LABELS = new Set(['m', 'mobil', 'mobile', 'amp', 'touch', 'www']);
/** Longer paths are no article's. */
const MAX_PATH = 2_000;
const INDEX_FILE = /\/(?:index|default|home)\.(?:html?|php|aspx?|jsp)$/i;

/** `m.`, `amp.`, `www.` in front of a registrable name do not make another site. */
function canonicalHost(host: string): string {
  let labels = host.toLowerCase().replace(/\.$/, '').split('.');
  while (labels.length > 2 && MOBILE_LABELS.has(labels[0] ?? '')) labels = labels.slice(1);
  return labels.join('.');
}

/** The page behind an AMP cache's address (`www-example-org.cdn.ampproject.org`, `google.com/amp/s/…`). */
function behindAmpCache(url: URL): URL {
  const viewer = /^\/(?:amp|c|v|wp)\/(?:s\/)?([\w-]+(?:\.[\w-]+)+\/.*)$/.exec(url.pathname);
  const isCache = url.hostname.endsWith('.cdn.ampproject.org') || url.hostname.endsWith('.ampproject.net');
  const isViewer = /^(?:www\.)?google\.[a-z.]{2,6}$/.test(url.hostname) && url.pathname.startsWith('/amp/');
  if (!viewer || !(isCache || isViewer)) return url;
  try {
    return new URL(`https://${viewer[1]}${url.search}`);
  } catch {
    return url;
  }
}

/** Drops what names a view of the page: AMP and print forms, index files, trailing slashes. */
function dropView(path: string): string {
  return path
    .replace(/\/{2,}/g, '/')
    .replace(/^\/amp\/(?=.)/i, '/')
    .replace(/\/(?:amp|print|druckansicht|drucken|komplettansicht|all-pages)(?:\.html?)?\/?$/i, '')
    .replace(/[.-]amp(\.html?)?\/?$/i, '$1')
    .replace(/[.,_]print(\.html?)?$/i, '$1')
    .replace(/;jsessionid=[^/]*/i, '')
    .replace(INDEX_FILE, '/')
    .replace(/\/+$/, '');
}

function canonicalPath(path: string): string {
  let plain = path.slice(0, MAX_PATH);
  // Views are stacked (`/amp/…/print/`); each round drops one layer.
  for (let next = dropView(plain); next !== plain; next = dropView(plain)) plain = next;
  return plain === '' ? '/' : plain;
}

/** Articles of n-tv.de are named by one number in two forms: `…-article25136526.html`, `…-id25136526.html`. */
function ntvPath(path: string): string {
  const match = /^(.*?)-?(?:article|id)(\d{6,})\.html$/.exec(path);
  return match ? `${match[1]}-id${match[2]}.html` : path;
}

function canonicalQuery(params: URLSearchParams): string {
  const kept = [...params].filter(([key, value]) => {
    if (!TRACKING.test(key)) return true;
    const only = TRACKING_VALUES[key.toLowerCase()];
    return only !== undefined && !only.test(value);
  });
  kept.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : x > y ? 1 : 0) : a < b ? -1 : 1));
  return new URLSearchParams(kept).toString();
}

/**
 * The form of a URL by which a page is known: https, no `www.`/mobile/AMP host, no tracking keys, fragment,
 * print or AMP view, default port or trailing slash; query keys sorted. Two addresses of one page give the same
 * text; the result is a working address and its own canonical form. Text that is no http(s) URL comes back trimmed.
 */
export function canonicalUrl(url: string): string {
  let parsed: URL;
  try {
    parsed = new URL(url.trim());
  } catch {
    return url.trim();
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return url.trim();
  parsed = behindAmpCache(parsed);
  const host = canonicalHost(parsed.hostname);
  const port = parsed.port === '' || parsed.port === '80' || parsed.port === '443' ? '' : `:${parsed.port}`;
  const path = canonicalPath(parsed.pathname);
  const query = canonicalQuery(parsed.searchParams);
  return `https://${host}${port}${host === 'n-tv.de' ? ntvPath(path) : path}${query ? `?${query}` : ''}`;
}

/** Path segments that are a list of articles, not one. */
const SECTION = /^(?:\/[a-z][a-z_-]{1,24}){0,2}$/;

/** The last two labels of a host (three for `co.uk` and its like). */
function site(host: string): string {
  const labels = host.split('.');
  const compound = labels.length > 2 && /^(?:co|com|org|gov|ac|gv|or|net)$/.test(labels.at(-2) ?? '');
  return labels.slice(compound ? -3 : -2).join('.');
}

/**
 * The address an article is known by: what the page says of itself (rel=canonical, og:url) where that is
 * another address of the same site that can be one article, else where it was fetched from. Pages that name
 * their home page, a section or another site as canonical are not believed.
 */
export function articleUrl(fetchedUrl: string, declaredUrl: string | null): string {
  const fetched = canonicalUrl(fetchedUrl);
  if (declaredUrl === null) return fetched;
  const declared = canonicalUrl(declaredUrl);
  if (declared === fetched || !/^https:/.test(declared) || !/^https:/.test(fetched)) return fetched;
  const from = new URL(fetched);
  const to = new URL(declared);
  if (site(from.hostname) !== site(to.hostname)) return fetched;
  // A query alone can name the page (`?id=7`): a canonical address that lost it names them all.
  if (to.search === '' && from.search !== '' && SECTION.test(to.pathname)) return fetched;
  if (to.pathname === '/' && to.search === '') return fetched;
  const isAncestor =
    `${from.pathname}/`.startsWith(`${to.pathname}/`) && to.pathname.length < from.pathname.length;
  if (SECTION.test(to.pathname) && (isAncestor || !SECTION.test(from.pathname)) && to.search === '')
    return fetched;
  return declared;
}
