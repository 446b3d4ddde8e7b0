import { describe, expect, it } from 'vitest';
import { extractPage } from '../../../src/collect/page/extract.ts';
import { publisherRule } from '../../../src/model/publisher.ts';
import { LEAD, ld, PARAGRAPHS, page, paragraphs, TITLE } from './pages.ts';

const url = 'https://www.testbote.de/politik/eilantrag.html';
const textOf = (html: string): string => extractPage(html, { url }).text;
const plain = PARAGRAPHS.join('\n\n');

describe('the text of an article', () => {
  it('is its paragraphs, a blank line between them, and nothing of menu, headline or footer', () => {
    expect(textOf(page())).toBe(plain);
  });

  it.each([
    ['by its class', `<p class="article__lead">${LEAD}</p>`, ''],
    [
      'by the description',
      `<div class="x1"><div>${LEAD}</div></div>`,
      `<meta name="description" content="${LEAD}">`,
    ],
    [
      'though its box is called a teaser',
      `<div class="teaser">${LEAD}</div>`,
      `<meta property="og:description" content="${LEAD}">`,
    ],
  ])('begins with the lead that stands outside the body, known %s', (_, before, head) => {
    expect(textOf(page({ before, head }))).toBe(`${LEAD}\n\n${plain}`);
  });

  it.each([
    ['glued to its last word', '<p>Die Börse reagierte kaum./abc/DP/xyz</p>'],
    ['in a line of its own', '<p>Die Börse reagierte kaum.</p><p>/abc/DP/xyz</p>'],
  ])('ends without the agency’s closing signature, %s', (_, end) => {
    const text = textOf(page({ body: `${paragraphs()}${end}` }));
    expect(text).toBe(`${plain}\n\nDie Börse reagierte kaum.`);
  });

  it('holds no teasers whose titles have no element of their own, however short it is', () => {
    const teaser =
      '<div><a href="/1">Was der Beschluss nun bedeutet</a><p>Die Folgen für Nutzer im Überblick, kurz erklärt von uns.</p></div>';
    const after = `<section class="x7"><h2>Blick voraus</h2>${teaser.repeat(4)}</section>`;
    expect(textOf(page({ body: `<p>${PARAGRAPHS[0]}</p>`, after }))).toBe(PARAGRAPHS[0]);
  });

  it('keeps sub-headings, lists and quotations in their order', () => {
    const body = `<p>${PARAGRAPHS[0]}</p><h2>Wie es weitergeht</h2><ul><li>Erstens folgt die Beschwerde.</li>
      <li>Zweitens die Hauptsache.</li></ul><blockquote><p>„Wir prüfen alle Mittel“, sagte die Sprecherin.</p></blockquote>
      ${paragraphs(PARAGRAPHS.slice(1))}`;
    expect(textOf(page({ body })).split('\n\n').slice(0, 5)).toEqual([
      PARAGRAPHS[0],
      'Wie es weitergeht',
      'Erstens folgt die Beschwerde.',
      'Zweitens die Hauptsache.',
      '„Wir prüfen alle Mittel“, sagte die Sprecherin.',
    ]);
  });

  it.each([
    [
      'captions and photo credits',
      '<figure><img src="a.jpg"><figcaption>Das Gebäude am Morgen. Foto: A. Muster</figcaption></figure>',
    ],
    [
      'a caption without a figure',
      '<div class="image-box"><img src="a.jpg"><p>Das Gebäude am Morgen, aufgenommen im Mai.</p></div>',
    ],
    ['share bars', '<div class="share-bar"><a href="#">Teilen</a><a href="#">Mailen</a></div>'],
    [
      'newsletter boxes',
      '<div class="newsletter-box"><p>Der Tag im Überblick, jeden Abend kostenlos in Ihrem Postfach.</p></div>',
    ],
    ['newsletter lines', '<p>Hier können Sie unseren kostenlosen Newsletter abonnieren.</p>'],
    [
      'lists of other articles',
      '<h3>Mehr zum Thema</h3><ul><li><a href="/1">Was der Beschluss bedeutet</a></li><li><a href="/2">Die Chronik des Streits</a></li></ul>',
    ],
    ['pointers', '<p>Lesen Sie auch: <a href="/3">So können Sie widersprechen</a></p>'],
    [
      'embed notices',
      '<div><p>Empfohlener redaktioneller Inhalt</p><p>An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.</p></div>',
    ],
    ['advertisement labels', '<div>Anzeige</div>'],
    [
      'fact boxes',
      '<div class="factbox"><h4>Zur Sache</h4><p>Das Programm wurde im April angekündigt und sofort kritisiert.</p></div>',
    ],
    ['hidden parts', '<p hidden>Dieser Absatz ist versteckt, und niemand soll ihn zu lesen bekommen.</p>'],
    ['markup that was escaped', '<p>&lt;img src="zaehlpixel.gif" width="1"&gt;</p>'],
  ])('leaves out %s', (_, trouble) => {
    const body = `${paragraphs(PARAGRAPHS.slice(0, 2))}${trouble}${paragraphs(PARAGRAPHS.slice(2))}`;
    expect(textOf(page({ body }))).toBe(plain);
  });

  it('leaves out byline, date and reading time at its head', () => {
    const body = `<div>Von Anna Muster</div><div>Stand: 27.05.2025, 14:10 Uhr</div><div>3 Minuten Lesezeit</div>${paragraphs()}`;
    expect(textOf(page({ body }))).toBe(plain);
  });

  it('leaves out readers’ comments however long they are', () => {
    const comment =
      '<div class="comment"><p>Das sehe ich ganz anders, und zwar aus vielen guten Gründen, die ich hier nenne.</p></div>';
    expect(textOf(page({ after: `<section id="comments">${comment.repeat(30)}</section>` }))).toBe(plain);
  });

  it('leaves out rows of teasers however long their texts are', () => {
    const card = `<div class="item"><h3><a href="/x">Ein anderer Artikel über etwas ganz anderes</a></h3><p>${PARAGRAPHS[1]}</p></div>`;
    expect(textOf(page({ after: `<div>${card.repeat(8)}</div>` }))).toBe(plain);
  });

  it('leaves out the next article that endless pages append', () => {
    const next = `<article><h2>Ein ganz anderes Thema</h2>${'<p>Hier geht es um etwas anderes, und zwar ausführlich, Satz für Satz.</p>'.repeat(9)}</article>`;
    expect(textOf(page().replace('</main>', `${next}</main>`))).toBe(plain);
  });

  it('keeps the text where layouts name it after what stands beside it', () => {
    for (const name of [
      'paywall',
      'has-sidebar',
      'sidebar-grid__container',
      'comments-enabled',
      'tag-newsletter',
    ])
      expect(textOf(page().replace('article-body', name)), name).toBe(plain);
  });

  it('is kept where the whole article is filed under consent, though other text stands beside it', () => {
    const list = [1, 2, 3].flatMap((n) => PARAGRAPHS.map((text) => `${n}. ${text}`));
    const beside = `<div><p>${PARAGRAPHS[0]} ${PARAGRAPHS[1]}</p></div>`;
    const html = page({ body: paragraphs(list) })
      .replace('<article>', '<article class="post consent gdpr">')
      .replace('</main>', `</main>${beside}`);
    expect(textOf(html)).toBe(list.join('\n\n'));
  });

  it('is read from pages that never close a paragraph', () => {
    expect(textOf(page({ body: PARAGRAPHS.map((text) => `<p>${text}`).join('') }))).toBe(plain);
  });

  it('is cut into paragraphs where old layouts use line breaks', () => {
    expect(textOf(page({ body: PARAGRAPHS.join('<br><br>\n') }))).toBe(plain);
  });

  it('has no soft hyphens or zero-width marks', () => {
    expect(textOf(page({ body: paragraphs().replaceAll('Antrag', 'An&shy;tra\u200bg') }))).toBe(plain);
  });

  it('has neither share bars run together nor citation marks', () => {
    const body = `<p>FacebookTwitterWhatsappE-MailPrintCopy Link</p>${paragraphs().replaceAll('</p>', '[1][2]</p>')}`;
    expect(textOf(page({ body }))).toBe(plain);
    const sup = paragraphs().replaceAll('</p>', '<sup><a href="#fn1">[12]</a></sup></p>');
    expect(textOf(page({ body: sup }))).toBe(plain);
  });

  it('is what JSON-LD tells where the page itself shows little or nothing of it', () => {
    const told = [...PARAGRAPHS, ...PARAGRAPHS.map((text) => text.replace('Der ', 'Jener '))];
    const head = ld({ '@type': 'NewsArticle', headline: TITLE, articleBody: told.join('\n\n') });
    expect(textOf(page({ head, body: '' }))).toBe(told.join('\n\n'));
    const marked = ld({
      '@type': 'NewsArticle',
      headline: TITLE,
      articleBody: `<p>${told.join('</p><p>')}</p>`,
    });
    expect(textOf(page({ head: marked, body: '<p>Der Artikel wird geladen.</p>' }))).toBe(told.join('\n\n'));
  });

  it('keeps what JSON-LD tells too, whatever its box is called', () => {
    const head = ld({
      '@type': 'NewsArticle',
      headline: TITLE,
      articleBody: [...PARAGRAPHS, LEAD].join(' '),
    });
    const body = `<div class="promo"><p>${LEAD}</p></div>${paragraphs()}`;
    expect(textOf(page({ head, body }))).toBe(`${LEAD}\n\n${plain}`);
    expect(textOf(page({ body }))).toBe(plain);
  });

  it('keeps sentences that begin or speak like boilerplate', () => {
    const body = paragraphs([
      ...PARAGRAPHS,
      'Anzeige erstattete der Verein noch am selben Tag.',
      'Video- und Fotodaten sind davon nicht erfasst.',
      'Noch mehr Daten will das Unternehmen erst später nutzen.',
      'Copyright is not at issue in this case.',
      'Stand: jetzt gilt, was das Gericht im Mai beschlossen hat.',
      'Der Verein verlangt eine Einwilligung in Cookies, wie sie das Gesetz vorsieht.',
      'Wer Cookies nicht zustimmt, soll die Seite trotzdem nutzen können.',
      'Personenbezogene Daten können nur mit Einwilligung verarbeitet werden.',
      'Mit der Nutzung öffentlicher Beiträge begann das Unternehmen im Mai.',
      'Der Verband fordert mit Nachdruck ein Ende des Programms.',
      'You can opt out until the end of May, its privacy policy says.',
      'Per Newsletter informierte die Kanzlei ihre Mandanten.',
    ]);
    expect(textOf(page({ body })).split('\n\n')).toHaveLength(16);
  });

  it('does not repeat the headline', () => {
    expect(textOf(page({ body: `<h2>${TITLE}</h2>${paragraphs()}` }))).toBe(plain);
  });
});

