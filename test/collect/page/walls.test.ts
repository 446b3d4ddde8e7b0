import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractPage } from '../../../src/collect/page/extract.ts';
import { ld, PARAGRAPHS, page, paragraphs } from './pages.ts';

const url = 'https://www.testbote.de/politik/eilantrag.html';
const read = (html: string) => extractPage(html, { url });
const bare = (body: string, title = 'Testbote') =>
  `<html lang="de"><head><title>${title}</title></head><body>${body}</body></html>`;

describe('what stands between reader and text', () => {
  it('is nothing on an ordinary page, also on one that writes about consent, cookies and subscriptions', () => {
    const about = [
      'Das Gericht untersagte dem Verlag das Pur-Abo in seiner jetzigen Form, weil die Einwilligung nicht freiwillig sei.',
      'Wer Cookies ablehnt, darf nicht schlechter gestellt werden, heißt es in dem Beschluss zum Datenschutz.',
    ];
    expect(read(page()).wall).toBeNull();
    expect(read(page({ body: paragraphs([...about, ...PARAGRAPHS, ...about]) })).wall).toBeNull();
  });

  it.each([
    [
      'bot-wall',
      bare('<h1>Just a moment...</h1><p>Verify you are human by completing the action below.</p>'),
    ],
    [
      'soft-404',
      bare(
        '<h1>Seite nicht gefunden</h1><p>Leider existiert diese Seite nicht mehr, suchen Sie doch weiter.</p>',
      ),
    ],
    [
      'consent-wall',
      bare(
        '<p>Wir und unsere 180 Partner verarbeiten Daten.</p><p>Zustimmen und weiter</p><p>Alle akzeptieren</p>',
      ),
    ],
    [
      'consent-wall',
      bare(
        `<h1>Weiter mit Werbung oder im Pur-Abo</h1><p>Nutzen Sie den Testboten mit Werbung; die Einwilligung ist jederzeit widerrufbar.</p>
        <button>Einverstanden</button><p>Das Pur-Abo gibt es für zwei Euro. Zusammen mit 90 Partnern lesen wir Cookies auf Ihrem Gerät.</p>`,
      ),
    ],
    ['script-only', bare('<div id="root"></div><script src="app.js"></script>')],
    ['empty', bare('')],
    ['wrong-type', '%PDF-1.7 1 0 obj'],
    ['wrong-type', '\0\u0001\u0002\u0003\u0004'.repeat(50)],
  ])('is named: %s', (wall, html) => {
    expect(read(html)).toMatchObject({
      wall,
      text: wall === 'empty' || wall === 'script-only' ? expect.any(String) : '',
    });
  });

  it('is a paywall where the page says so and only the beginning is there, which is kept', () => {
    const head = ld({ '@type': 'NewsArticle', headline: 'Ein Titel', isAccessibleForFree: 'False' });
    const body = `${paragraphs(PARAGRAPHS.slice(0, 2))}<div class="offer"><p>Jetzt weiterlesen mit dem Probemonat.</p></div>`;
    const found = read(page({ head, body }));
    expect(found.wall).toBe('paywall');
    expect(found.text).toContain(PARAGRAPHS[0]);
  });

  it('is no paywall where a paid article stands there in full', () => {
    const head = ld({ '@type': 'NewsArticle', headline: 'Ein Titel', isAccessibleForFree: false });
    expect(read(page({ head, body: paragraphs().repeat(10).replaceAll('.', ' und mehr.') })).wall).toBeNull();
  });
});

describe('hostile pages', () => {
  it.each([
    ['a nesting of 100,000', `${'<div>'.repeat(100_000)}${'</b>'.repeat(100_000)}`],
    ['100,000 open bold tags', '<b>'.repeat(100_000)],
    ['300,000 attributes', `<p ${Array.from({ length: 300_000 }, (_, i) => `a${i}`).join(' ')}>`],
    [
      'a class of a million words',
      `<div class="${'ab '.repeat(1_000_000)}">${'<p>Ein Satz, und noch einer.</p>'.repeat(500)}</div>`,
    ],
    ['50 MB', `<p>${'wort '.repeat(200)}</p>`.repeat(50_000)],
    ['a million brackets', `<p>${'('.repeat(1_000_000)}</p>`],
    ['a million line breaks', '<br>'.repeat(300_000)],
    ['JSON-LD nested 100,000 deep', `<script type="application/ld+json">${'['.repeat(100_000)}</script>`],
  ])('with %s are read in bounded time', (_, html) => {
    const begun = performance.now();
    expect(() => read(html)).not.toThrow();
    expect(performance.now() - begun).toBeLessThan(5_000);
  });

  it('with NULs in the text are read as if they were not there', () => {
    expect(read(page().replaceAll(' der ', ' \0der ')).text).toBe(PARAGRAPHS.join('\n\n'));
  });
});

const tag = fc.constantFrom(
  'p',
  'div',
  'ul',
  'li',
  'h1',
  'h2',
  'a href="/x"',
  'span',
  'article',
  'table',
  'td',
  'br',
  'script',
  'figure',
  'b',
);
const piece = fc.oneof(
  tag.map((name) => `<${name}>`),
  tag.map((name) => `</${name.split(' ')[0]}>`),
  fc.constantFrom(...PARAGRAPHS, 'Anzeige', '&amp;', '<', '>', '"', '<!--', ']]>', '\0'),
  fc.string({ maxLength: 20 }),
);
const soup = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));

describe('on any input', () => {
  it('extraction never throws, and gives the same page twice', () => {
    fc.assert(
      fc.property(soup, (html) => {
        expect(read(html)).toEqual(read(html));
      }),
      { numRuns: 200 },
    );
  });

  it('every paragraph stands on the page', () => {
    const sentence = fc.array(fc.constantFrom('der', 'Senat', 'prüft', 'heute', 'erneut', 'die', 'Klage'), {
      minLength: 8,
      maxLength: 30,
    });
    const texts = fc.array(
      sentence.map((words) => `${words.join(' ')}.`),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(texts, (list) => {
        const found = read(page({ body: paragraphs(list) })).text;
        for (const paragraph of found.split('\n\n').filter((text) => text !== ''))
          expect(list).toContain(paragraph);
      }),
      { numRuns: 100 },
    );
  });

  it('text holds no tag of the page', () => {
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 30 }), (tags) => {
        const html = tags.map((name) => `<${name}>${PARAGRAPHS[0]}`).join('');
        expect(read(html).text).not.toMatch(/<\w/);
      }),
      { numRuns: 100 },
    );
  });
});
