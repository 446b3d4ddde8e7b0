import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Settings } from '../config/load.ts';
import { type DigestOrder, digestContent } from '../publish/digest/gather.ts';
import { digestMessage } from '../publish/digest/message.ts';
import type { Form } from '../publish/medium.ts';
import type { Message } from '../publish/message.ts';
import { terminalBox } from '../publish/terminal/render.ts';
import { type Cadence, digestsOf } from '../store/digests.ts';
import { channelOf } from './channel.ts';
import { createContext } from './context.ts';
import { discordWriters } from './discord-writers.ts';
import { CommandError } from './error.ts';
import { day } from './filters.ts';
import { json, line, when } from './output.ts';
import { saveNew } from './save.ts';

const DAY_MS = 86_400_000;
const LENGTH: Readonly<Record<Cadence, number>> = { daily: DAY_MS, weekly: 7 * DAY_MS };
/** Stands where the delivery's id will. */
const NO_DELIVERY = 'preview';

interface Options {
  daily?: boolean;
  weekly?: boolean;
  channel?: string;
  until?: string;
  png?: string;
  html?: string;
}

/** Now, or the end of the given day in a zone. */
function endOf(until: string | undefined, timeZone: string): number {
  if (until === undefined) return Date.now();
  const utc = Date.parse(until) + DAY_MS;
  const wall = new Date(utc).toLocaleString('sv-SE', { timeZone });
  return 2 * utc - Date.parse(`${wall.replace(' ', 'T')}Z`);
}

function cadenceOf(
  { daily, weekly }: Options,
  digest: { daily?: string | undefined; weekly?: string | undefined } = {},
): Cadence {
  if (daily && weekly) throw new CommandError('--daily and --weekly are two digests; give one of them');
  if (daily || weekly) return weekly ? 'weekly' : 'daily';
  return digest.daily === undefined && digest.weekly !== undefined ? 'weekly' : 'daily';
}

function orderOf(settings: Settings, options: Options, language: 'de' | 'en' | undefined): DigestOrder {
  const channel = channelOf(settings, options.channel);
  const cadence = cadenceOf(options, channel.digest);
  const { timezone } = settings.schedule;
  const until = endOf(options.until, timezone);
  return {
    channel: { ...channel, language: language ?? channel.language, maxAgeMs: channel.maxAge },
    ...{ cadence, by: channel.digest?.chart ?? 'stage', timezone },
    since: new Date(until - LENGTH[cadence]).toISOString(),
    until: new Date(until).toISOString(),
  };
}

/** What is said where there would be no digest: when something happened last. */
function nothing({ since, until, timezone: timeZone }: DigestOrder, newest: string | null): string {
  const said = `Nothing happened from ${when(since)} to ${when(until)}: there would be no digest.`;
  if (newest === null) return `${said} The database has no story yet.`;
  const day = new Date(newest).toLocaleDateString('sv-SE', { timeZone });
  return `${said} The newest article came on ${day}; try --until ${day}.`;
}

/** Writes what is asked for; gives the files. */
async function files(
  message: Message,
  form: Form,
  { png, html }: Options,
  timezone: string,
): Promise<string[]> {
  const { picture, at } = message;
  const wanted: { file: string; content: Uint8Array }[] = [];
  const pictures = new Map<string, Uint8Array>();
  if (picture && (png !== undefined || html !== undefined)) pictures.set(picture.name, await picture.png());
  const drawn = picture && pictures.get(picture.name);
  if (png !== undefined && drawn) wanted.push({ file: resolve(png), content: drawn });
  if (html !== undefined) {
    const language = message.language === 'de' ? 'de' : 'en';
    const [{ postBody }, { discordPage }] = await discordWriters();
    const page = discordPage(postBody(message, form), { language, timezone, at, pictures });
    wanted.push({ file: resolve(html), content: Buffer.from(page) });
  }
  for (const { file, content } of wanted) saveNew(file, content, { force: true });
  return wanted.map(({ file }) => file);
}

/** `standoff digest`: the overview of a day or week as a channel would get it, without sending it. */
export function register(program: Command): void {
  program
    .command('digest')
    .description('show the overview of a day or week as a channel gets it, without sending it')
    .option('--daily', 'of 24 hours (default, unless the channel has a weekly one only)')
    .option('--weekly', 'of seven days')
    .option('--channel <id>', 'of standoff.yaml (default: its first)')
    .option('--until <day>', 'up to the end of this day (default: up to now)', day)
    .option('--png <file>', 'write its chart as a picture')
    .option('--html <file>', 'write it as a page that looks like Discord')
    .addHelpText('after', '\nExample:\n  $ standoff digest --weekly --until 2025-05-25 --html week.html')
    .action(async (options: Options, command: Command) => {
      const context = createContext(command);
      const { output } = context;
      const settings = context.settings();
      const { language } = command.optsWithGlobals<{ language?: 'de' | 'en' }>();
      const order = orderOf(settings, options, language);
      const { content, newest } = context.reading((db) => ({
        content: digestContent(db, order),
        newest: digestsOf(db).newest(),
      }));
      if (!content) return context.json ? json(output, null) : line(output, nothing(order, newest));
      const message = digestMessage(content);
      const form = { ref: NO_DELIVERY, layout: channelOf(settings, options.channel).layout, roles: [] };
      const written = await files(message, form, options, order.timezone);
      if (context.json) json(output, (await discordWriters())[0].postBody(message, form));
      else if (written.length > 0) for (const file of written) line(output, file);
      else {
        const { out, color, width, links } = output;
        out.write(`${terminalBox(message, { color: color.isColorSupported, width, links })}\n`);
      }
    });
}