describe('a publisher’s rule', () => {
  const other =
    '<div class="kasten"><p>Ein Kasten, den allein die Regel kennt, mit einem Satz darin.</p></div>';
  const html = page({ body: `${paragraphs()}${other}` });

  it('says what is body, title, byline, date and what to remove', () => {
    const selectors = { body: '.article-body', remove: ['.kasten'], title: 'h1' };
    const found = extractPage(html, { url, selectors });
    expect(found).toMatchObject({ text: plain, title: TITLE, extractor: 'rule@1' });
  });

  it('is set aside for the general method when it matches nothing any more, or is no selector', () => {
    for (const body of ['.body-of-2019', ':::'])
      expect(extractPage(page(), { url, selectors: { body } })).toMatchObject({
        text: plain,
        extractor: 'general@1',
      });
  });

  const publisher = {
    id: 'testbote',
    version: 3,
    hosts: ['testbote.de'],
    selectors: { body: '.article-body' },
  };

  it('is named with its version where it found the text', () => {
    expect(extractPage(page(), { url, publisher })).toMatchObject({
      text: plain,
      extractor: 'rule:testbote@3',
    });
  });

  it('has aged when it finds but a part of what the general method does', () => {
    const body = `<div class="top">${paragraphs(PARAGRAPHS.slice(0, 1))}</div>${paragraphs([...PARAGRAPHS.slice(1), LEAD, ...PARAGRAPHS.map((text) => `${text} Auch das noch.`)])}`;
    const aged = { ...publisher, selectors: { body: '.top' } };
    const found = extractPage(page({ body }), { url, publisher: aged });
    expect(found.extractor).toBe('general@1');
    expect(found.text).toContain(PARAGRAPHS[3]);
  });

  it('yields to what the source itself is given', () => {
    const found = extractPage(html, { url, publisher, selectors: { remove: ['.kasten'] } });
    expect(found).toMatchObject({ text: plain, extractor: 'rule:testbote@3' });
  });

  it('belongs to a host and its subdomains', () => {
    const idOf = (address: string) => publisherRule([publisher], address)?.id;
    expect(idOf('https://www.testbote.de/a')).toBe('testbote');
    expect(idOf('https://testbote.de/a')).toBe('testbote');
    expect(idOf('https://kein-testbote.de/a')).toBeUndefined();
    expect(idOf('urn:x')).toBeUndefined();
  });

  it('can be switched off', () => {
    expect(extractPage(html, { url, selectors: { remove: ['.article-body'] }, rules: 'off' }).text).toContain(
      plain,
    );
  });
});
