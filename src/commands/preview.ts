import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Preview, previewOf } from '../publish/preview.ts';
import { terminalBox } from '../publish/terminal/render.ts';
import { channelOf } from './channel.ts';
import { createContext } from './context.ts';
import { discordWriters } from './discord-writers.ts';
import { CommandError } from './error.ts';
import { json, line, plain } from './output.ts';
import { saveNew } from './save.ts';
import { storyId } from './show.ts';

interface Options {
  channel?: string;
  html?: string;
}

/** What the box cannot show of how a channel gets the message. */
function remarks({ wanted, style, thread, subjects, form, published }: Preview): string[] {
  const name = plain(thread ?? '');
  return [
    ...(wanted ? [] : ['The channel’s filter or style keeps this story from being posted singly.']),
    ...(style === 'threads' ? [`A thread begins from it: ${name}`] : []),
    ...(style === 'forum' ? [`It begins a forum post: ${name}`] : []),
    ...(style === 'forum' && subjects.length > 0
      ? [`with the tags called like: ${subjects.join(', ')}`]
      : []),
    ...(form.layout === 'components' ? ['It is laid out by Discord’s Components V2.'] : []),
    ...(form.roles.length > 0 ? [`It tells the role ${form.roles.join(', ')}`] : []),
    ...(published ? ['It is published to the servers that follow the channel.'] : []),
  ];
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
      const { message, form } = preview;
      if (options.html !== undefined) {
        const [{ postBody }, { discordPage }] = await discordWriters();
        const file = resolve(options.html);
        const { timezone } = settings.schedule;
        const thread = preview.thread === null ? {} : { thread: preview.thread };
        const look = { language: shown.language, timezone, at: message.at, ...thread };
        saveNew(file, discordPage(postBody(message, form), look), { force: true });
        if (!context.json) line(output, file);
      } else if (!context.json) {
        const { out, color, width } = output;
        out.write(`${terminalBox(message, { color: color.isColorSupported, width, links: output.links })}\n`);
        for (const remark of remarks(preview)) line(output, color.dim(remark));
      }
      if (context.json) json(output, (await discordWriters())[0].postBody(message, form));
    });
}
