import { Agent, setGlobalDispatcher } from 'undici';
import { afterEach, describe, expect, test } from 'vitest';
import type { ChannelSettings } from '../../src/publish/channels.ts';
import { discordBody } from '../../src/publish/discord/render.ts';
import { discordPage } from '../../src/publish/html/page.ts';
import { createMedia } from '../../src/publish/media.ts';
import type { Form, MediumError } from '../../src/publish/medium.ts';
import type { Message } from '../../src/publish/message.ts';
import { terminalBox } from '../../src/publish/terminal/render.ts';
import { refusal } from '../support/fake-discord/form.ts';
import { type FakeDiscord, fakeDiscord } from '../support/fake-discord/server.ts';

const FORM: Form = { ref: 'abc', layout: 'embed', roles: [] };

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 255, 13, 10]);

const message = (alt = 'Drei Artikel am 3. Mai'): Message => ({
  language: 'de',
  kicker: null,
  languages: [],
  title: 'Woche',
  url: null,
  body: [],
  fields: [],
  footer: 'Digest',
  at: '2025-05-03T18:00:00.000Z',
  tone: 'overview',
  picture: {
    name: 'chart.png',
    alt,
    lines: [[{ kind: 'dim', text: '▁▃▇' }]],
    png: async () => PNG,
  },
});

const opened: FakeDiscord[] = [];
afterEach(async () => {
  for (const discord of opened.splice(0)) await discord.close();
});

async function open(medium: 'bot' | 'webhook') {
  const discord = await fakeDiscord({ now: () => Date.parse('2025-05-03T18:00:00.000Z') });
  opened.push(discord);
  const { id: channelId, messages } = discord.guild.addChannel();
  const hook = discord.guild.addWebhook(channelId);
  const settings: ChannelSettings['medium'] =
    medium === 'bot'
      ? { kind: 'discord-bot', token: 'fake-token', channelId, api: discord.api }
      : { kind: 'discord-webhook', url: `${discord.api}/webhooks/${hook.id}/${hook.token}` };
  const media = createMedia(
    [{ id: 'main', language: 'de', grades: ['core'], maxAgeMs: 1, medium: settings }],
    { stream: { write: () => undefined }, color: false, width: 80 },
  );
  return { discord, messages, medium: await media('main') };
}

for (const kind of ['bot', 'webhook'] as const)
  test(`a picture goes along with the message, by ${kind}, with words for those who do not see it`, async () => {
    const { discord, messages, medium } = await open(kind);
    await medium.post(message(), FORM, {});
    expect(messages).toHaveLength(1);
    expect(messages[0]?.attachments).toEqual([
      expect.objectContaining({
        ...{ filename: 'chart.png', size: PNG.length, content_type: 'image/png' },
        description: 'Drei Artikel am 3. Mai',
      }),
    ]);
    expect(messages[0]?.embeds[0]?.image).toEqual({ url: 'attachment://chart.png' });
    expect(discord.calls[0]?.files[0]?.bytes).toEqual(PNG);
  });

test('it does so by whichever HTTP client was loaded first', async () => {
  setGlobalDispatcher(new Agent());
  const { discord, medium } = await open('bot');
  await medium.post(message(), FORM, {});
  expect(discord.calls[0]?.files[0]?.bytes).toEqual(PNG);
});

test('an edit leaves one picture, not two', async () => {
  for (const kind of ['bot', 'webhook'] as const) {
    const { messages, medium } = await open(kind);
    const place = await medium.post(message(), FORM, {});
    await medium.edit(place, message('Vier Artikel'), FORM);
    expect(messages[0]?.attachments.map(({ description }) => description)).toEqual(['Vier Artikel']);
  }
});

test('posted again with the same id, a message with a picture is still one', async () => {
  const { messages, medium } = await open('bot');
  const first = await medium.post(message(), FORM, {});
  expect(await medium.post(message(), FORM, {})).toEqual(first);
  expect(messages).toHaveLength(1);
});

test('words that are too long for Discord are cut, not refused', async () => {
  const { messages, medium } = await open('bot');
  await medium.post(message('lange Worte '.repeat(300)), FORM, {});
  expect(messages[0]?.attachments[0]?.description).toMatch(/…$/);
});

test('a picture larger than Discord takes is refused, which is no reason to try again', async () => {
  const { medium } = await open('bot');
  const large = message();
  if (large.picture) large.picture.png = async () => new Uint8Array(11 * 1024 * 1024);
  await expect(medium.post(large, FORM, {})).rejects.toMatchObject({
    kind: 'refused',
  } satisfies Partial<MediumError>);
});

test('a terminal shows lines in the picture’s place', () => {
  expect(terminalBox(message(), { width: 60, color: false, links: false })).toContain('▁▃▇');
});

test('the page shows the picture without asking anybody for it', () => {
  const html = discordPage(discordBody(message('<b>"x"'), 'abc'), {
    language: 'de',
    timezone: 'Europe/Berlin',
    pictures: new Map([['chart.png', PNG]]),
  });
  expect(html).toContain(`src="data:image/png;base64,${Buffer.from(PNG).toString('base64')}"`);
  expect(html).toContain('alt="&lt;b&gt;&quot;x&quot;"');
  expect(html).toContain('img-src data:');
});

describe('the fake refuses what Discord would', () => {
  const file = { key: 'files[0]', name: 'chart.png', type: 'image/png', bytes: PNG };
  const image = (name: string) => ({ embeds: [{ title: 'x', image: { url: `attachment://${name}` } }] });
  test.each([
    ['an attachment without its file', { attachments: [{ id: 1 }] }, [file]],
    ['words for it that are too long', { attachments: [{ id: 0, description: 'x'.repeat(1025) }] }, [file]],
    ['a picture that was not sent', image('other.png'), [file]],
    ['a file by another name than files[n]', image('chart.png'), [{ ...file, key: 'file' }]],
  ])('%s', (_name, body, files) => {
    expect(refusal({ content: 'x', ...body }, { files, existing: [] })?.status).toBe(400);
    expect(refusal({ content: 'x', ...image('chart.png') }, { files: [file], existing: [] })).toBeNull();
  });
});

test('where the bot may attach no files, the words go out alone and hold up nothing', async () => {
  const { discord, messages, medium } = await open('bot');
  for (const channel of discord.guild.channels.values()) channel.attachFiles = false;
  const place = await medium.post(message(), FORM, {});
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({ attachments: [], embeds: [{ title: 'Woche' }] });
  expect(messages[0]?.embeds[0]?.image).toBeUndefined();
  expect(place.messageId).toBe(messages[0]?.id);
});
