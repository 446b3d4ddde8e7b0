import { inflateRawSync } from 'node:zlib';
import type { Files } from './files.ts';
import { MOST_BYTES, MOST_FILES } from './pack.ts';

/** What makes an archive none that `pack` wrote. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
}

const END_SIZE = 22;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
/** The only flag that may be set: the name is UTF-8. */
const UTF8 = 0x0800;

/** A path that stays inside the folder it is unpacked to, on every system. */
const isSafe = (path: string): boolean =>
  /^[\w.-]+(?:\/[\w.-]+)*$/.test(path) && !path.split('/').some((part) => /^\.+$/.test(part));

interface Entry {
  path: string;
  method: number;
  packed: number;
  bytes: number;
  offset: number;
}

function reader(archive: Uint8Array) {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  return {
    u16: (at: number): number => view.getUint16(at, true),
    u32: (at: number): number => view.getUint32(at, true),
    name: (at: number, length: number): string =>
      new TextDecoder('utf-8', { fatal: true }).decode(archive.subarray(at, at + length)),
  };
}

type Reader = ReturnType<typeof reader>;

function entries({ u16, u32, name }: Reader, end: number): Entry[] {
  const count = u16(end + 10);
  const start = u32(end + 16);
  if (count > MOST_FILES) throw new ArchiveError(`it claims ${count} files, more than a bundle holds`);
  const found = new Map<string, Entry>();
  let at = start;
  for (let i = 0; i < count; i++) {
    if (u32(at) !== CENTRAL) throw new ArchiveError('its directory is damaged');
    if ((u16(at + 8) & ~UTF8) !== 0) throw new ArchiveError('it has encrypted or streamed entries');
    const lengths = [u16(at + 28), u16(at + 30), u16(at + 32)] as const;
    const path = name(at + 46, lengths[0]);
    if (!isSafe(path))
      throw new ArchiveError(`it has an entry that is no file of a bundle: ${JSON.stringify(path)}`);
    if (found.has(path)) throw new ArchiveError(`it has ${path} twice`);
    found.set(path, {
      path,
      method: u16(at + 10),
      packed: u32(at + 20),
      bytes: u32(at + 24),
      offset: u32(at + 42),
    });
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  if (at !== end) throw new ArchiveError('it has bytes that belong to no file');
  return [...found.values()];
}

function unpack(
  archive: Uint8Array,
  { u16, u32, name }: Reader,
  { path, method, packed, bytes, offset }: Entry,
) {
  if (u32(offset) !== LOCAL || name(offset + 30, u16(offset + 26)) !== path || u16(offset + 8) !== method)
    throw new ArchiveError(`the entry of ${path} is not what the directory says`);
  const begin = offset + 30 + u16(offset + 26) + u16(offset + 28);
  const end = begin + packed;
  const content = archive.subarray(begin, end);
  if (content.length !== packed) throw new ArchiveError(`${path} is cut off`);
  try {
    const unpacked =
      method === 0 ? content : inflateRawSync(content, { maxOutputLength: Math.max(1, bytes) });
    if (method !== 0 && method !== 8) throw new Error('an unknown method');
    if (unpacked.length !== bytes) throw new Error('another size');
    return { unpacked: new Uint8Array(unpacked), end };
  } catch {
    throw new ArchiveError(`${path} cannot be unpacked to the ${bytes} bytes that the directory says`);
  }
}

/**
 * The files of an archive that `pack` wrote, and of no other: no entry beside, over or behind another, no path out of the
 * folder, nothing larger than a bundle may be; so that every program that unpacks it gets these files and no more.
 * @throws {ArchiveError} with what is wrong with it, in words
 */
export function unzip(archive: Uint8Array): Files {
  const read = reader(archive);
  const end = archive.length - END_SIZE;
  if (end < 0 || read.u32(end) !== END) throw new ArchiveError('it is no ZIP archive, or not a whole one');
  try {
    const all = entries(read, end);
    if (all.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES)
      throw new ArchiveError(`it claims to unpack to more than ${MOST_BYTES} bytes`);
    let next = 0;
    const files: Files = new Map();
    for (const entry of all) {
      if (entry.offset !== next) throw new ArchiveError(`${entry.path} does not stand where it should`);
      const { unpacked, end: after } = unpack(archive, read, entry);
      files.set(entry.path, unpacked);
      next = after;
    }
    if (next !== read.u32(end + 16)) throw new ArchiveError('it has bytes that belong to no file');
    return files;
  } catch (error) {
    // Numbers that point outside the file, names that are no UTF-8.
    if (error instanceof RangeError || error instanceof TypeError) throw new ArchiveError('it is damaged');
    throw error;
  }
}
