#!/usr/bin/env node
import { EXIT } from './commands/error.ts';
import { main } from './commands/main.ts';

/** A closed pipe (`standoff search x | head`) is a reader who has had enough, not a failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
