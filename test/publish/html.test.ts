import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { discordBody } from '../../src/publish/discord/render.ts';
import { markdownHtml } from '../../src/publish/html/markdown.ts';
import { discordPage } from '../../src/publish/html/page.ts';
import type { Message, MessageField } from '../../src/publish/message.ts';

const REF = 'k7m2x9qw4tbc';
const BERLIN = { language: 'de', timezone: 'Europe/Berlin' } as const;

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
    at: '2025-05-23T22:10:00.000Z',
    tone: 'story',
    ...fields,
  };
}

const pageOf = (fields: Partial<Message>) => load(discordPage(discordBody(message(fields), REF), BERLIN));

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style></title><svg onload=alert(1)>',
  '[tap](javascript:alert(1))',
  '[tap](https://evil.example/"onclick="alert(1))',
  '**<b>**_<i>_`<u>`',
  '<t:1748347200:D> &amp; &lt;b&gt;',
  '\u202ethgir ot tfel',
  '\\\\\\',
  '@everyone <@1> https://evil.example',
];

const ELEMENTS = new Set(
  'html head meta title style body main svg circle path div span article dl dt dd a strong em time br'.split(
    ' ',
  ),
);

const hostileText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc
    .array(fc.constantFrom(...HOSTILE, 'Wort', ' ', '*', '_', '[', ']'), { maxLength: 12 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

const hostileMessage = fc
  .record({
    title: hostileText,
    text: hostileText,
    outlet: hostileText,
    kicker: hostileText,
    url: hostileText,
  })
  .map(({ title, text, outlet, kicker, url }): Partial<Message> => {
    const line = [
      { kind: 'text' as const, text, strong: true },
      { kind: 'link' as const, text: outlet, url },
      { kind: 'link' as const, text: outlet, url: 'https://anzeiger.example/2' },
    ];
    return {
      title,
      kicker,
      url,
      body: [line],
      fields: [{ name: text, lines: [line], inline: true }],
      footer: outlet,
    };
  });

describe('whatever the web sends, the page only shows it', () => {
  test('nothing runs, nothing is loaded, links lead to the web alone', () => {
    fc.assert(
      fc.property(hostileMessage, (fields) => {
        const $ = pageOf(fields);
        for (const element of $('*').toArray()) {
          expect(ELEMENTS).toContain($(element).prop('tagName')?.toLowerCase());
          for (const [name, value] of Object.entries($(element).attr() ?? {})) {
            expect(name).not.toMatch(/^on|^src$|^style$/);
            if (name === 'href') expect(value).toMatch(/^https?:\/\//);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test.each(HOSTILE.filter((text) => !text.startsWith('\u202e')))(
    'a title stands there letter by letter: %s',
    (title) => {
      const $ = pageOf({ title });
      const shown = $('.title').text().replaceAll('\u200b', '');
      expect(shown).toBe(title);
      expect($('title').text().replaceAll('\u200b', '')).toBe(title);
    },
  );

  test('the policy forbids all but the one style that the page has', () => {
    const $ = pageOf({});
    const hash = createHash('sha256').update($('style').text()).digest('base64');
    expect($('meta[http-equiv="Content-Security-Policy"]').attr('content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect($.html()).not.toMatch(/url\(|@import|<link|<script/);
  });

  test.each(['**', '*', '_', '[', '](', '[a](https://', '\\', '<t:1'])(
    'a long text of %s costs no more than its length',
    (sign) => {
      const started = performance.now();
      markdownHtml(`${sign}a `.repeat(100_000), 'de');
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );
});

describe('Discord’s markdown is shown as Discord does', () => {
  test.each([
    ['**Wer** sagt', '<strong>Wer</strong> sagt'],
    ['*was* und _wie_', '<em>was</em> und <em>wie</em>'],
    ['snake_case_name', 'snake_case_name'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['\\*kein\\* Markdown \\[hier\\](x)', '*kein* Markdown [hier](x)'],
    ['**_beides_**', '<strong><em>beides</em></strong>'],
    [
      '[n\\_tv](https://a.example/?a=1&b=2)',
      '<a href="https://a.example/?a=1&amp;b=2" rel="noreferrer noopener">n_tv</a>',
    ],
    ['eine\nzwei', 'eine<br>zwei'],
    ['am <t:1748347200:D>', 'am <time>27. Mai 2025</time>'],
    ['<t:999999999999:D>', '<time>27. September 33658</time>'],
    ['offen **und _nie [zu', 'offen **und _nie [zu'],
  ])('%s', (markdown, html) => {
    expect(markdownHtml(markdown, 'de')).toBe(html);
  });

  test('a day is named in the language of the message', () => {
    expect(markdownHtml('<t:1748347200:D>', 'en')).toBe('<time>May 27, 2025</time>');
  });
});

describe('the page looks like the message in Discord', () => {
  test('bar, kicker, linked title, text and footer are those of the embed that is sent', () => {
    const $ = pageOf({});
    expect($('style').text()).toContain('.bar-0 { border-left-color: #2f6fed; }');
    expect($('.author').text()).toBe('Urteil · 🇩🇪 🇬🇧');
    expect($('.title a').attr('href')).toBe('https://anzeiger.example/1');
    expect($('.description').text()).toBe('Ein Satz.');
    expect($('.foot').text()).toBe(`Story 1 · ${REF} • 24.05.2025 00:10`);
    expect($('.name').text()).toBe('standoff');
  });

  test('of neighbouring inline fields three share a row, two share it by halves, others take it whole', () => {
    const field = (name: string, inline: boolean): MessageField => ({
      name,
      lines: [[{ kind: 'text', text: 'x' }]],
      inline,
    });
    const $ = pageOf({
      fields: [
        field('A', true),
        field('B', true),
        field('C', true),
        field('D', true),
        field('E', true),
        field('F', false),
        field('G', true),
      ],
    });
    const shares = $('.field')
      .toArray()
      .map((element) => `${$(element).find('dt').text()} ${$(element).attr('class')}`);
    expect(shares).toEqual([
      'A field of-3',
      'B field of-3',
      'C field of-3',
      'D field of-2',
      'E field of-2',
      'F field of-1',
      'G field of-1',
    ]);
  });

  test('what the message has not leaves no empty place', () => {
    const $ = pageOf({ kicker: null, languages: [], url: null, body: [], fields: [] });
    expect($('.author, .description, .fields, .title a')).toHaveLength(0);
  });
});
