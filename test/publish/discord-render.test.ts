import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown, inertText, safeUrl } from '../../src/publish/discord/markdown.ts';
import { discordBody } from '../../src/publish/discord/render.ts';
import type { Line, Message } from '../../src/publish/message.ts';
import { plain, truncate } from '../../src/publish/text.ts';
import { refusal } from '../support/fake-discord/form.ts';

const REF = 'k7m2x9qw4tbc';

function message(fields: Partial<Message> = {}): Message {
  return {
    language: 'de',
    kicker: 'Urteil',
    languages: ['de', 'en'],
    title: 'Gericht entscheidet über Trainingsdaten',
    url: 'https://anzeiger.example/1',
    body: [[{ kind: 'text', text: 'Ein Satz.' }]],
    fields: [],
    footer: 'Story 1',
    at: '2025-05-23T10:00:00.000Z',
    tone: 'story',
    ...fields,
  };
}

const embedOf = (fields: Partial<Message>) => discordBody(message(fields), REF).embeds[0];

/** What Discord's markdown shows of an escaped text. */
const asShown = (escaped: string): string =>
  escaped.replace(/\\([^0-9A-Za-z\s])/g, '$1').replaceAll('\u200b', '');

describe('whatever the web sends, Discord takes the message', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 1_500 }),
    fc.string({ unit: 'binary', maxLength: 1_500 }),
    fc.constantFrom(
      '',
      ' ',
      '\u200b',
      '\u202e',
      '👩‍👩‍👧‍👦'.repeat(900),
      `e${'\u0301'.repeat(5_000)}`,
      '*'.repeat(9_000),
      '@everyone '.repeat(900),
    ),
  );
  const url = fc.oneof(
    fc.webUrl(),
    fc.constantFrom(
      'javascript:alert(1)',
      'nope',
      `https://x.example/${'a'.repeat(3_000)}`,
      'https://x.example/a)b(c)*d',
    ),
  );
  const line: fc.Arbitrary<Line> = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('text' as const), text: nasty, strong: fc.boolean() }),
      fc.record({ kind: fc.constant('link' as const), text: nasty, url }),
      fc.constant({ kind: 'day' as const, day: '2025-05-27' }),
    ),
    { maxLength: 5 },
  );
  const lines = fc.array(line, { maxLength: 8 });

  test('within every limit, the 6,000 of all texts together included', () => {
    fc.assert(
      fc.property(
        nasty,
        url,
        nasty,
        lines,
        fc.array(fc.record({ name: nasty, lines, inline: fc.boolean() }), { maxLength: 27 }),
        (title, address, kicker, body, fields) => {
          const sent = discordBody(message({ title, url: address, kicker, body, fields }), REF);
          expect(refusal({ ...sent, nonce: REF, enforce_nonce: true })).toBeNull();
          expect(sent.embeds[0]?.footer?.text.endsWith(REF)).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('a text of a million characters takes no time', () => {
    const start = performance.now();
    for (const unit of ['a', 'a ', '👩‍👩‍👧‍👦', '\u0301', '\u200b', '(((', '&amp;'])
      embedOf({ title: unit.repeat(1_000_000), body: [[{ kind: 'text', text: unit.repeat(1_000_000) }]] });
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

describe('texts of articles are inert', () => {
  test.each([
    ['bold and italics', '**fett** _kursiv_ ~~weg~~'],
    ['a masked link', '[Bank](https://böse.example)'],
    ['a bare address', 'siehe https://böse.example/x'],
    ['a heading', '# Groß'],
    ['a list', '- Punkt'],
    ['a numbered list', '1. Punkt'],
    ['a quotation', '> Zitat'],
    ['code', '`rm` ```x```'],
    ['a spoiler', '||geheim||'],
    ['a mention', '<@123456789012345678> <@&123456789012345678> <#123456789012345678>'],
    ['everyone', '@everyone @here'],
    ['an emoji or a timestamp', '<:x:123456789012345678> <t:0:R>'],
    ['a backslash', 'a\\*b*'],
  ])('%s is shown as it was written', (_name, text) => {
    const escaped = escapeMarkdown(text);
    expect(asShown(escaped)).toBe(text);
    // Every sign that begins markup is behind a backslash of its own.
    expect(escaped.replace(/\\[^0-9A-Za-z\s]/g, '')).not.toMatch(
      /[*_~`|<>[\]#]|:\/\/|^[-+]|^\d+\. |@(?:everyone|here)/,
    );
  });

  test('a mention put together from invisible characters is none', () => {
    expect(inertText('@every\u200bone @\u2060here @ev\u00aderyone', 200)).not.toMatch(/@(?:everyone|here)/);
  });

  test('nobody is ever pinged', () => {
    expect(discordBody(message({ title: '@everyone' }), REF).allowed_mentions).toEqual({ parse: [] });
  });

  test('direction overrides are gone, right-to-left text keeps to itself', () => {
    expect(plain('a\u202eb\u2066c')).toBe('abc');
    expect(plain('אבג')).toBe('\u2068אבג\u2069');
    const cut = truncate(plain('אבג דהו זחט '.repeat(50)), 40);
    expect(cut.length).toBeLessThanOrEqual(40);
    expect(cut.startsWith('\u2068') && cut.endsWith('\u2069')).toBe(true);
  });

  test('only web addresses become links', () => {
    expect(safeUrl('javascript:alert(1)')).toBeNull();
    expect(safeUrl('https://user:pass@x.example/')).toBeNull();
    expect(safeUrl('https://x.example/a(b)')).toBe('https://x.example/a%28b%29');
    expect(embedOf({ url: 'data:text/html,x' })?.url).toBeUndefined();
  });
});

describe('cutting', () => {
  test('between words', () => {
    expect(truncate('Das Gericht hat heute entschieden', 20)).toBe('Das Gericht hat…');
  });

  test('never through an emoji or a letter with its accents', () => {
    expect(truncate('👩‍👩‍👧‍👦'.repeat(3), 26)).toBe(`${'👩‍👩‍👧‍👦'.repeat(2)}…`);
    expect(truncate('e\u0301'.repeat(9), 10)).toBe(`${'e\u0301'.repeat(4)}…`);
  });

  test('not at all where the text fits, escapes counted', () => {
    expect(inertText('a*b', 5)).toBe('a\\*b');
    expect(inertText('*'.repeat(10), 9)).toBe(`${'\\*'.repeat(4)}…`);
  });

  test('gives the text or a beginning of it within the limit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 1, max: 90 }),
        (text, max) => {
          const clean = plain(text);
          const cut = truncate(clean, max);
          expect(cut.length).toBeLessThanOrEqual(max);
          if (!cut.includes('…') && max > 4 && !/\p{M}{8}/u.test(clean)) expect(cut).toBe(clean);
        },
      ),
    );
  });
});

describe('the embed', () => {
  test('has title, link, stage, flags, time and the reference', () => {
    expect(embedOf({})).toMatchObject({
      title: 'Gericht entscheidet über Trainingsdaten',
      url: 'https://anzeiger.example/1',
      author: { name: 'Urteil · 🇩🇪 🇬🇧' },
      description: 'Ein Satz.',
      timestamp: '2025-05-23T10:00:00.000Z',
      footer: { text: `Story 1 · ${REF}` },
    });
  });

  test('keeps the blanks around bold words', () => {
    const line: Line = [
      { kind: 'text', text: 'ein' },
      { kind: 'text', text: ' berechtigtes ', strong: true },
      { kind: 'text', text: 'Interesse' },
    ];
    expect(embedOf({ body: [line] })?.description).toBe('ein **berechtigtes** Interesse');
  });

  test('shows days in the reader’s own calendar', () => {
    const line: Line = [{ kind: 'day', day: '2025-05-27' }];
    expect(embedOf({ fields: [{ name: 'Termin', lines: [line], inline: true }] })?.fields?.[0]?.value).toBe(
      '<t:1748347200:D>',
    );
  });

  const outlets: Line[] = Array.from({ length: 40 }, (_, n) => [
    { kind: 'link', text: `Blatt ${n}`, url: `https://blatt-${n}.example/${'x'.repeat(60)}` },
  ]);

  test('a long list goes on in a second and third field; what finds no room is counted', () => {
    const fields = embedOf({ fields: [{ name: 'Berichte', lines: outlets, inline: false }] })?.fields ?? [];
    expect(fields.map(({ name }) => name)).toEqual(['Berichte', 'Berichte (2)', 'Berichte (3)']);
    const lines = fields.flatMap(({ value }) => value.split('\n'));
    expect(lines.at(-1)).toBe(`+${40 - (lines.length - 1)}`);
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^\[Blatt \d+\]\(https:\S+\)$/);
  });

  test('a list that fits stands in one field', () => {
    const fields = embedOf({
      fields: [{ name: 'Berichte', lines: outlets.slice(0, 5), inline: false }],
    })?.fields;
    expect(fields?.map(({ value }) => value.split('\n').length)).toEqual([5]);
  });
});
