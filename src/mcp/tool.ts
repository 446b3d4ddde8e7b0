import { z } from 'zod';
import type { Concept } from '../query/translate.ts';
import type { Db } from '../store/db.ts';

/** What tools work with; given by the command line. */
export interface Desk {
  /** Runs work on a reading connection. @throws {StoreError} when there is no database yet */
  reading<T>(work: (db: Db) => T): T;
  /** Of names. */
  language: 'de' | 'en';
  /** The form that articles are known by. */
  canonicalUrl(url: string): string;
  /** What the dossier has names for in several languages. */
  concepts(): readonly Concept[];
}

/** A mistake of the caller's, in words that help it on. */
export class ToolError extends Error {
  override name = 'ToolError';
}

/** What a tool answers: for programs, and the same in words. */
export interface Answer<Data> {
  data: Data;
  text: string;
}

/** A question that an assistant can ask. Every one only reads. */
export interface Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  name: string;
  title: string;
  description: string;
  input: Input;
  output: Output;
  run(db: Db, input: z.output<Input>, desk: Desk): Answer<z.output<Output>>;
}

const ID = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,99}$/, 'an id has lower-case letters, digits, _ and -');
const DAY = z.iso.date('a day is written 2025-05-27');

/** What narrows a list. */
export const NARROWING = {
  party: ID.optional().describe('id of a party'),
  topic: ID.optional().describe('id of a topic'),
  since: DAY.optional().describe('from this day on, UTC'),
  until: DAY.optional().describe('up to this day, UTC, inclusive'),
};

/** Which part of a list is wanted. */
export const paging = (usual: number, most: number) => ({
  limit: z.number().int().min(1).max(most).default(usual).describe('how many'),
  page: z.number().int().min(1).max(10_000).default(1).describe('the n-th so many'),
});

/** A page of `limit` rows as the queries take it. */
export const pageOf = ({ limit, page }: { limit: number; page: number }) => ({
  limit,
  offset: (page - 1) * limit,
});

/** @throws {ToolError} where an id is none of the dossier's, with those that are */
export function requireKnown(
  db: Db,
  { party, topic }: { party?: string | undefined; topic?: string | undefined },
): void {
  for (const [kind, id] of [['party', party] as const, ['topic', topic] as const]) {
    if (id === undefined) continue;
    const known = db.prepare<[], string>(`SELECT id FROM ${kind} ORDER BY id`).pluck().all();
    if (!known.includes(id)) throw new ToolError(`There is no ${kind} "${id}". Known: ${known.join(', ')}.`);
  }
}
