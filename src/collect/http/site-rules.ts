import type { Instant } from '../../model/index.ts';
import type { Http } from './client.ts';
import { freshForMs } from './freshness.ts';
import type { FailureCode, HttpResult } from './result.ts';
import { parseTdmFile, type TdmRule } from './tdm.ts';

/** What one origin says to robots, as fetched; plain data, fit for a store. */
export interface SiteRules {
  /** `unreachable`: it could not be asked, so nothing of it may be read. */
  state: 'known' | 'unreachable';
  /** Text of robots.txt, made safe to match; empty where there is none. */
  robots: string;
  /** Rules of `/.well-known/tdmrep.json`. */
  tdm: TdmRule[];
  /** Why it is `unreachable`, else empty. */
  remark: string;
  expiresAt: Instant;
  /** Since when robots.txt could not be had; null while it can. */
  unreachableSince: Instant | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** RFC 9309, 2.3.1.4: after a reasonably long time an unreachable file may be taken for an absent one. */
const GIVE_UP_AFTER = 30 * DAY;
/** RFC 9309, 2.5: at least 500 kibibytes must be parsed. */
const PARSED_BYTES = 512_000;
const MAX_BYTES = 4 * PARSED_BYTES;
/** Matching costs pattern length times path length; honest wildcard rules are short and few. */
const WILDCARD_BUDGET = 32_768;
const MAX_LINE = 2000;

/** Redirects that lead nowhere mean that there is no file, as a 404 does. (RFC 9309, 2.3.1.2) */
const ABSENT = new Set<FailureCode>(['redirect-loop', 'bad-redirect']);

/** Asks an origin for its robots.txt and tdmrep.json. `before` is what was known and stands in where it is down. */
export async function fetchSiteRules(
  origin: string,
  before: SiteRules | undefined,
  http: Http,
): Promise<SiteRules> {
  const answer = await http.get(`${origin}/robots.txt`, {
    accept: 'text/plain, */*;q=0.5',
    maxBytes: MAX_BYTES,
  });
  const at = Date.parse(answer.fetchedAt);
  const found = robotsText(answer);
  if (found === null) return unreachable(answer, before, at);
  const tdm = await http.get(`${origin}/.well-known/tdmrep.json`, {
    accept: 'application/json',
    maxBytes: MAX_BYTES,
  });
  return {
    state: 'known',
    robots: tame(found),
    tdm: tdm.kind === 'ok' ? parseTdmFile(decode(tdm.body)) : [],
    remark: '',
    expiresAt: instant(at + lifetime(answer)),
    unreachableSince: null,
  };
}

/** The text of robots.txt, empty where the site has none; null where it cannot be told. */
function robotsText(answer: HttpResult): string | null {
  if (answer.kind === 'ok') return decode(answer.body.subarray(0, PARSED_BYTES));
  if (answer.kind === 'not-modified') return null;
  const { code, status } = answer;
  // 429 is no word on whether there is a file, though RFC 9309 counts it among the 4xx.
  const absent = code === 'http' && status !== null && status >= 400 && status < 500 && status !== 429;
  return absent || ABSENT.has(code) ? '' : null;
}

function unreachable(answer: HttpResult, before: SiteRules | undefined, at: number): SiteRules {
  const since = before?.unreachableSince ?? instant(at);
  const message = answer.kind === 'failed' ? answer.message : 'an answer without a document';
  const wait = answer.kind === 'failed' ? Math.min(Math.max(answer.retryAfterMs ?? 0, HOUR), DAY) : HOUR;
  const rest = { tdm: before?.tdm ?? [], unreachableSince: since, expiresAt: instant(at + wait) };
  const kept = before !== undefined && before.state === 'known';
  if (kept || at - Date.parse(since) > GIVE_UP_AFTER)
    return { ...rest, state: 'known', robots: kept ? before.robots : '', remark: message };
  return { ...rest, state: 'unreachable', robots: '', remark: message };
}

/** A day at most (RFC 9309, 2.4), an hour at least. */
function lifetime(answer: HttpResult): number {
  const fresh = answer.kind === 'ok' ? freshForMs(answer.headers, new Date(answer.fetchedAt)) : null;
  return Math.min(Math.max(fresh ?? DAY, HOUR), DAY);
}

/** Leaves out lines too long for a rule, and wildcard rules beyond their budget. */
function tame(text: string): string {
  let budget = WILDCARD_BUDGET;
  const keep = (line: string): boolean => {
    if (line.length > MAX_LINE) return false;
    if (!/^\s*(?:dis)?allow\s*:.*\*/i.test(line)) return true;
    budget -= line.length;
    return budget >= 0;
  };
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => (keep(line) ? line : ''))
    .join('\n');
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function instant(ms: number): Instant {
  return new Date(ms).toISOString();
}
