import { Parser } from 'htmlparser2';
import { robotsParser } from './robots-parser.ts';

/** A rightsholder's machine-readable reservation against text and data mining (Article 4 of the DSM directive). */
export interface TdmReservation {
  /** Where it stood. */
  by: 'tdmrep.json' | 'header' | 'meta' | 'robots.txt' | 'x-robots-tag' | 'robots-meta';
  /** Address of the conditions under which mining is allowed, where one is given. */
  policy: string | null;
}

/** What the TDM Reservation Protocol says of one resource: 1 reserved, 0 expressly not. */
export interface TdmDeclaration {
  reserved: boolean;
  policy: string | null;
}

/** One rule of `/.well-known/tdmrep.json`. */
export interface TdmRule extends TdmDeclaration {
  location: string;
}

/** What a page's head says. */
export interface HeadSignals {
  tdm: TdmDeclaration | null;
  /** `<meta name="robots" content="noai">`. */
  noAi: boolean;
}

const MAX_RULES = 1000;
const MAX_TEXT = 2000;
/** The parser's time grows with the square of the depth; an honest head is flat. */
const MAX_DEPTH = 100;
const HEAD_CHUNK = 16_384;
const HEAD_LIMIT = 524_288;

/** Crawlers that fetch for the training of models only: who shuts them out reserves that use. */
const TRAINING_AGENTS = ['CCBot', 'GPTBot', 'Google-Extended', 'Applebot-Extended', 'anthropic-ai'];

/** Reads `tdmrep.json`; what does not follow the protocol is left out, a document that is none gives no rules. */
export function parseTdmFile(text: string): TdmRule[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(document)) return [];
  return document.slice(0, MAX_RULES).flatMap((rule: unknown): TdmRule[] => {
    if (typeof rule !== 'object' || rule === null) return [];
    const { location, 'tdm-reservation': value, 'tdm-policy': policy } = rule as Record<string, unknown>;
    const declared = declaration(value, policy);
    if (typeof location !== 'string' || location === '' || location.length > MAX_TEXT) return [];
    return declared === null || /[\s#]/.test(location) ? [] : [{ location, ...declared }];
  });
}

/** The first rule that matches the URL's path decides. (TDMRep, "TDM File on the Origin Server") */
export function tdmByFile(rules: readonly TdmRule[], url: URL): TdmDeclaration | null {
  // Its patterns are those of robots.txt, so the same matcher reads them.
  const rule = rules.find(({ location }) =>
    robotsParser(`${url.origin}/robots.txt`, `User-agent: *\nDisallow: ${location}`).isDisallowed(url.href),
  );
  return rule === undefined ? null : { reserved: rule.reserved, policy: rule.policy };
}

/** Of the response header fields `tdm-reservation` and `tdm-policy` (lower-case names). */
export function tdmByHeaders(headers: Record<string, string>): TdmDeclaration | null {
  return declaration(headers['tdm-reservation'], headers['tdm-policy']);
}

/** Whether an `X-Robots-Tag` field or a robots meta tag forbids the use for AI. */
export function forbidsAi(directives: string | undefined): boolean {
  return /(?:^|[\s,:])noai(?:$|[\s,])/i.test(directives ?? '');
}

/** Reads the meta tags of a page's head; stops at its body, and after 512 kB. */
export function readHead(html: string): HeadSignals {
  const metas = new Map<string, string>();
  let done = false;
  let depth = 0;
  const parser = new Parser({
    onopentag: (name, { name: key = '', content = '' }) => {
      depth += 1;
      if (name === 'body' || depth > MAX_DEPTH) done = true;
      else if (name === 'meta' && !done) metas.set(key.trim().toLowerCase(), content);
    },
    onclosetag: (name, implied) => {
      depth -= 1;
      if (name === 'head' && !implied) done = true;
    },
  });
  for (let at = 0; at < Math.min(html.length, HEAD_LIMIT) && !done; at += HEAD_CHUNK)
    parser.write(html.slice(at, at + HEAD_CHUNK));
  return {
    tdm: declaration(metas.get('tdm-reservation'), metas.get('tdm-policy')),
    noAi: forbidsAi(metas.get('robots')),
  };
}

/** Whether robots.txt reserves the URL: it shuts out crawlers for AI training, or says so as a usage signal. */
export function reservedByRobots(text: string, url: URL): boolean {
  if (
    /^[ \t]*content-(?:signal|usage)[ \t]*:[^#\n]*\b(?:ai-train\s*=\s*no|train-ai\s*=\s*n|tdm\s*=\s*n)\b/im.test(
      text,
    )
  )
    return true;
  const robots = robotsParser(`${url.origin}/robots.txt`, text);
  const addressed = TRAINING_AGENTS.filter((agent) => text.toLowerCase().includes(agent.toLowerCase()));
  const barred = addressed.some((agent) => robots.isAllowed(url.href, agent) === false);
  return barred && robots.isAllowed(url.href, '*') !== false;
}

/** Values other than 0 and 1 count as unset. (TDMRep, "tdm-reservation") */
function declaration(value: unknown, policy: unknown): TdmDeclaration | null {
  const bit = typeof value === 'string' ? value.trim() : value;
  if (bit === 0 || bit === '0') return { reserved: false, policy: null };
  if (bit !== 1 && bit !== '1') return null;
  const address = typeof policy === 'string' && policy.length <= MAX_TEXT ? policy.trim() : '';
  return { reserved: true, policy: address === '' ? null : address };
}
