import { FIELDS, type Options, QUESTIONS, type Question } from './model.ts';

/** Discord's limit for the id of a button. */
const LONGEST = 100;
/** Of the form of ids: buttons of another form are too old to be understood. */
const VERSION = 'q1';
/** Deeper pages cost more and are read by nobody. */
const LAST_PAGE = 200;

/** A page that a button leads to. */
export type Place = Pick<Question, 'name' | 'options' | 'page'>;

/** Keeps options that do not fit into a button's id, and finds them again. */
export interface LongOptions {
  keep(options: string): string;
  /** Undefined where they are forgotten. */
  find(id: string): string | undefined;
}

/** A button's id: all it takes to give the page, at most 100 characters. */
export function encodePlace({ name, options, page }: Place, long: LongOptions): string {
  const json = JSON.stringify(options);
  const id = [VERSION, name, page, json].join(' ');
  return id.length <= LONGEST ? id : [VERSION, name, page, `#${long.keep(json)}`].join(' ');
}

/** The options in a JSON text; null where it is none that was written here. */
function optionsIn(json: string): Options | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const known = Object.entries(value).every(
    ([key, text]) => (FIELDS as readonly string[]).includes(key) && typeof text === 'string',
  );
  return known ? value : null;
}

/** The page that a button's id means; null for one of another version, of another's making, or forgotten. */
export function decodePlace(id: string, long: LongOptions): Place | null {
  const [, kind = '', digits = '', rest = ''] = /^q1 ([a-z]+) (\d{1,3}) (.+)$/s.exec(id) ?? [];
  const name = QUESTIONS.find((one) => one === kind);
  const page = Number(digits);
  const json = rest.startsWith('#') ? long.find(rest.slice(1)) : rest;
  const options = json === undefined ? null : optionsIn(json);
  return name === undefined || options === null || page > LAST_PAGE ? null : { name, options, page };
}

/** Whether a page can be turned to. */
export const isPage = (page: number): boolean => page >= 0 && page <= LAST_PAGE;
