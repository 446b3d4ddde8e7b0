import { spawn } from 'node:child_process';
import type { Command } from 'commander';
import { storyUrl } from '../query/lists.ts';
import { createContext } from './context.ts';
import { CommandError } from './error.ts';
import { json, line, plain } from './output.ts';
import { storyId } from './show.ts';

/** What shows an address to the user on each system, never through a shell. */
function opener(url: string): [string, string[]] {
  if (process.platform === 'darwin') return ['open', [url]];
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]];
  return ['xdg-open', [url]];
}

/** `standoff open`: a story's lead article in the browser; where there is no terminal, its address is all. */
export function register(program: Command): void {
  program
    .command('open')
    .description("open a story's lead article in the browser and print its address")
    .argument('<story>', 'its number', storyId)
    .option('--print', 'only print the address')
    .addHelpText('after', '\nExample:\n  $ standoff open 12')
    .action((id: number, options: { print?: boolean }, command: Command) => {
      const { output, json: machine, reading } = createContext(command);
      const url = reading((db) => storyUrl(db, id));
      if (url === undefined)
        throw new CommandError(`there is no story ${id}; \`standoff stories\` lists them`);
      if (machine) return json(output, { url });
      line(output, plain(url));
      if (options.print || !output.out.isTTY || !/^https?:\/\//i.test(url)) return;
      const child = spawn(...opener(url), { stdio: 'ignore', detached: true });
      // Without a browser the printed address has to do.
      child.on('error', () => {});
      child.unref();
    });
}
