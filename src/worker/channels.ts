import type { Environment } from '../config/environment.ts';
import { ConfigError } from '../config/errors.ts';
import type { Settings } from '../config/load.ts';
import type { ChannelSettings, MediumSettings } from '../publish/channels.ts';

type Channel = Settings['channels'][number];

const DEFAULT_WEBHOOK = 'DISCORD_WEBHOOK_URL';

function problem(key: string, message: string): ConfigError {
  return new ConfigError([{ file: 'environment or .env', line: null, key, message }]);
}

/** A bot where there is a token, else a webhook where there is its URL, else the terminal. */
function mediumOf(channel: Channel, env: Environment): MediumSettings {
  const api = env.DISCORD_API === undefined ? {} : { api: env.DISCORD_API };
  const webhook = env[channel.webhookEnv ?? DEFAULT_WEBHOOK];
  if (channel.webhookEnv !== undefined && webhook === undefined)
    throw problem(
      channel.webhookEnv,
      `is not set, and channel ${channel.id} of standoff.yaml names it; put the webhook's URL there`,
    );
  if (channel.webhookEnv === undefined && env.DISCORD_TOKEN !== undefined) {
    const channelId = channel.channelId ?? env.DISCORD_CHANNEL_ID;
    if (channelId === undefined)
      throw problem(
        'DISCORD_CHANNEL_ID',
        'is not set although there is a DISCORD_TOKEN; copy the id from the channel’s menu in Discord, or set channelId in standoff.yaml',
      );
    if (!/^\d{17,20}$/.test(channelId))
      throw problem('DISCORD_CHANNEL_ID', 'is no channel id (17 to 20 digits)');
    return { kind: 'discord-bot', token: env.DISCORD_TOKEN, channelId, ...api };
  }
  if (webhook === undefined) return { kind: 'terminal' };
  if (!/^https?:\/\/[^/]+\/api\/(?:v\d+\/)?webhooks\/\d+\/[\w-]+/.test(webhook))
    throw problem(
      channel.webhookEnv ?? DEFAULT_WEBHOOK,
      'is no webhook URL; copy it from the channel’s settings under Integrations',
    );
  return { kind: 'discord-webhook', url: webhook, ...api };
}

/** What webhooks cannot do. @throws {ConfigError} */
function needsBot({ id, style, announce, webhookEnv }: Channel, { kind }: MediumSettings): void {
  if (kind !== 'discord-webhook' || !(style === 'threads' || announce)) return;
  const key = style === 'threads' ? 'style: threads' : 'announce: true';
  throw problem(
    webhookEnv ?? DEFAULT_WEBHOOK,
    `is a webhook, which can only post, and channel ${id} has \`${key}\`; use a bot (DISCORD_TOKEN, channelId) or leave the key out`,
  );
}

/**
 * Where each configured channel's messages go, with the secrets of the environment.
 * @throws {ConfigError} when a secret is missing or cannot be one; its value is never printed
 */
export function resolveChannels(settings: Settings, env: Environment): ChannelSettings[] {
  return settings.channels.map((channel) => {
    const { maxAge, channelId: _channel, webhookEnv: _webhook, quiet, ...rest } = channel;
    const medium = mediumOf(channel, env);
    needsBot(channel, medium);
    const { timezone } = settings.schedule;
    return {
      ...rest,
      maxAgeMs: maxAge,
      medium,
      ...(quiet && { quiet: { ...quiet, timezone: quiet.timezone ?? timezone } }),
    };
  });
}
