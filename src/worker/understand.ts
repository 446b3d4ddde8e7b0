import { analyse, type CompiledDossier } from '../analyse/index.ts';
import { decodeBytes } from '../collect/decode.ts';
import { extractPage } from '../collect/page/extract.ts';
import type { Analysis, Instant, Page, PublisherRule, Source } from '../model/index.ts';

/** A page as it was fetched, with what its entry said of it. Structured-cloneable: it crosses threads. */
export interface UnderstandJob {
  bytes: Uint8Array;
  contentType: string | null;
  url: string;
  source: Pick<Source, 'timezone' | 'selectors' | 'languages'>;
  publisher?: PublisherRule | undefined;
  /** Keys of the outlet's boilerplate. */
  recurring?: readonly string[];
  entry: { title: string; teaser: string; publishedAt: Instant | null; language: string | null };
  fetchedAt: Instant;
}

export interface Understood {
  page: Page;
  title: string;
  teaser: string;
  text: string;
  textFrom: 'page' | 'feed';
  publishedAt: Instant | null;
  analysis: Analysis;
}

/** An instant in the future is a planning date or a wrong clock; the day of fetching is nearer to the truth. */
function believable(instant: Instant | null, fetchedAt: Instant): Instant | null {
  return instant !== null && Date.parse(instant) <= Date.parse(fetchedAt) + 3_600_000 ? instant : null;
}

/**
 * Bytes to article: decode, extract, analyse. Where the page does not give its text (a wall, an empty page), the
 * entry's own title and teaser stand in for it, marked `textFrom: 'feed'`. Pure but for the time it takes; it runs
 * in a thread that is ended when that is too long.
 */
export function understand(job: UnderstandJob, dossier: CompiledDossier): Understood {
  const { source, entry } = job;
  const { text: html } = decodeBytes(job.bytes, job.contentType, 'html');
  const language = entry.language ?? source.languages[0];
  const page = extractPage(html, {
    url: job.url,
    timezone: source.timezone,
    recurring: new Set(job.recurring),
    ...(job.publisher ? { publisher: job.publisher } : {}),
    ...(source.selectors ? { selectors: source.selectors } : {}),
    ...(language ? { language } : {}),
  });
  const whole = page.wall === null && page.text !== '';
  const title = page.title && whole ? page.title : entry.title || page.title || job.url;
  const teaser = entry.teaser || page.subtitle || '';
  const text = whole ? page.text : '';
  const publishedAt =
    believable(page.publishedAt, job.fetchedAt) ?? believable(entry.publishedAt, job.fetchedAt);
  const analysis = analyse(
    {
      url: job.url,
      title,
      teaser,
      text,
      language: page.language ?? language ?? null,
      publishedAt: publishedAt ?? job.fetchedAt,
      timezone: source.timezone,
    },
    dossier,
  );
  return { page, title, teaser, text, textFrom: whole ? 'page' : 'feed', publishedAt, analysis };
}
