import { checkAttachments, type FakeAttachment, type UploadedFile } from './attachments.ts';
import { checkLayout, checkNoLayout, isLayout } from './layout-form.ts';

/** Discord's checks of a message's form, with its own error codes and tree (documentation, August 2026). */

export interface FormError {
  code: string;
  message: string;
}
type Tree = { [key: string]: Tree | FormError[] };

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Collects errors by path and gives them as the nested `errors` of a 50035. */
export class Errors {
  readonly #tree: Tree = {};
  #count = 0;

  add(path: (string | number)[], code: string, message: string): void {
    let node = this.#tree;
    for (const key of path) {
      const next = node[key];
      const child: Tree = next && !Array.isArray(next) ? next : {};
      node[key] = child;
      node = child;
    }
    const errors = node._errors;
    node._errors = [...(Array.isArray(errors) ? errors : []), { code, message }];
    this.#count += 1;
  }

  get body(): { code: 50035; message: string; errors: Tree } | null {
    return this.#count === 0 ? null : { code: 50035, message: 'Invalid Form Body', errors: this.#tree };
  }
}

const EMBED_KEYS = new Set([
  'title',
  'type',
  'description',
  'url',
  'timestamp',
  'color',
  'footer',
  'image',
  'thumbnail',
  'author',
  'fields',
]);

function text(
  errors: Errors,
  path: (string | number)[],
  value: unknown,
  max: number,
  required = false,
): number {
  if (value === undefined || value === null) {
    if (required) errors.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
    return 0;
  }
  if (typeof value !== 'string') {
    errors.add(path, 'STRING_TYPE_CONVERT', 'Could not interpret as string.');
    return 0;
  }
  if (required && value.trim() === '') errors.add(path, 'BASE_TYPE_REQUIRED', 'This field is required');
  if (value.length > max) errors.add(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  return value.trim().length;
}

function url(errors: Errors, path: (string | number)[], value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'string' || !URL.canParse(value) || /\s/.test(value)) {
    errors.add(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    return;
  }
  if (value.length > 2048) errors.add(path, 'BASE_TYPE_MAX_LENGTH', 'Must be 2048 or fewer in length.');
  const scheme = new URL(value).protocol.slice(0, -1);
  if (!/^https?$/.test(scheme))
    errors.add(path, 'URL_TYPE_INVALID_SCHEME', `Scheme "${scheme}" is not supported.`);
}

function fields(errors: Errors, path: (string | number)[], value: unknown): number {
  if (value === undefined) return 0;
  if (!Array.isArray(value)) {
    errors.add(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    return 0;
  }
  if (value.length > 25) errors.add(path, 'BASE_TYPE_BAD_LENGTH', 'Must be between 0 and 25 in length.');
  return value.reduce<number>((sum, field, index) => {
    const item = isObject(field) ? field : {};
    return (
      sum +
      text(errors, [...path, index, 'name'], item.name, 256, true) +
      text(errors, [...path, index, 'value'], item.value, 1024, true)
    );
  }, 0);
}

function embed(errors: Errors, index: number, value: unknown): number {
  const path = ['embeds', index];
  if (!isObject(value)) {
    errors.add(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    return 0;
  }
  for (const key of Object.keys(value))
    if (!EMBED_KEYS.has(key)) errors.add([...path, key], 'UNKNOWN_KEY', 'The fake knows no such key.');
  url(errors, [...path, 'url'], value.url);
  const image = isObject(value.image) ? value.image.url : undefined;
  if (!(typeof image === 'string' && image.startsWith('attachment://')))
    url(errors, [...path, 'image', 'url'], image);
  const { color, timestamp, author, footer } = value;
  if (color !== undefined && !(Number.isInteger(color) && Number(color) >= 0 && Number(color) <= 0xffffff))
    errors.add([...path, 'color'], 'NUMBER_TYPE_MAX', 'int value should be between 0 and 16777215.');
  if (timestamp !== undefined && !(typeof timestamp === 'string' && Number.isFinite(Date.parse(timestamp))))
    errors.add([...path, 'timestamp'], 'DATETIME_TYPE_PARSE', `Could not parse ${String(timestamp)}.`);
  return (
    text(errors, [...path, 'title'], value.title, 256) +
    text(errors, [...path, 'description'], value.description, 4096) +
    (isObject(author) ? text(errors, [...path, 'author', 'name'], author.name, 256, true) : 0) +
    (isObject(footer) ? text(errors, [...path, 'footer', 'text'], footer.text, 2048, true) : 0) +
    fields(errors, [...path, 'fields'], value.fields)
  );
}

const isSnowflake = (value: unknown): boolean => typeof value === 'string' && /^\d{17,20}$/.test(value);

function mentions(errors: Errors, value: unknown): void {
  if (value === undefined) return;
  const parse = isObject(value) ? value.parse : undefined;
  const roles = isObject(value) ? value.roles : undefined;
  if (roles !== undefined && !(Array.isArray(roles) && roles.length <= 100 && roles.every(isSnowflake)))
    errors.add(['allowed_mentions', 'roles'], 'NUMBER_TYPE_COERCE', 'Must be at most 100 snowflakes.');
  if (Array.isArray(roles) && roles.length > 0 && Array.isArray(parse) && parse.includes('roles'))
    errors.add(
      ['allowed_mentions'],
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      'parse and roles exclude each other.',
    );
  if (!Array.isArray(parse)) return;
  for (const [index, kind] of parse.entries())
    if (!['users', 'roles', 'everyone'].includes(String(kind)))
      errors.add(
        ['allowed_mentions', 'parse', index],
        'BASE_TYPE_CHOICES',
        "Value must be one of {'everyone', 'users', 'roles'}.",
      );
}

/** What Discord would answer to this message: null when it takes it. `existing`: what an edited message has already. */
export function refusal(
  body: unknown,
  uploads: { files: readonly UploadedFile[]; existing: readonly FakeAttachment[] } = {
    files: [],
    existing: [],
  },
): { status: 400; body: unknown } | null {
  if (!isObject(body))
    return { status: 400, body: { code: 50109, message: 'The request body contains invalid JSON.' } };
  const errors = new Errors();
  text(errors, ['content'], body.content, 2000);
  mentions(errors, body.allowed_mentions);
  checkAttachments(errors, body, uploads);
  if (isLayout(body)) {
    checkLayout(errors, body);
    return errors.body ? { status: 400, body: errors.body } : null;
  }
  checkNoLayout(errors, body);
  const { nonce, embeds = [] } = body;
  if (nonce !== undefined && !['string', 'number'].includes(typeof nonce))
    errors.add(['nonce'], 'BASE_TYPE_BAD_TYPE', 'Must be an integer or a string.');
  if (typeof nonce === 'string' && nonce.length > 25)
    errors.add(['nonce'], 'NONCE_TYPE_TOO_LONG', 'Nonces must be 25 or fewer characters in length.');
  if (Array.isArray(embeds)) {
    if (embeds.length > 10) errors.add(['embeds'], 'BASE_TYPE_MAX_LENGTH', 'Must be 10 or fewer in length.');
    const total = embeds.reduce<number>((sum, item, index) => sum + embed(errors, index, item), 0);
    if (total > 6000)
      errors.add(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000');
  }
  if (errors.body) return { status: 400, body: errors.body };
  const empty =
    !(typeof body.content === 'string' && body.content.trim()) &&
    !(Array.isArray(embeds) && embeds.length > 0) &&
    uploads.files.length === 0;
  return empty ? { status: 400, body: { code: 50006, message: 'Cannot send an empty message' } } : null;
}
