import type { Command } from 'commander';
import { loadDossier } from '../config/load.ts';
import { packageVersion } from '../config/root.ts';
import { conceptsOf } from './concepts.ts';
import { createContext } from './context.ts';
import { CommandError } from './error.ts';

const SDK = '@modelcontextprotocol/sdk';

/** `standoff mcp`: the database as a source for assistants. */
export function register(program: Command): void {
  program
    .command('mcp')
    .description('answer questions of an assistant (Model Context Protocol on stdin and stdout); read-only')
    .addHelpText(
      'after',
      `
Tools: search, story, timeline, statements, explain; each answer names its sources. Not for typing: an assistant starts
it, when its configuration says so:
  { "mcpServers": { "standoff": { "command": "npx", "args": ["standoff", "mcp", "--config", "/path/to/config"] } } }

Example:
  $ standoff mcp --config /opt/standoff/config`,
    )
    .action(async (_options: object, command: Command) => {
      const context = createContext(command);
      const { language, reading } = context;
      const dossier = loadDossier(context.folder);
      const subject = dossier.dispute.title[language];
      const [{ serveStdio }, { canonicalUrl }] = await Promise.all([
        import('../mcp/stdio.ts').catch(missing),
        import('../link/identity.ts'),
      ]);
      const desk = { language, reading, canonicalUrl, concepts: () => conceptsOf(dossier) };
      await serveStdio(desk, { version: packageVersion(), subject });
    });
}

/** The protocol's SDK is optional: an installation that follows and posts does not need it. */
function missing(error: unknown): never {
  if (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ERR_MODULE_NOT_FOUND' &&
    error.message.includes(SDK)
  )
    throw new CommandError(`${SDK} is not installed; \`npm install ${SDK}\` adds it`);
  throw error;
}
