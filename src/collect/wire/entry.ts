import { createHash } from 'node:crypto';
import type { Credit, Instant, Language } from '../../model/index.ts';
import { cleanAuthors } from '../page/authors.ts';
import { squeeze } from '../page/dom.ts';
import { wireCredits } from './credits.ts';
import { wireText } from './text.ts';

/**
 * One version of an agency's item: what may be published of a `digitalwires@0.9.1` entry. Notes to editors
 * (`notepad`, ednotes that are not publishable) hold journalists' telephone numbers and are never taken over.
 */
export interface WireItem {
  /** What the item is known by, whatever its version. */
  urn: string;
  version: number;
  /** When this version was last touched: among equal versions the later one counts. */
  updatedAt: Instant | null;
  /** The agency wants it used no more (or not yet: `withheld`). Such an item has no text. */
  withdrawn: boolean;
  signal: 'correction' | 'update' | 'repeat' | null;
  /** Nobody may read it before. */
  embargoedUntil: Instant | null;
  language: Language | null;
  title: string;
  teaser: string;
  text: string;
  authors: string[];
  section: string | null;
  credits: Credit[];
  publishedAt: Instant | null;
  modifiedAt: Instant | null;
  /** What the agency tells readers of a correction. */
  notes: string[];
  /** Of the entry as it came, without its receipt; hex. */
  sha256: string;
}

/** An entry that cannot be used, and why, in words without any of its text. */
export interface BrokenEntry {
  reason: string;
  urn: string | null;
  sha256: string;
}

export type ReadEntry = { kind: 'item'; item: WireItem } | ({ kind: 'broken' } & BrokenEntry);

type Fields = Readonly<Record<string, unknown>>;

const URN = /^urn:[a-z0-9][a-z0-9-]{1,31}:[\x21-\x7e]{1,300}$/i;
/** With its zone: a time without one could end an embargo hours early. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const MAX_LINE = 1000;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const line = (value: unknown): string =>
  typeof value === 'string' ? squeeze(value.slice(0, 4 * MAX_LINE)).slice(0, MAX_LINE) : '';

const absent = (value: unknown): boolean => value === undefined || value === null || value === '';

function instant(value: unknown): Instant | null {
  if (typeof value !== 'string' || !TIME.test(value)) return null;
  const at = new Date(value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Thrown inside this file only. */
class Unusable extends Error {}

function identity(fields: Fields): { urn: string; version: number } {
  const { urn, version } = fields;
  if (typeof urn !== 'string' || !URN.test(urn)) throw new Unusable('it has no usable urn');
  const number = typeof version === 'string' && /^\d{1,9}$/.test(version) ? Number(version) : version;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0)
    throw new Unusable('it has no usable version');
  return { urn, version: number };
}

function isWithdrawn({ pubstatus }: Fields): boolean {
  if (absent(pubstatus)) return false;
  const status = String(pubstatus)
    .toLowerCase()
    .replace(/^stat:/, '');
  if (status === 'usable') return false;
  if (status === 'canceled' || status === 'cancelled' || status === 'withheld') return true;
  throw new Unusable('its pubstatus is unknown, so that nobody can tell whether it may be used');
}

function embargo({ embargoed }: Fields): Instant | null {
  if (absent(embargoed)) return null;
  const until = instant(embargoed);
  if (until === null) throw new Unusable('the end of its embargo cannot be read');
  return until;
}

function signalOf({ signal }: Fields): WireItem['signal'] {
  const said = (Array.isArray(signal) ? signal : [signal]).map(String);
  return (['correction', 'update', 'repeat'] as const).find((name) => said.includes(`sig:${name}`)) ?? null;
}

/** Of the notes to editors only those on corrections, and only what is expressly publishable. */
function correctionNotes({ ednotes }: Fields): string[] {
  if (!Array.isArray(ednotes)) return [];
  return ednotes
    .filter(isFields)
    .filter(({ role, is_publishable }) => is_publishable === true && /correction/i.test(String(role)))
    .map(({ ednote }) => line(ednote))
    .filter((note) => note !== '')
    .slice(0, 5);
}

function sectionOf({ rubric_names: rubrics, current_rubric_names: current }: Fields): string | null {
  const [first] = [current, rubrics].flat().map(line).filter(Boolean);
  return first ?? null;
}

const SHUT = {
  language: null,
  title: '',
  teaser: '',
  text: '',
  authors: [],
  section: null,
  credits: [],
  publishedAt: null,
  modifiedAt: null,
  notes: [],
} satisfies Partial<WireItem>;

function content(fields: Fields, id: { urn: string; version: number }) {
  const title = line(fields.headline);
  if (title === '') throw new Unusable('it has no headline');
  const notice = line(fields.autopublishnotice);
  const html = typeof fields.article_html === 'string' ? fields.article_html : '';
  const language = /^[a-z]{2}(?=$|-)/.exec(line(fields.language).toLowerCase())?.[0] ?? null;
  const modifiedAt = instant(fields.version_created);
  const credits = wireCredits({ ...id, creditline: line(fields.creditline), notice });
  const named = cleanAuthors([line(fields.byline)].filter(Boolean)).slice(0, 10);
  return {
    language,
    title,
    teaser: line(fields.teaser) || line(fields.subhead),
    text: wireText(html, notice),
    // A byline ends in the agency's own name.
    authors: named.filter((name) => credits.every(({ agency }) => agency !== name.toLowerCase())),
    section: sectionOf(fields),
    credits,
    publishedAt: instant(fields.content_created) ?? modifiedAt,
    modifiedAt,
    notes: correctionNotes(fields),
  };
}

function hashOf(fields: Fields): string {
  const hash = createHash('sha256');
  try {
    return hash.update(JSON.stringify(fields)).digest('hex');
  } catch {
    // Nested too deeply to be written again: no entry, but it needs a mark all the same.
    return hash.update(Object.keys(fields).join()).digest('hex');
  }
}

/**
 * Reads one entry of a wireQ answer. Fields it does not know are passed over; an entry that lacks what it is known
 * by, or whose embargo or status cannot be understood, is broken: better late than published against the
 * agency's will. Never throws.
 */
export function readEntry(raw: unknown): ReadEntry {
  const { _wireq_receipt: _, ...fields }: Fields = isFields(raw) ? raw : {};
  const sha256 = hashOf(fields);
  try {
    if (!isFields(raw)) throw new Unusable('it is no object');
    const id = identity(fields);
    const withdrawn = isWithdrawn(fields);
    const frame = {
      ...id,
      updatedAt: instant(fields.updated) ?? instant(fields.version_created),
      withdrawn,
      signal: signalOf(fields),
      embargoedUntil: withdrawn ? null : embargo(fields),
      sha256,
    };
    return { kind: 'item', item: { ...frame, ...(withdrawn ? SHUT : content(fields, id)) } };
  } catch (error) {
    const reason = error instanceof Unusable ? error.message : 'its text cannot be read';
    const urn = typeof fields.urn === 'string' && URN.test(fields.urn) ? fields.urn : null;
    return { kind: 'broken', reason, urn, sha256 };
  }
}
