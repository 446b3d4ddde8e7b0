import type { Log } from '../interactions/desk.ts';
import { troubleOf } from '../store/trouble.ts';

/**
 * Runs a cycle of the bot; where the database cannot be used for the moment (its disk is full, another program holds it),
 * that is logged and the next cycle goes on from what was committed.
 * @throws whatever else went wrong
 */
export async function enduring(log: Log, cycle: () => Promise<void>): Promise<void> {
  try {
    await cycle();
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble?.passing) throw error;
    log('error', `the database: ${trouble.message}; what was under way is tried again`);
  }
}
