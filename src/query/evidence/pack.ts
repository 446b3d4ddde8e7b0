import { zipSync } from 'fflate';
import type { Files } from './files.ts';

/** What a bundle may take unpacked, in bytes, so that every bundle written can be verified. */
export const MOST_BYTES = 1_000_000_000;
export const MOST_FILES = 60_000;

/**
 * The files as a ZIP archive, in their order. The time of each entry is the format's first, local, as the format has it:
 * the same files give the same bytes anywhere and any time.
 * @throws {RangeError} when there is more than a bundle may hold
 */
export function pack(files: Files): Uint8Array {
  let bytes = 0;
  for (const content of files.values()) bytes += content.length;
  if (bytes > MOST_BYTES || files.size > MOST_FILES)
    throw new RangeError(`${files.size} files of ${bytes} bytes are more than a bundle holds`);
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(1980, 0, 1) });
}
