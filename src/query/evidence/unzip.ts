import { crc32, inflateRawSync } from 'node:zlib';
import type { Files } from './files.ts';
import { MOST_BYTES, MOST_FILES } from './pack.ts';

/** What makes an archive none that `pack` wrote. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
}

// Records and fields of a ZIP archive (PKWARE, APPNOTE.TXT 4.3).
const LOCAL = { signature: 0x04034b50, size: 30 };
const CENTRAL = { signature: 0x02014b50, size: 46 };
const END = { signature: 0x06054b50, size: 22 };
const VERSION = 20;
const DEFLATED = 8;
/** 1 January 1980, the format's first instant. */
const TIME = 0x0021_0000;

interface Entry {
  path: string;
  crc: number;
  packed: number;
  bytes: number;
  offset: number;
}

/** A path that stays inside the folder it is unpacked to, on every system. */
const isSafe = (path: string): boolean =>
  /^[\w.-]+(?:\/[\w.-]+)*$/.test(path) && !path.split('/').some((part) => /^\.+$/.test(part));

/** An entry's header as `pack` writes it: no flags, no extras, no comment, no attributes. */
function header({ path, crc, packed, bytes, offset }: Entry, kind: typeof LOCAL): Buffer {
  const head = Buffer.alloc(kind.size);
  let at = head.writeUInt32LE(kind.signature);
  if (kind === CENTRAL) at = head.writeUInt16LE(VERSION, at);
  at = head.writeUInt16LE(VERSION, at) + 2;
  at = head.writeUInt16LE(DEFLATED, at);
  for (const field of [TIME, crc, packed, bytes]) at = head.writeUInt32LE(field, at);
  head.writeUInt16LE(path.length, at);
  if (kind === CENTRAL) head.writeUInt32LE(offset, kind.size - 4);
  return Buffer.concat([head, Buffer.from(path)]);
}

/** The record at the archive's end as `pack` writes it. */
function ending(count: number, start: number, end: number): Buffer {
  const record = Buffer.alloc(END.size);
  let at = record.writeUInt32LE(END.signature) + 4;
  for (let twice = 0; twice < 2; twice++) at = record.writeUInt16LE(count, at);
  record.writeUInt32LE(start, record.writeUInt32LE(end - start, at));
  return record;
}

/** Whether these bytes stand at a place of the archive. */
const stands = (archive: Buffer, at: number, bytes: Buffer): boolean =>
  archive.subarray(at, at + bytes.length).equals(bytes);

/** The entry that the directory names at a place, if it is as `pack` writes it. */
function entryAt(archive: Buffer, at: number, offset: number): Entry {
  const path = archive.toString(
    'latin1',
    at + CENTRAL.size,
    at + CENTRAL.size + archive.readUInt16LE(at + 28),
  );
  if (!isSafe(path))
    throw new ArchiveError(`it has an entry that is no file of a bundle: ${JSON.stringify(path)}`);
  const field = (offsetInHeader: number) => archive.readUInt32LE(at + offsetInHeader);
  const entry = { path, crc: field(16), packed: field(20), bytes: field(24), offset };
  if (!stands(archive, at, header(entry, CENTRAL)) || !stands(archive, offset, header(entry, LOCAL)))
    throw new ArchiveError(`${path} is not stored as a bundle stores its files`);
  return entry;
}

function unpack(archive: Buffer, { path, crc, packed, bytes, offset }: Entry): Buffer {
  const begin = offset + LOCAL.size + path.length;
  try {
    const content = inflateRawSync(archive.subarray(begin, begin + packed), {
      maxOutputLength: Math.max(1, bytes),
    });
    if (content.length === bytes && crc32(content) === crc) return content;
  } catch {
    // Damaged, or longer than it may be.
  }
  throw new ArchiveError(`${path} cannot be unpacked to the ${bytes} bytes that the directory says`);
}

function readAll(archive: Buffer): Files {
  const end = archive.length - END.size;
  const [count, start] = [archive.readUInt16LE(end + 10), archive.readUInt32LE(end + 16)];
  if (count > MOST_FILES) throw new ArchiveError(`it claims ${count} files, more than a bundle holds`);
  if (!stands(archive, end, ending(count, start, end)))
    throw new ArchiveError('it is no ZIP archive, or not a whole one');
  const files: Files = new Map();
  let [at, next, total] = [start, 0, 0];
  for (let i = 0; i < count; i++) {
    const entry = entryAt(archive, at, next);
    total += entry.bytes;
    if (total > MOST_BYTES) throw new ArchiveError(`it claims to unpack to more than ${MOST_BYTES} bytes`);
    if (files.has(entry.path)) throw new ArchiveError(`it has ${entry.path} twice`);
    files.set(entry.path, unpack(archive, entry));
    next += LOCAL.size + entry.path.length + entry.packed;
    at += CENTRAL.size + entry.path.length;
  }
  if (at !== end || next !== start) throw new ArchiveError('it has bytes that belong to no file');
  return files;
}

/**
 * The files of an archive that `pack` wrote, and of no other: each header is compared byte for byte with what it would be,
 * so that there is no entry beside, over or behind another, no path out of the folder, no link, and nothing larger than a
 * bundle may be. Every program that unpacks it gets these files and no more.
 * @throws {ArchiveError} with what is wrong with it, in words
 */
export function unzip(archive: Uint8Array): Files {
  try {
    return readAll(Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength));
  } catch (error) {
    // Numbers that point outside the file.
    if (error instanceof RangeError) throw new ArchiveError('it is no ZIP archive, or not a whole one');
    throw error;
  }
}
