/** A failure that the user can mend; printed without a stack, exit code 1. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** What the process ends with. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;
