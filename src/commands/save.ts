import { closeSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { CommandError } from './error.ts';

/**
 * Writes a file whole or not at all.
 * @param options.force replaces a file that is there
 * @throws {CommandError} when there is one already, or it cannot be written
 */
export function saveNew(path: string, content: string | Uint8Array, { force }: { force: boolean }): void {
  const beside = `${path}.${process.pid}.part`;
  let reserved = false;
  try {
    if (!force) {
      // Made empty first: of two that write at once, one is told.
      closeSync(openSync(path, 'wx'));
      reserved = true;
    }
    writeFileSync(beside, content, { flag: 'wx', flush: true });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    if (reserved) rmSync(path, { force: true });
    if (!(error instanceof Error)) throw error;
    if (!reserved && 'code' in error && error.code === 'EEXIST')
      throw new CommandError(`${path} is there already; --force replaces it, --out names another file`);
    throw new CommandError(`cannot write ${path}: ${error.message}`);
  }
}
