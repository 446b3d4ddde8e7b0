import { type Command, InvalidArgumentError } from 'commander';
import { loadDossier } from '../config/load.ts';
import { StoreError } from '../store/db.ts';
import { conceptsOf } from './concepts.ts';
import { createContext } from './context.ts';
import { CommandError } from './error.ts';
import { json, line } from './output.ts';
import { untilInterrupted } from './signals.ts';

interface Options {
  host: string;
  port: number;
  behindProxy?: string;
}

function port(text: string): number {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : 65_536;
  if (value > 65_535) throw new InvalidArgumentError('Write a port from 0 (any that is free) to 65535.');
  return value;
}

/** A host's name as it stands in addresses, without scheme, port and path. */
function publicName(text: string): string {
  const url = `https://${text}/`;
  if (!URL.canParse(url) || new URL(url).hostname !== text.toLowerCase())
    throw new InvalidArgumentError('Write the name readers know it by, such as news.example.org.');
  return text.toLowerCase();
}

/** What the operator can mend is told in a sentence, what nobody foresaw with its stack. */
function logged(error: unknown): string {
  if (error instanceof StoreError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** `standoff serve`: the page, until SIGINT or SIGTERM. */
export function register(program: Command): void {
  program
    .command('serve')
    .description('show stories, timeline and search as a web page on this machine; it only reads')
    .option('--host <address>', 'listen on this address', '127.0.0.1')
    .option('--port <n>', 'and this port', port, 8080)
    .option(
      '--behind-proxy <name>',
      'a reverse proxy serves it under this name and decides who may read',
      publicName,
    )
    .addHelpText(
      'after',
      `
For anything but this machine it asks for a token: STANDOFF_WEB_TOKEN in the environment or .env.

Examples:
  $ standoff serve
  $ STANDOFF_WEB_TOKEN=$(openssl rand -hex 16) standoff serve --host 0.0.0.0
  $ standoff serve --behind-proxy news.example.org`,
    )
    .action(async ({ host, port: number, behindProxy }: Options, command: Command) => {
      const { folder, settings, env, databasePath, output, json: machine } = createContext(command);
      const dossier = loadDossier(folder);
      const [{ accessFor, AccessError }, { createApp }, { serve, ListenError }, { warmUp }, { withDiffs }] =
        await Promise.all([
          import('../web/access.ts'),
          import('../web/app.ts'),
          import('../web/server.ts'),
          import('../web/pages/overview.ts'),
          import('./revisions.ts'),
        ]);
      const onError = (error: unknown) => void output.err.write(`${logged(error)}\n`);
      const interrupted = untilInterrupted(() => undefined);
      try {
        const app = createApp({
          databasePath: databasePath(),
          access: accessFor({ host, token: env.STANDOFF_WEB_TOKEN, behindProxy }),
          subject: {
            title: dossier.dispute.title,
            timezone: settings().schedule.timezone,
            concepts: conceptsOf(dossier),
            compare: withDiffs,
          },
          onError,
        });
        const served = await serve(app, { host, port: number });
        warmUp().catch(onError);
        if (machine) json(output, { url: served.url });
        else line(output, `The page is at ${served.url} (Ctrl-C ends it)`);
        await new Promise((resolve) => interrupted.signal.addEventListener('abort', resolve, { once: true }));
        await served.close();
      } catch (error) {
        throw error instanceof AccessError || error instanceof ListenError
          ? new CommandError(error.message)
          : error;
      } finally {
        interrupted.done();
      }
    });
}
