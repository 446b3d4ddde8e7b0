import { Routes } from 'discord.js';
import { discordClient } from '../../publish/discord/rest.ts';
import { webhookAddress } from '../../publish/discord/webhook.ts';
import { type CheckLine, failed, note, ok, textOf, tried } from './model.ts';

const REMEDY =
  'Channel Settings → Integrations → Webhooks → New Webhook → Copy Webhook URL; put it into .env';

/** Whether a webhook is there. What it may do is its channel's matter: a webhook has no permissions of its own. */
export async function checkWebhook(
  subject: string,
  url: string,
  api: string | undefined,
): Promise<CheckLine[]> {
  const address = webhookAddress(url);
  if (!address) return [failed(subject, 'its webhook’s URL is of another form than Discord’s', REMEDY)];
  const client = discordClient({ token: null, api: api ?? address.api });
  const found = await tried(client.request('GET', Routes.webhook(address.id, address.token)));
  if ('error' in found) return [failed(subject, found.error.message, REMEDY)];
  return [
    ok(
      subject,
      `webhook “${textOf(found.answer, 'name')}” posts to channel ${textOf(found.answer, 'channel_id')}`,
    ),
    note(
      subject,
      'through a webhook, a message can stand there twice after a lost answer; a bot’s never does',
    ),
  ];
}
