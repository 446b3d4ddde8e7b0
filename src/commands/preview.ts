import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { discordBody } from '../publish/discord/render.ts';
import { discordPage } from '../publish/html/page.ts';
import { previewOf } from '../publish/preview.ts';
import { terminalBox } from '../publish/terminal/render.ts';
import { channelOf } from './channel.ts';
import { createContext } from './context.ts';
import { CommandError } from './error.ts';
import { json, line } from './output.ts';
import { storyId } from './show.ts';

interface Options {
  channel?: string;
  html?: string;
}

function save(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new CommandError(`cannot write ${file}: ${error instanceof Error ? error.message : error}`);
  }
}

/** `standoff preview`: a story's message as a channel would show it, without sending it. */
export function register(program: Command): void {
  program
    .command('preview')
    .description('show the message of a story as a channel gets it, without sending it')
    .argument('<story>', 'its number', storyId)
    .option('--channel <id>', 'of standoff.yaml (default: its first)')
    .option('--html <file>', 'write it as a page that looks like Discord')
    .addHelpText('after', '\nExample:\n  $ standoff preview 12 --html post.html')
    .action(async (id: number, options: Options, command: Command) => {
      const context = createContext(command);
      const { output } = context;
      const settings = context.settings();
      const { language } = command.optsWithGlobals<{ language?: 'de' | 'en' }>();
      const channel = channelOf(settings, options.channel);
      const shown = { ...channel, language: language ?? channel.language };
      const preview = context.reading((db) => previewOf(db, id, shown));
      if (!preview) throw new CommandError(`there is no story ${id}; \`standoff stories\` lists them`);
      const { message, ref } = preview;
      const body = discordBody(message, ref);
      if (options.html !== undefined) {
        const file = resolve(options.html);
        save(file, discordPage(body, { language: shown.language, timezone: settings.schedule.timezone }));
        if (!context.json) line(output, file);
      } else if (!context.json) {
        const { out, color, width } = output;
        out.write(`${terminalBox(message, { color: color.isColorSupported, width, links: output.links })}\n`);
      }
      if (context.json) json(output, body);
    });
}
