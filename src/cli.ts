#!/usr/bin/env node
import { EXIT } from './commands/error.ts';
import { main } from './commands/main.ts';

/** A closed pipe (`standoff search x | head`) is a reader who has had enough, not a failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  console.error(`standoff: cannot write the result: ${error.message}`);
  process.exit(EXIT.failed);
});
/** Where remarks cannot be written, the work goes on and the exit code tells. */
process.stderr.on('error', () => undefined);

process.exitCode = await main(process.argv.slice(2));
