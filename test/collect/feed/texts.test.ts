import { describe, expect, it } from 'vitest';
import { toLanguage } from '../../../src/collect/feed/entries.ts';
import { htmlToText } from '../../../src/collect/feed/text.ts';
import { atom, read, rss, rssEntries } from './documents.ts';

const rssTitle = async (title: string) =>
  (await rssEntries(`<item><title>${title}</title></item>`))[0]?.title;
const atomTitle = async (title: string) => (await read(atom(`<entry>${title}</entry>`))).entries[0]?.title;

describe('a title reads as a reader would see it', () => {
  it.each([
    ['Tom &amp; Ada', 'Tom & Ada'],
    ['Tom & Ada', 'Tom & Ada'],
    ['Tom &amp;amp; Ada', 'Tom & Ada'],
    ['<![CDATA[Tom &amp; Ada]]>', 'Tom & Ada'],
    ['&lt;b&gt;Tom&lt;/b&gt; and Ada', 'Tom and Ada'],
    ['<b>Tom</b> and <i>Ada</i>', 'Tom and Ada'],
    ['&amp;lt;b&amp;gt;Tom&amp;lt;/b&amp;gt; and Ada', 'Tom and Ada'],
    ['Sch&ouml;n &#8211; f&#252;r alle&#133;', 'Schön – für alle…'],
    ['Three &lt; four &gt; two', 'Three < four > two'],
    ['I <3 feeds', 'I <3 feeds'],
    ['Nutzer&#173;daten und Daten\u200bschutz', 'Nutzerdaten und Datenschutz'],
    ['  two\n   lines  ', 'two lines'],
    ['a<!-- note -->b', 'ab'],
    ['one<br>two', 'one two'],
  ])('RSS: %s', async (title, text) => expect(await rssTitle(title)).toBe(text));

  it.each([
    ['<title>Tom &amp; Ada</title>', 'Tom & Ada'],
    ['<title type="text">a &lt;tag&gt; named</title>', 'a <tag> named'],
    ['<title type="html">&lt;em&gt;Tom&lt;/em&gt;</title>', 'Tom'],
    ['<title>&lt;em&gt;Tom&lt;/em&gt;</title>', 'Tom'],
    [
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><em>Tom</em> &lt; Ada</div></title>',
      'Tom < Ada',
    ],
    ['<title type="application/octet-stream">VG9tICYgQWRh</title>', 'Tom & Ada'],
  ])('Atom: %s', async (title, text) => expect(await atomTitle(title)).toBe(text));

  it('and is taken from elsewhere where it is empty', async () => {
    const [entry] = await rssEntries('<item><title></title><dc:title>Tom</dc:title></item>');
    expect(entry?.title).toBe('Tom');
  });

  it('and is never the title of the source or of an image', async () => {
    const { entries } = await read(
      atom(
        '<entry><source><title>Agency</title></source><image><title>Logo</title></image><title>Tom</title></entry>',
      ),
    );
    expect(entries[0]?.title).toBe('Tom');
  });
});

describe('a teaser', () => {
  it('is the description as one line of text, without scripts', async () => {
    const [entry] = await rssEntries(
      '<item><description><![CDATA[<p>One</p><script>alert(1)</script><ul><li>two<li>three</ul>]]></description></item>',
    );
    expect(entry?.teaser).toBe('One two three');
    expect(entry?.contentHtml).toBeNull();
  });

  it('is the beginning of the content where there is no description', async () => {
    const { entries } = await read(
      atom('<entry><content type="html">&lt;p&gt;Long&lt;/p&gt;</content></entry>'),
    );
    expect(entries[0]).toMatchObject({ teaser: 'Long', contentHtml: '<p>Long</p>' });
  });

  it('is cut at a word when it is a whole article, which is kept as content', async () => {
    const article = `<p>${'word '.repeat(2000)}</p>`;
    const [entry] = await rssEntries(`<item><description><![CDATA[${article}]]></description></item>`);
    expect(entry?.teaser.length).toBeLessThanOrEqual(4000);
    expect(entry?.teaser).toMatch(/word…$/);
    expect(entry?.contentHtml).toBe(article);
  });
});

describe('authors', () => {
  it('are names, not addresses, each once', async () => {
    const [entry] = await rssEntries(
      '<item><author>ada@paper.example (Ada)</author><dc:creator>Tom &lt;tom@paper.example&gt;</dc:creator><dc:creator>Ada</dc:creator></item>',
    );
    expect(entry?.authors).toEqual(['Ada', 'Tom']);
  });
});

describe('the language', () => {
  it.each([
    ['de-DE', 'de'],
    ['en_US', 'en'],
    ['DEU', 'de'],
    ['fr', 'fr'],
    ['german', undefined],
    ['', undefined],
    ['x', undefined],
    ['xyz', undefined],
  ])('%s is %s', (tag, language) => expect(toLanguage(tag)).toBe(language));

  it('of an entry is that of the feed where it says nothing', async () => {
    const { entries } = await read(rss('<item><title>a</title></item>', '<language>it</language>'));
    expect(entries[0]?.language).toBe('it');
  });
});

describe('HTML to text', () => {
  it('keeps what only looks like markup', () => {
    expect(htmlToText('a < b & c > d')).toBe('a < b & c > d');
  });
});
