import { expect, test } from 'vitest';
import type { DigestContent, DigestStory } from '../../../src/publish/digest/content.ts';
import { digestMessage } from '../../../src/publish/digest/message.ts';
import { discordBody } from '../../../src/publish/discord/render.ts';
import { terminalBox } from '../../../src/publish/terminal/render.ts';
import { refusal } from '../../support/fake-discord/form.ts';
import { decodePng } from '../../support/png.ts';

const story = (id: number, fields: Partial<DigestStory> = {}): DigestStory => ({
  ...{
    id,
    leadArticleId: id,
    title: `Bericht ${id}`,
    url: `https://anzeiger.example/${id}`,
    outlet: 'Anzeiger',
  },
  ...{ stage: 'Urteil', stageBefore: null, articles: 3, outlets: 2 },
  sentence: { articleId: id, text: `Satz ${id}.`, outlet: 'Anzeiger', url: `https://anzeiger.example/${id}` },
  ...fields,
});

const content = (fields: Partial<DigestContent> = {}): DigestContent => ({
  ...{ cadence: 'daily', language: 'de' },
  ...{ since: '2025-05-22T16:00:00.000Z', until: '2025-05-23T16:00:00.000Z' },
  days: { from: '2025-05-22', until: '2025-05-23' },
  figures: { stories: 1, articles: 8, outlets: 5, countries: 2, agency: 3 },
  languages: ['de', 'en'],
  stories: [story(1)],
  dates: [],
  chart: {
    ...{ by: 'stage', from: '2025-05-10', until: '2025-05-23' },
    rows: [
      { day: '2025-05-22', series: 'Anhörung', count: 2 },
      { day: '2025-05-23', series: 'Urteil', count: 6 },
    ],
  },
  ...fields,
});

const described = (of: DigestContent) =>
  discordBody(digestMessage(of), 'abcdefghjkmn').embeds[0]?.description ?? '';

test('a day in German: figures, then each story with stage, outlets and a sentence that names its source', () => {
  const [embed] = discordBody(digestMessage(content()), 'abcdefghjkmn').embeds;
  expect(embed?.title).toBe('Tagesüberblick, Freitag, 23. Mai 2025');
  expect(embed?.description?.replaceAll('\u00a0', ' ').split('\n')).toEqual([
    '8 Artikel von 5 Medien aus 2 Ländern in 1 Story; 38 % mit Agenturmaterial.',
    '',
    '• [Bericht 1](https://anzeiger.example/1) · Urteil · 2 Medien',
    'Satz 1. — [Anzeiger](https://anzeiger.example/1)',
  ]);
  expect(embed?.footer?.text).toBe('Tagesüberblick · abcdefghjkmn');
});

test('a week in English, with what changed and what comes next', () => {
  const week = content({
    ...{ cadence: 'weekly', language: 'en' },
    days: { from: '2025-05-19', until: '2025-05-25' },
    figures: { stories: 2, articles: 1, outlets: 1, countries: 1, agency: 0 },
    stories: [story(1, { stage: 'ruling', stageBefore: 'hearing', outlets: 1, sentence: null }), story(2)],
    dates: [
      { day: '2025-05-26', type: null, text: 'The time limit ends', url: null, articleId: null },
      {
        day: '2025-05-27',
        type: 'hearing',
        text: 'Bericht 1',
        url: 'https://anzeiger.example/1',
        articleId: 1,
      },
    ],
  });
  const [embed] = discordBody(digestMessage(week), 'abcdefghjkmn').embeds;
  expect(embed?.title?.replace(/\s–\s/, '–')).toBe('Weekly digest, 19–25 May 2025');
  expect(embed?.description).toMatch(
    /^1 article by 1 outlet from 1 country in 2 stories\.\n\n• .* · ruling · Anzeiger\n\n/,
  );
  expect(embed?.fields?.map(({ name, value }) => [name, value])).toEqual([
    ['Developments', 'hearing → **ruling**: [Bericht 1](https://anzeiger.example/1)'],
    [
      'Coming up',
      '<t:1748260800:D> — The time limit ends\n<t:1748347200:D> — Hearing: [Bericht 1](https://anzeiger.example/1)',
    ],
  ]);
});

