import type { Http } from './client.ts';
import { robotsParser } from './robots-parser.ts';
import { fetchSiteRules, type SiteRules } from './site-rules.ts';
import {
  forbidsAi,
  readHead,
  reservedByRobots,
  type TdmReservation,
  tdmByFile,
  tdmByHeaders,
} from './tdm.ts';

/** Whether a page may be read, with why. */
export interface Permission {
  allowed: boolean;
  /** A sentence for the ledger. */
  reason: string;
  crawlDelayMs: number | null;
  /** Set whether or not it is respected, so that it can be logged. */
  tdmReserved: TdmReservation | null;
}

/** A fetched page, for the reservations that only the answer shows. */
export interface PageAnswer {
  headers: Record<string, string>;
  html: string;
}

export interface RobotsSettings {
  /** Its first word up to the slash is the name that robots.txt may address. */
  userAgent: string;
  /** `ignore` keeps to the crawl-delay only. */
  mode: 'respect' | 'ignore';
  /** `log` reads reserved pages all the same, and says that they are reserved. */
  tdm: 'respect' | 'log';
}

/** Site rules by origin; a `Map` will do, a store keeps them over a restart. */
export interface RulesCache {
  get(origin: string): SiteRules | undefined;
  set(origin: string, rules: SiteRules): unknown;
}

export interface Robots {
  /** Before a page is fetched; and again with the answer, before it is used. Fetches the site's rules when due. */
  check(url: string, answer?: PageAnswer): Promise<Permission>;
  /** What the site of the URL asks between two requests, as far as is known without asking it. */
  crawlDelayMs(url: string): number | null;
}

/** Some robots.txt ask for hours by mistake; no host is waited for longer than this. */
const MAX_CRAWL_DELAY_MS = 600_000;

/** Keeps to robots.txt (RFC 9309) and to text-and-data-mining reservations. Never throws for what the web does. */
export function createRobots(
  http: Http,
  settings: RobotsSettings,
  cache: RulesCache = new Map<string, SiteRules>(),
  now: () => Date = () => new Date(),
): Robots {
  const agent = settings.userAgent.split('/', 1)[0] ?? '';
  const rulesFor = async (origin: string): Promise<SiteRules> => {
    const known = cache.get(origin);
    if (known !== undefined && Date.parse(known.expiresAt) > now().getTime()) return known;
    const rules = await fetchSiteRules(origin, known, http);
    cache.set(origin, rules);
    return rules;
  };
  return {
    check: async (address, answer) => {
      if (!URL.canParse(address)) return refuse(`${address.slice(0, 200)} is no URL`);
      const url = new URL(address);
      if (!/^https?:$/.test(url.protocol)) return refuse(`${url.protocol} is not fetched`);
      return judge(url, await rulesFor(url.origin), answer, { agent, settings });
    },
    crawlDelayMs: (address) => {
      const rules = URL.canParse(address) ? cache.get(new URL(address).origin) : undefined;
      return rules === undefined ? null : crawlDelay(rules, agent);
    },
  };
}

function judge(
  url: URL,
  rules: SiteRules,
  answer: PageAnswer | undefined,
  { agent, settings }: { agent: string; settings: RobotsSettings },
): Permission {
  const tdmReserved = reservation(url, rules, answer);
  const permission = { crawlDelayMs: crawlDelay(rules, agent), tdmReserved };
  const refused = (reason: string): Permission => ({ ...permission, allowed: false, reason });
  if (settings.mode === 'respect') {
    if (rules.state === 'unreachable')
      return refused(`${url.host} could not be asked for its robots.txt: ${rules.remark}`);
    const robots = robotsParser(`${url.origin}/robots.txt`, rules.robots);
    if (robots.isAllowed(url.href, agent) === false)
      return refused(
        `robots.txt of ${url.host} forbids it (line ${robots.getMatchingLineNumber(url.href, agent)})`,
      );
  }
  if (tdmReserved === null) return { ...permission, allowed: true, reason: 'nothing forbids it' };
  const reserved = `text and data mining is reserved by ${tdmReserved.by}`;
  return settings.tdm === 'respect'
    ? refused(`${reserved} of ${url.host}`)
    : { ...permission, allowed: true, reason: `${reserved}, which is logged only` };
}

/** A page's meta tags supersede its header, the header the site's file (TDMRep, "Processing priority"); where none
 * of them speaks, what is said to AI crawlers counts. */
function reservation(url: URL, rules: SiteRules, answer: PageAnswer | undefined): TdmReservation | null {
  const head = answer === undefined ? null : readHead(answer.html);
  const declared = [
    { by: 'meta' as const, is: head?.tdm ?? null },
    { by: 'header' as const, is: answer === undefined ? null : tdmByHeaders(answer.headers) },
    { by: 'tdmrep.json' as const, is: tdmByFile(rules.tdm, url) },
  ].find(({ is }) => is !== null);
  if (declared?.is) return declared.is.reserved ? { by: declared.by, policy: declared.is.policy } : null;
  if (head?.noAi) return { by: 'robots-meta', policy: null };
  if (forbidsAi(answer?.headers['x-robots-tag'])) return { by: 'x-robots-tag', policy: null };
  return reservedByRobots(rules.robots, url) ? { by: 'robots.txt', policy: null } : null;
}

function crawlDelay(rules: SiteRules, agent: string): number | null {
  const seconds = robotsParser('http://any.invalid/robots.txt', rules.robots).getCrawlDelay(agent);
  if (seconds === undefined || !(seconds > 0)) return null;
  return Math.min(seconds * 1000, MAX_CRAWL_DELAY_MS);
}

function refuse(reason: string): Permission {
  return { allowed: false, reason, crawlDelayMs: null, tdmReserved: null };
}
