import { describe, expect, it } from 'vitest';
import { extractPage } from '../../../src/collect/page/extract.ts';
import { ld, PARAGRAPHS, page, paragraphs, TITLE } from './pages.ts';

const url = 'https://www.testbote.de/politik/eilantrag.html';
const read = (html: string, options = {}) => extractPage(html, { url, ...options });
const article = (more: object) =>
  ld({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: TITLE, ...more });

describe('the headline', () => {
  it('goes without the site’s name', () => {
    expect(read(page()).title).toBe(TITLE);
    expect(read(page({ head: `<meta property="og:title" content="${TITLE} | Testbote">` })).title).toBe(
      TITLE,
    );
  });

  it('is readable where metadata escape it twice', () => {
    const head = ld({
      '@type': 'NewsArticle',
      headline: 'Kl&auml;ger &#8222;entt&auml;uscht&#8220; &amp; w&uuml;tend',
    });
    expect(read(page({ head })).title).toBe('Kläger „enttäuscht“ & wütend');
  });
});

describe('JSON-LD', () => {
  const data = {
    '@type': 'NewsArticle',
    headline: 'Aus der Auszeichnung',
    author: { '@id': '#p' },
    datePublished: '2025-05-27T10:00:00+02:00',
  };
  const person = { '@type': 'Person', '@id': '#p', name: 'Anna Muster' };
  const json = JSON.stringify({ ...data, author: person });
  const script = (text: string) => page({ head: `<script type="application/ld+json">${text}</script>` });

  it.each([
    [
      'a graph with references',
      ld({
        '@context': 'https://schema.org',
        '@graph': [{ '@type': 'WebSite', name: 'Testbote' }, data, person],
      }),
    ],
    ['a list', ld([{ '@type': 'BreadcrumbList' }, { ...data, author: person }])],
    ['several types', ld({ ...data, '@type': ['Article', 'NewsArticle'], author: [person] })],
    ['a main entity', ld({ '@type': 'WebPage', mainEntity: { ...data, author: person } })],
  ])('is read as %s', (_, head) => {
    const found = read(page({ head }));
    expect(found).toMatchObject({
      title: 'Aus der Auszeichnung',
      authors: ['Anna Muster'],
      publishedAt: '2025-05-27T08:00:00.000Z',
    });
  });

  it.each([
    ['a raw line break in a string', json.replace('Aus der', 'Aus\nder')],
    ['a trailing comma', json.replace(/}$/, ',}')],
    ['CDATA marks', `//<![CDATA[\n${json}\n//]]>`],
    ['an escape that escapes nothing', json.replace('Aus der', 'Aus\\ der')],
    ['two objects in one script', `{"@type":"WebSite"}${json}`],
    ['a semicolon at its end', `${json};`],
  ])('is mended where it has %s', (_, text) => {
    expect(read(script(text)).title).toBe('Aus der Auszeichnung');
  });

  it('is passed over where it is beyond help', () => {
    expect(read(script('{"headline": Gericht}')).title).toBe(TITLE);
  });

  it('speaks of the live blog, not of its latest entry', () => {
    const head = ld({
      '@type': 'LiveBlogPosting',
      headline: TITLE,
      liveBlogUpdate: [
        {
          '@type': 'BlogPosting',
          headline: 'Pause im Saal',
          datePublished: '2025-05-27',
          author: 'A',
          articleBody: 'x',
        },
      ],
    });
    expect(read(page({ head })).title).toBe(TITLE);
  });
});

