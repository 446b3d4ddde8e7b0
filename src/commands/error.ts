/** A failure that the user can mend; printed without a stack, exit code 1. */
export class CommandError extends Error {
  override name = 'CommandError';
}

/** A mistake in the call that only the database or several options together show; exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** What the process ends with. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;