test('a long week is cut by rank, says how many are left out, and is taken by Discord', () => {
  const stories = Array.from({ length: 40 }, (_, i) =>
    story(i + 1, { title: `Bericht ${i + 1} ${'*_langer_* Titel '.repeat(9)}`, stageBefore: 'Anhörung' }),
  );
  const dates = Array.from({ length: 30 }, (_, i) => ({
    ...{ day: '2025-05-27', type: 'hearing', text: `Termin ${i} ${'lang '.repeat(60)}` },
    ...{ url: `https://anzeiger.example/${'x'.repeat(400)}`, articleId: i },
  }));
  const long = content({
    stories,
    dates,
    figures: { stories: 55, articles: 300, outlets: 9, countries: 3, agency: 9 },
  });
  const body = discordBody(digestMessage(long), 'abcdefghjkmn');
  const told = described(long).match(/• \[Bericht (\d+)/g) ?? [];
  expect(told.length).toBeGreaterThan(5);
  expect(told[0]).toContain('Bericht 1');
  expect(described(long)).toMatch(new RegExp(`\\n… und ${55 - told.length} weitere$`));
  expect(body.embeds[0]?.fields?.map(({ name }) => name)).toContain('Nächste Termine');
  expect(
    refusal({ ...body, attachments: undefined, embeds: [{ ...body.embeds[0], image: undefined }] }),
  ).toBeNull();
});

test('a title that is hostile stays a title', () => {
  const hostile = story(1, { title: '](https://evil.example) @everyone **x**\n# y', sentence: null });
  const said = described(content({ stories: [hostile] }));
  expect(said.match(/(?<!\\)\]\(http/g)).toHaveLength(1);
  expect(said).not.toMatch(/@everyone|\n#/);
});

test('a long sentence is left out, not cut: cut it may say something else', () => {
  const long = story(1, {
    sentence: {
      articleId: 1,
      text: `${'Wort '.repeat(80)}.`,
      outlet: 'Anzeiger',
      url: 'https://anzeiger.example/1',
    },
  });
  expect(described(content({ stories: [long] }))).not.toContain('Wort');
});

test('the picture is the chart; its alternative text says the figures', async () => {
  const { picture } = digestMessage(content());
  expect(picture?.name).toBe('daily-2025-05-23.png');
  expect(picture?.alt).toMatch(/^Artikel nach Verfahrensstand, je Tag: 8 Artikel, .*Urteil 6, Anhörung 2\.$/);
  const png = await picture?.png();
  expect(png && decodePng(png).width).toBe(1280);
});

test('a terminal shows the chart as bars of letters', () => {
  const box = terminalBox(digestMessage(content()), { width: 80, color: false, links: false });
  expect(box).toContain('▃█');
  expect(box).toContain('Bericht 1');
});

test('what an agency withdrew is not told, however late the message is made', () => {
  const of = content({
    figures: { stories: 2, articles: 4, outlets: 2, countries: 1, agency: 1 },
    stories: [
      story(1),
      story(2, {
        sentence: { articleId: 9, text: 'Zurückgezogen.', outlet: 'Kurier', url: 'https://k.example' },
      }),
    ],
    dates: [
      {
        day: '2025-05-27',
        type: 'hearing',
        text: 'Bericht 1',
        url: 'https://anzeiger.example/1',
        articleId: 1,
      },
    ],
  });
  const message = digestMessage(of, (id) => id === 1 || id === 9);
  const said = JSON.stringify(message);
  expect(said).not.toContain('Bericht 1');
  expect(said).not.toContain('Zurückgezogen');
  expect(said).toContain('Bericht 2');
  expect(said).toContain('in 1 Story');
  expect(message.fields).toEqual([]);
});