describe('instants', () => {
  it.each([
    ['an offset', '2025-05-27T10:15:30+02:00', '2025-05-27T08:15:30.000Z'],
    ['an offset without colon', '2025-05-27T10:15:30.123+0200', '2025-05-27T08:15:30.123Z'],
    ['UTC', '2025-05-27T10:15:30Z', '2025-05-27T10:15:30.000Z'],
    ['no zone in summer', '2025-05-27T10:15:30', '2025-05-27T08:15:30.000Z'],
    ['no zone in winter', '2025-01-27 10:15', '2025-01-27T09:15:00.000Z'],
    ['a German date', '27. Mai 2025, 10:15 Uhr', '2025-05-27T08:15:00.000Z'],
    ['German figures', '27.05.2025 - 10:15 Uhr', '2025-05-27T08:15:00.000Z'],
    ['an American date', 'May 27, 2025 10:15 PM', '2025-05-27T20:15:00.000Z'],
    ['a zone by name', 'Tue, 27 May 2025 10:15:30 GMT', '2025-05-27T10:15:30.000Z'],
    ['Unix time', '1748333730', '2025-05-27T08:15:30.000Z'],
  ])('are read from %s on the outlet’s clock', (_, value, instant) => {
    const head = `<meta property="article:published_time" content="${value}">`;
    expect(read(page({ head }), { timezone: 'Europe/Berlin' }).publishedAt).toBe(instant);
  });

  it('are read as printed where nothing else states them, and an update is not the publication', () => {
    const before = '<div>Aktualisiert: 28.05.2025, 09:00 Uhr</div><div>27.05.2025, 14:10 Uhr</div>';
    expect(read(page({ before })).publishedAt).toBe('2025-05-27T12:10:00.000Z');
  });

  it('are null for what is no date', () => {
    for (const value of ['gestern', '2025-13-45', '9999999999999999', '']) {
      const head = `<meta name="date" content="${value}">`;
      expect(read(page({ head })).publishedAt, value).toBeNull();
    }
  });
});

describe('authors', () => {
  it('are split, cleaned of lead-ins, each once', () => {
    const head = '<meta name="author" content="Von Anna Muster, Dr. Otto Beispiel und Anna Muster">';
    expect(read(page({ head })).authors).toEqual(['Anna Muster', 'Dr. Otto Beispiel']);
  });

  it('are the persons of the printed byline where metadata name only the site', () => {
    const html = page({
      head: article({ author: { name: 'Testbote' } }),
      before: '<div>Von Anna Muster und Otto Beispiel</div>',
    });
    expect(read(html).authors).toEqual(['Anna Muster', 'Otto Beispiel']);
  });

  it.each([
    ['beside the date', '<div>Anna Muster | 27.05.2025</div>', ['Anna Muster']],
    [
      'in a box called author',
      '<div class="article__author"><span>Anna Muster</span></div>',
      ['Anna Muster'],
    ],
    ['with a title', '<p>Von Dr. Anna Muster</p>', ['Dr. Anna Muster']],
  ])('are found %s where metadata name none', (_, before, expected) => {
    expect(read(page({ before })).authors).toEqual(expected);
  });

  it('are the desk’s initials where nothing else signs', () => {
    expect(read(page({ body: `${paragraphs()}<p>(amu/obe)</p>` })).authors).toEqual(['amu/obe']);
  });

  it('may be the site where nobody else is named', () => {
    expect(read(page({ head: article({ author: 'Testbote' }) })).authors).toEqual(['Testbote']);
  });
});

describe('the rest a page says of itself', () => {
  it('gives language, section, canonical address and image, absolute', () => {
    const head = `<link rel="canonical" href="/politik/eilantrag"><meta property="og:image" content="/bild.jpg">${article({ articleSection: 'Politik' })}`;
    expect(read(page({ head, lang: 'de-AT' }))).toMatchObject({
      language: 'de',
      section: 'Politik',
      canonicalUrl: 'https://www.testbote.de/politik/eilantrag',
      image: 'https://www.testbote.de/bild.jpg',
    });
  });

  it('gives the language of the text where the template states another, and guesses it where none is stated', () => {
    const body = paragraphs([...PARAGRAPHS, ...PARAGRAPHS]);
    expect(read(page({ body, lang: 'en' })).language).toBe('de');
    expect(read(page({ body }).replace(' lang="de"', '')).language).toBe('de');
    expect(read(page({ body, lang: 'lb' })).language).toBe('lb');
  });

  it('never gives an address that is not for the web', () => {
    expect(read(page({ head: '<link rel="canonical" href="javascript:alert(1)">' })).canonicalUrl).toBeNull();
  });
});
