import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/publish/message.ts';
import { terminalMedium } from '../../src/publish/terminal/medium.ts';
import { terminalBox } from '../../src/publish/terminal/render.ts';
import { displayWidth } from '../../src/publish/terminal/width.ts';

const message: Message = {
  language: 'de',
  kicker: 'Urteil',
  languages: ['de', 'en'],
  title: 'Gericht weist Eilantrag gegen das Training ab',
  url: 'https://anzeiger.example/eilantrag',
  body: [
    [
      { kind: 'text', text: 'Das Gericht hat den Antrag am Freitag abgewiesen.' },
      { kind: 'dim', text: ' — ' },
      { kind: 'link', text: 'Der Anzeiger', url: 'https://anzeiger.example/eilantrag' },
    ],
  ],
  fields: [
    { name: 'Parteien', lines: [[{ kind: 'text', text: 'Konzern, Verband' }]], inline: true },
    { name: 'Trainingsbeginn', lines: [[{ kind: 'day', day: '2025-05-27' }]], inline: true },
    {
      name: 'Berichte',
      lines: [[{ kind: 'link', text: 'Kurier', url: 'https://kurier.example/' }]],
      inline: false,
    },
  ],
  footer: 'Story 7 · 2 Medien',
  at: '2025-05-23T10:00:00.000Z',
  tone: 'story',
};

const plainBox = (fields: Partial<Message> = {}, width = 60) =>
  terminalBox({ ...message, ...fields }, { width, color: false, links: false });

describe('a message in the terminal', () => {
  test('looks like this', () => {
    expect(plainBox()).toMatchInlineSnapshot(`
      "╭──────────────────────────────────────────────────────────╮
      ┃ Urteil · DE EN                                           │
      ┃ Gericht weist Eilantrag gegen das Training ab            │
      ┃ https://anzeiger.example/eilantrag                       │
      ┃                                                          │
      ┃ Das Gericht hat den Antrag am Freitag abgewiesen. — Der  │
      ┃ Anzeiger                                                 │
      ┃                                                          │
      ┃ Parteien                     Trainingsbeginn             │
      ┃ Konzern, Verband             27. Mai 2025                │
      ┃                                                          │
      ┃ Berichte                                                 │
      ┃ Kurier                                                   │
      ┃                                                          │
      ┃ Story 7 · 2 Medien · 23.05.2025, 10:00 UTC               │
      ╰──────────────────────────────────────────────────────────╯
      "
    `);
  });

  test('every row is as wide as the box, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.integer({ min: 10, max: 120 }),
        (text, width) => {
          const rows = plainBox({ title: text, body: [[{ kind: 'text', text }]], kicker: text }, width)
            .trimEnd()
            .split('\n');
          const widths = new Set(rows.map(displayWidth));
          expect([...widths]).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('colour and links only where told', () => {
    expect(stripVTControlCharacters(plainBox())).toBe(plainBox());
    const rich = terminalBox(message, { width: 60, color: true, links: true });
    expect(rich).toContain('\u001b]8;;https://kurier.example/\u001b\\');
    expect(rich).toContain('\u001b[1m');
    expect(rich).not.toContain('anzeiger.example/eilantrag\u001b[22m');
  });

  test('no escape code of an article reaches the terminal', () => {
    const hostile = 'a\u001b[2J\u001b]0;x\u0007\u009b31m b\u202e';
    const box = plainBox({ title: hostile, url: `https://x.example/\u001b[2J`, footer: hostile });
    expect([...box].filter((sign) => /[\p{Cc}\u202e]/u.test(sign) && sign !== '\n')).toEqual([]);
  });

  test('an edit is one line', async () => {
    const written: string[] = [];
    const medium = terminalMedium(
      { write: (text) => written.push(text) },
      { width: 60, color: false, links: false },
    );
    await medium.edit({ messageId: 'id', threadId: null }, message, {
      ref: 'ref',
      layout: 'embed',
      roles: [],
    });
    expect(written.join('')).toBe(
      '↻ aktualisiert Gericht weist Eilantrag gegen das Training ab (Story 7 · 2 Medien)\n',
    );
  });
});
