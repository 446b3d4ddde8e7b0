import type { Errors } from './form.ts';

/** A file of a multipart request. */
export interface UploadedFile {
  /** Of the part: `files[0]`. */
  key: string;
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** A file that readers see. */
export interface FakeAttachment {
  id: string;
  filename: string;
  description?: string;
  size: number;
  content_type: string;
  url: string;
}

/** Of one file; servers without boosts allow no more. */
const LARGEST_FILE = 10 * 1024 * 1024;
const LONGEST_DESCRIPTION = 1024;

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** A request's body and files; `body` is undefined where it cannot be read. */
export async function readMultipart(
  bytes: Buffer,
  contentType: string,
): Promise<{ body: unknown; files: UploadedFile[] }> {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType },
  }).formData();
  const files: UploadedFile[] = [];
  for (const [key, value] of form)
    if (typeof value !== 'string')
      files.push({
        key,
        name: value.name,
        type: value.type,
        bytes: new Uint8Array(await value.arrayBuffer()),
      });
  const payload = form.getAll('payload_json');
  const [json] = payload;
  return { body: payload.length === 1 && typeof json === 'string' ? JSON.parse(json) : undefined, files };
}

export const tooLarge = (files: readonly UploadedFile[]): boolean =>
  files.some(({ bytes }) => bytes.length > LARGEST_FILE);

/** The name Discord keeps of a file: that of its entry in `attachments`, else that of the part. */
const nameOf = (file: UploadedFile, index: number, entries: readonly Json[]): string => {
  const entry = entries.find(({ id }) => String(id) === String(index));
  return typeof entry?.filename === 'string' ? entry.filename : file.name;
};

const indexOf = ({ key }: UploadedFile): number => Number(/^files\[(\d+)\]$/.exec(key)?.[1] ?? Number.NaN);

/** Checks `attachments` against the files sent and those the message has already, and every `attachment://` of its embeds
 * against both. */
export function checkAttachments(
  errors: Errors,
  body: Json,
  { files, existing }: { files: readonly UploadedFile[]; existing: readonly FakeAttachment[] },
): void {
  const entries = list(body.attachments);
  if (body.attachments !== undefined && entries.length !== (body.attachments as unknown[]).length)
    errors.add(['attachments'], 'LIST_TYPE_CONVERT', 'Only dictionaries may be used in attachments');
  for (const file of files)
    if (Number.isNaN(indexOf(file)))
      errors.add([file.key], 'UNKNOWN_KEY', 'Files are sent as files[n]; the fake takes no other name.');
  const known = new Set([...files.map((file) => String(indexOf(file))), ...existing.map(({ id }) => id)]);
  for (const [at, { id, description, filename }] of entries.entries()) {
    if (!known.has(String(id)))
      errors.add(['attachments', at, 'id'], 'ATTACHMENT_NOT_FOUND', `There is no file for attachment ${id}.`);
    if (
      description !== undefined &&
      (typeof description !== 'string' || description.length > LONGEST_DESCRIPTION)
    )
      errors.add(
        ['attachments', at, 'description'],
        'BASE_TYPE_MAX_LENGTH',
        'Must be 1024 or fewer in length.',
      );
    if (filename !== undefined && (typeof filename !== 'string' || !/^[\w.-]+$/.test(filename)))
      errors.add(['attachments', at, 'filename'], 'BASE_TYPE_BAD_TYPE', 'Is no file name.');
  }
  const names = new Set([
    ...files.map((file) => nameOf(file, indexOf(file), entries)),
    ...existing.map(({ filename }) => filename),
  ]);
  for (const [at, { image }] of list(body.embeds).entries()) {
    const url = isObject(image) && typeof image.url === 'string' ? image.url : '';
    if (url.startsWith('attachment://') && !names.has(url.slice('attachment://'.length)))
      errors.add(['embeds', at, 'image', 'url'], 'ATTACHMENT_NOT_FOUND', `${url} was not sent.`);
  }
}

/** The attachments a message has after a request: the ones it keeps, and the new. */
export function attached(
  body: Json,
  { files, existing }: { files: readonly UploadedFile[]; existing: readonly FakeAttachment[] },
  newId: () => string,
): FakeAttachment[] {
  const entries = list(body.attachments);
  const kept =
    body.attachments === undefined
      ? existing
      : existing.filter(({ id }) => entries.some((entry) => String(entry.id) === id));
  return [
    ...kept,
    ...files.map((file) => {
      const index = indexOf(file);
      const description = entries.find(({ id }) => String(id) === String(index))?.description;
      const [id, filename] = [newId(), nameOf(file, index, entries)];
      return {
        ...{ id, filename, size: file.bytes.length, content_type: file.type },
        ...(typeof description === 'string' && { description }),
        url: `https://cdn.example/attachments/${id}/${filename}`,
      };
    }),
  ];
}
