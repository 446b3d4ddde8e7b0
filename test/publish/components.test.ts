import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editBody, postBody } from '../../src/publish/discord/body.ts';
import { componentsBody } from '../../src/publish/discord/components.ts';
import { discordBody } from '../../src/publish/discord/render.ts';
import type { Message } from '../../src/publish/message.ts';
import { refusal } from '../support/fake-discord/form.ts';
import { bench } from './bench.ts';

const HOUR = 3_600_000;

const message: Message = {
  language: 'de',
  kicker: 'Urteil',
  languages: ['de', 'en'],
  title: 'Gericht weist Eilantrag ab',
  url: 'https://anzeiger.example/1',
  body: [
    [
      { kind: 'text', text: 'Der Senat entschied.' },
      { kind: 'dim', text: ' — ' },
      { kind: 'link', text: 'Anzeiger', url: 'https://anzeiger.example/1' },
    ],
  ],
  fields: [
    { name: 'Parteien', lines: [[{ kind: 'text', text: 'Meta, noyb' }]], inline: true },
    { name: 'Verhandlung', lines: [[{ kind: 'day', day: '2025-05-27' }]], inline: true },
  ],
  footer: 'Story 7 · 2 Medien',
  at: '2025-05-23T10:00:00.000Z',
  tone: 'story',
};

const form = { ref: 'k7m2x9qw4tbc', layout: 'components', roles: ['900000000000000001'] } as const;

const textsOf = (body: object): string =>
  [...JSON.stringify(body).matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)]
    .map(([, text]) => JSON.parse(`"${text}"`) as string)
    .join('\n');

test('says what the embed says: headline, link, stage, languages, sentences, fields, date, story and mark', () => {
  const text = textsOf(componentsBody(message, form.ref));
  const [embed] = discordBody(message, form.ref).embeds;
  for (const said of [
    embed?.title,
    embed?.url,
    embed?.description,
    ...(embed?.fields ?? []).flatMap(({ name, value }) => [name, value]),
  ])
    expect(text).toContain(said);
  expect(text).toContain('-# Urteil · 🇩🇪 🇬🇧');
  expect(text).toContain('<t:1748347200:D>');
  expect(text).toMatch(/-# Story 7 · 2 Medien · <t:1747994400:f> · k7m2x9qw4tbc$/);
});

test('a role is told by the first posting alone, and stays named when it is edited', () => {
  expect(postBody(message, form)).toMatchObject({ allowed_mentions: { parse: [], roles: form.roles } });
  expect(postBody(message, form)).not.toHaveProperty('content');
  const edited = editBody(message, form);
  expect(edited.allowed_mentions).toEqual({ parse: [] });
  expect(textsOf(edited)).toContain('<@&900000000000000001>');
});

test('whatever the texts, Discord takes it, and the mark stands at its end', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.constantFrom(
      '',
      '@everyone',
      '# h',
      '-# x',
      '```',
      '> q',
      '👩‍👩‍👧‍👦'.repeat(300),
      'Wort '.repeat(900),
      '_*~`|'.repeat(700),
      'مرحبا'.repeat(400),
    ),
  );
  const line = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('text' as const), text: nasty }),
      fc.record({
        kind: fc.constant('link' as const),
        text: nasty,
        url: fc.constantFrom(
          'https://a.example/x',
          `https://a.example/${'x'.repeat(3000)}`,
          'javascript:alert(1)',
        ),
      }),
    ),
    { maxLength: 4 },
  );
  const field = fc.record({ name: nasty, lines: fc.array(line, { maxLength: 30 }), inline: fc.boolean() });
  const any = fc.record({
    title: nasty,
    kicker: fc.option(nasty),
    url: fc.constantFrom(null, 'https://a.example/x', `https://a.example/${'ü'.repeat(900)}`),
    body: fc.array(line, { maxLength: 8 }),
    fields: fc.array(field, { maxLength: 30 }),
    footer: nasty,
  });
  fc.assert(
    fc.property(any, fc.integer({ min: 0, max: 20 }), (parts, roles) => {
      const body = postBody(
        { ...message, ...parts },
        { ...form, roles: Array.from({ length: roles }, () => '9'.repeat(19)) },
      );
      expect(refusal(body)).toBeNull();
      expect(textsOf(body).endsWith(form.ref)).toBe(true);
      expect(textsOf(body)).not.toMatch(/^(?:#{1,2} |> |```)/m);
    }),
    { numRuns: 60 },
  );
});

test('a message keeps the layout that it was posted with, whatever the configuration says by then', async () => {
  const at = await bench();
  const channel = at.channel({ layout: 'components' });
  const settings = at.channels[0];
  const report = (story: number, source: string) => ({
    story,
    source,
    title: `Bericht ${story}`,
    at: at.now(),
  });
  at.arrives(report(1, 'anzeiger'));
  await at.deliver();
  if (settings) settings.layout = 'embed';
  at.arrives(report(1, 'kurier'));
  at.arrives(report(2, 'kurier'));
  expect(await at.deliver()).toMatchObject({ posted: 1, edited: 1, failed: 0 });
  const [first, second] = at.seen(channel);
  expect(first?.embeds).toEqual([]);
  expect(JSON.stringify(first?.components)).toContain('kurier');
  expect(second?.components).toEqual([]);
  expect(second?.embeds).toHaveLength(1);
  await at.close();
});

test.each(['bot', 'webhook'])(
  'laid out by components, a message by %s arrives, and a bot finds it again',
  async (by) => {
    const at = await bench();
    const channel = at.channel({ layout: 'components' });
    const { id, token } = at.discord.guild.addWebhook(channel);
    const settings = at.channels[0];
    if (settings && by === 'webhook')
      settings.medium = { kind: 'discord-webhook', url: `${at.discord.api}/webhooks/${id}/${token}` };
    at.arrives({ story: 1, source: 'anzeiger', title: 'Bericht', at: at.now() });
    if (by === 'bot') at.discord.fault = ({ method }) => (method === 'POST' ? 'cut-after' : undefined);
    await at.deliver();
    at.discord.fault = () => undefined;
    at.pass(HOUR);
    await at.deliver();
    expect(at.seen(channel)).toHaveLength(1);
    expect(JSON.stringify(at.seen(channel)[0]?.components)).toContain('Bericht');
    await at.close();
  },
);
