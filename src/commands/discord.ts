import type { Command } from 'commander';
import type { CheckLine } from '../interactions/check/index.ts';
import { type Context, createContext } from './context.ts';
import { CommandError, EXIT } from './error.ts';
import { followRoles, guildOf } from './members.ts';
import { json, line, type Output, type Painted, table } from './output.ts';

/** `standoff discord`: is everything right on Discord, and how does the bot get there. */
export function register(program: Command): void {
  const discord = program
    .command('discord')
    .description('look whether Discord lets the bot do what standoff.yaml wants; invite it to a server');
  discord
    .command('check')
    .description(
      'token, server, channels, permissions, roles; says what to click; exit code 1 when anything fails',
    )
    .addHelpText('after', '\nExample:\n  $ standoff discord check')
    .action(async (_options: object, command: Command) => {
      const context = createContext(command);
      const lines = await check(context);
      if (context.json) json(context.output, lines);
      else print(context.output, lines);
      process.exitCode = lines.some(({ state }) => state === 'failed') ? EXIT.failed : EXIT.ok;
    });
  discord
    .command('invite')
    .description('print the address that puts the bot on a server, with the permissions that it needs')
    .addHelpText('after', '\nExample:\n  $ standoff discord invite')
    .action(async (_options: object, command: Command) => {
      const context = createContext(command);
      const invited = await invite(context);
      if (context.json) return json(context.output, invited);
      line(context.output, invited.url);
      context.output.err.write(`It asks for: ${invited.permissions.join(', ')}.\n`);
    });
}

async function check(context: Context): Promise<CheckLine[]> {
  const [{ checkDiscord }, { resolveChannels }] = await Promise.all([
    import('../interactions/check/index.ts'),
    import('../worker/channels.ts'),
  ]);
  const { settings, dossier } = context.config();
  return checkDiscord({
    token: context.env.DISCORD_TOKEN,
    api: context.env.DISCORD_API,
    channels: resolveChannels(settings, context.env),
    guildId: guildOf(context),
    roles: followRoles(settings.discord.follow, dossier),
    commands: settings.discord.commands,
  });
}

async function invite(context: Context) {
  const { applicationOf, invitation } = await import('../interactions/invite.ts');
  const { DISCORD_TOKEN: token, DISCORD_API: api, DISCORD_APPLICATION_ID: known } = context.env;
  if (known !== undefined && !/^\d{17,20}$/.test(known))
    throw new CommandError('DISCORD_APPLICATION_ID is no application id (17 to 20 digits)');
  if (known === undefined && token === undefined)
    throw new CommandError(
      'set DISCORD_TOKEN in .env, or DISCORD_APPLICATION_ID (discord.com/developers/applications → your application → General Information)',
    );
  const applicationId = known ?? (await applicationOf(token ?? '', api).catch(unasked));
  const { discord, channels } = context.settings();
  return invitation({
    ...{ applicationId, channels, commands: discord.commands },
    ...{ follow: discord.follow.length > 0, guildId: guildOf(context) },
  });
}

function unasked(error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new CommandError(`cannot ask Discord for the application: ${reason}`);
}

function print(output: Output, lines: readonly CheckLine[]): void {
  const { color } = output;
  const marks: Record<CheckLine['state'], Painted> = {
    ok: { text: 'ok', paint: color.green },
    failed: { text: 'failed', paint: color.red },
    note: { text: 'note', paint: color.dim },
  };
  table(
    output,
    ['', 'what', 'how it is'],
    lines.map(({ subject, state, detail }) => [marks[state], subject, detail]),
    2,
  );
  const wrong = lines.filter(({ state }) => state === 'failed');
  if (wrong.length > 0) line(output, `\n${color.bold('What to do')}`);
  for (const { subject, detail, remedy } of wrong)
    line(output, `  ${subject}: ${detail}\n    ${color.yellow('→')} ${remedy}`);
}
