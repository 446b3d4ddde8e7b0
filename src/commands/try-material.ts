import { existsSync, readFileSync, statSync } from 'node:fs';
import type { CompiledDossier } from '../analyse/index.ts';
import { analyse, entryMatters } from '../analyse/index.ts';
import { decodeBytes } from '../collect/decode.ts';
import { createRobots } from '../collect/http/robots.ts';
import { readPage } from '../collect/read.ts';
import { packageVersion } from '../config/root.ts';
import type { Analysis, Instant, Source } from '../model/index.ts';
import { httpFor, userAgent } from '../worker/http.ts';
import { type Understood, understand } from '../worker/understand.ts';
import type { Context } from './context.ts';
import { CommandError, UsageError } from './error.ts';

/** A text with what the dossier says of it. */
export interface Tried {
  /** Where it came from. */
  from: { kind: 'text' | 'file' | 'page'; name: string };
  title: string;
  teaser: string;
  text: string;
  /** Why a page did not give its text. */
  wall: string | null;
  /** Whether an entry with these words would have its page read. */
  entry: { matters: boolean; reason: string };
  analysis: Analysis;
}

/** What the user knows and the text does not say. */
export interface Given {
  title: string;
  publishedAt: Instant;
  /** IANA zone of relative dates. */
  timezone: string;
}

const LARGEST_FILE = 10_000_000;

/** What nobody means as a text to be analysed: one word with a folder or an ending of files. */
const PATH = /^(?:\S*[/\\]\S*|\S+\.(?:txt|md|x?html?))$/i;

/** A feed's entry has about so many characters of teaser. */
const TEASER = 300;

function tried(
  from: Tried['from'],
  { title, teaser, text, wall }: Pick<Tried, 'title' | 'teaser' | 'text' | 'wall'>,
  analysis: Analysis,
  dossier: CompiledDossier,
): Tried {
  const entry = entryMatters({ title, teaser: teaser || text.slice(0, TEASER) }, dossier);
  return { from, title, teaser, text, wall, entry, analysis };
}

function tryText(from: Tried['from'], text: string, given: Given, dossier: CompiledDossier): Tried {
  const analysis = analyse({ url: '', text, ...given }, dossier);
  return tried(from, { title: given.title, teaser: '', text, wall: null }, analysis, dossier);
}

function tryPage(
  from: Tried['from'],
  page: { bytes: Uint8Array; contentType: string | null; url: string },
  source: Source | undefined,
  given: Given,
  dossier: CompiledDossier,
): Tried {
  const understood: Understood = understand(
    {
      ...page,
      source: {
        timezone: source?.timezone ?? given.timezone,
        selectors: source?.selectors,
        languages: source?.languages ?? [],
      },
      entry: { title: given.title, teaser: '', publishedAt: null, language: null },
      fetchedAt: given.publishedAt,
    },
    dossier,
  );
  return tried(from, { ...understood, wall: understood.page.wall }, understood.analysis, dossier);
}

function tryFile(path: string, given: Given, dossier: CompiledDossier): Tried {
  if (statSync(path).size > LARGEST_FILE) throw new CommandError(`${path} is larger than 10 MB`);
  const bytes = readFileSync(path);
  const from = { kind: 'file', name: path } as const;
  const { text } = decodeBytes(bytes, null, 'html');
  if (!/\.x?html?$/i.test(path) && !/^\s*<(?:!doctype|html)/i.test(text.slice(0, 500)))
    return tryText(from, bytes.toString('utf8').replace(/^\uFEFF/, ''), given, dossier);
  return tryPage(from, { bytes, contentType: null, url: 'https://file.invalid/' }, undefined, given, dossier);
}

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** Asks for the page as the bot would: robots.txt, public addresses only, one request. */
async function tryUrl(context: Context, url: string, given: Given, dossier: CompiledDossier): Promise<Tried> {
  const { settings, sources } = context.config();
  const version = packageVersion();
  const http = httpFor(settings.http, version);
  try {
    const { contact, robots: mode, tdm } = settings.http;
    const robots = createRobots(http, { userAgent: userAgent(version, contact), mode, tdm });
    const result = await readPage({ url, validators: null }, { http, robots });
    if (result.kind !== 'page')
      throw new CommandError(`${url}: ${result.kind === 'failed' ? result.message : 'no answer'}`);
    const source = sources.find(({ feeds }) => feeds.some((feed) => hostOf(feed.url) === hostOf(result.url)));
    return tryPage({ kind: 'page', name: result.url }, result, source, given, dossier);
  } finally {
    await http.close();
  }
}

/**
 * Analyses what the user named: an address, a file (`-` is the standard input), or else the text itself.
 * @throws {UsageError} when there is no such file, or nothing to analyse
 */
export async function tryMaterial(
  context: Context,
  material: string,
  given: Given,
  dossier: CompiledDossier,
): Promise<Tried> {
  if (/^https?:\/\//i.test(material)) {
    if (!URL.canParse(material)) throw new CommandError(`${material} is no address`);
    return tryUrl(context, material, given, dossier);
  }
  if (material === '-')
    return tryText({ kind: 'file', name: 'standard input' }, readFileSync(0, 'utf8'), given, dossier);
  if (existsSync(material)) {
    if (!statSync(material).isFile()) throw new UsageError(`${material} is no file`);
    return tryFile(material, given, dossier);
  }
  if (PATH.test(material)) throw new UsageError(`there is no file ${material}`);
  if (material.trim() === '') throw new UsageError('name a text, a file or an address');
  return tryText({ kind: 'text', name: 'the text given' }, material, given, dossier);
}
