import { describe, expect, it } from 'vitest';
import { ADDRESS, atom, read, rss } from './documents.ts';

describe('every kind of feed gives the same kind of entries', () => {
  it('RSS 2.0', async () => {
    const feed = await read(
      rss(`<language>de-DE</language><item><title>Court rules</title><link>https://paper.example/a</link>
        <guid isPermaLink="false"> tag-1 </guid><pubDate>Wed, 12 Jun 2024 09:30:00 +0200</pubDate>
        <dc:creator>Ada Reporter</dc:creator><description>&lt;p&gt;A &lt;b&gt;short&lt;/b&gt; text.&lt;/p&gt;</description>
        <content:encoded><![CDATA[<p>The long text.</p>]]></content:encoded></item>`),
    );
    expect(feed).toMatchObject({ title: 'Paper', language: 'de', known: [], notes: [] });
    expect(feed.entries).toEqual([
      {
        id: 'tag-1',
        url: 'https://paper.example/a',
        title: 'Court rules',
        teaser: 'A short text.',
        publishedAt: '2024-06-12T07:30:00.000Z',
        updatedAt: null,
        authors: ['Ada Reporter'],
        language: 'de',
        contentHtml: '<p>The long text.</p>',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('Atom 1.0, with the language of the entry and the person behind the name', async () => {
    const { entries, language } = await read(
      atom(
        `<entry xml:lang="fr"><title>Une affaire</title><id>urn:x:1</id><link rel="self" href="/api/1"/>
          <link href="/1"/><published>2024-06-12T09:30:00Z</published><updated>2024-06-13T09:30:00Z</updated>
          <author><name>Ada</name><uri>https://ada.example</uri></author>
          <summary>Short</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Long &amp; wide</p></div></content></entry>`,
        'xml:lang="en"',
      ),
    );
    expect(language).toBe('en');
    expect(entries[0]).toMatchObject({
      id: 'urn:x:1',
      url: 'https://paper.example/1',
      title: 'Une affaire',
      teaser: 'Short',
      publishedAt: '2024-06-12T09:30:00.000Z',
      updatedAt: '2024-06-13T09:30:00.000Z',
      authors: ['Ada'],
      language: 'fr',
      contentHtml: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Long &amp; wide</p></div>',
    });
  });

  it('Atom 0.3', async () => {
    const { entries } = await read(
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Paper</title><entry>
        <title mode="escaped" type="text/html">Tom &amp;amp; Ada</title><issued>2024-06-12T09:30:00Z</issued>
        <modified>2024-06-13T09:30:00Z</modified><link rel="alternate" href="https://paper.example/1"/></entry></feed>`,
    );
    expect(entries[0]).toMatchObject({
      title: 'Tom & Ada',
      url: 'https://paper.example/1',
      publishedAt: '2024-06-12T09:30:00.000Z',
      updatedAt: '2024-06-13T09:30:00.000Z',
    });
  });

  it('RSS 1.0, whose items stand beside the channel and are known by rdf:about', async () => {
    const { title, entries } = await read(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://paper.example/"><title>Paper</title><items><rdf:Seq><rdf:li resource="https://paper.example/1"/></rdf:Seq></items></channel>
        <image><title>Logo</title><url>https://paper.example/logo.png</url></image>
        <item rdf:about="https://paper.example/1"><title>One</title><d:date>2024-06-12T09:30:00Z</d:date><d:language>ger</d:language></item></rdf:RDF>`,
    );
    expect(title).toBe('Paper');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      id: 'https://paper.example/1',
      url: 'https://paper.example/1',
      title: 'One',
      publishedAt: '2024-06-12T09:30:00.000Z',
      language: 'de',
    });
  });

  it('RSS 0.91 without a version, in capitals', async () => {
    const { entries } = await read(
      '<RSS><CHANNEL><TITLE>Paper</TITLE><ITEM><TITLE>One</TITLE><LINK>https://paper.example/1</LINK></ITEM></CHANNEL></RSS>',
    );
    expect(entries[0]).toMatchObject({ title: 'One', url: 'https://paper.example/1' });
  });

  it('feeds whose every element has a prefix', async () => {
    const { entries } = await read(
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:title>One</a:title><a:link href="/1"/></a:entry></a:feed>',
    );
    expect(entries[0]).toMatchObject({ title: 'One', url: 'https://paper.example/1' });
  });

  it('a news sitemap', async () => {
    const { entries } = await read(
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <url><loc>https://paper.example/1</loc><lastmod>2024-06-13</lastmod><image:image><image:loc>https://paper.example/1.jpg</image:loc></image:image>
        <n:news><n:publication><n:name>Paper</n:name><n:language>de</n:language></n:publication>
        <n:publication_date>2024-06-12T09:30:00+02:00</n:publication_date><n:title>Gericht &amp; Urteil</n:title></n:news></url></urlset>`,
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      url: 'https://paper.example/1',
      title: 'Gericht & Urteil',
      publishedAt: '2024-06-12T07:30:00.000Z',
      updatedAt: '2024-06-13T00:00:00.000Z',
      language: 'de',
    });
  });

  it('a JSON Feed, in spite of values of the wrong type', async () => {
    const { title, entries, notes, hints } = await read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Paper',
        feed_url: ADDRESS,
        hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
        items: [
          {
            id: 7,
            url: '/7',
            title: 'Seven',
            content_html: '<p>Long</p>',
            summary: 'Short',
            date_published: '2024-06-12T09:30:00Z',
            authors: [{ name: 'Ada' }, 5],
            language: 'en-GB',
          },
          null,
          { id: 'https://paper.example/8', title: { not: 'a title' }, date_published: 'soon' },
        ],
      }),
    );
    expect(title).toBe('Paper');
    expect(entries[0]).toMatchObject({
      id: '7',
      url: 'https://paper.example/7',
      teaser: 'Short',
      contentHtml: '<p>Long</p>',
      publishedAt: '2024-06-12T09:30:00.000Z',
      authors: ['Ada'],
      language: 'en',
    });
    expect(entries[1]).toMatchObject({ url: 'https://paper.example/8', title: '', publishedAt: null });
    expect(notes).toEqual(['Item 2 is not an object.']);
    expect(hints).toEqual({ hub: 'https://hub.example/', self: ADDRESS });
  });
});

describe('what is no feed is refused with a sentence', () => {
  it.each([
    ['', 'empty'],
    ['  \n ', 'empty'],
    ['<!-- nothing -->', 'not-a-feed'],
    ['plain text', 'not-a-feed'],
    ['<!doctype html><html><body><p>Hello</p></body></html>', 'web-page'],
    [
      '<sitemapindex><sitemap><loc>https://paper.example/s.xml</loc></sitemap></sitemapindex>',
      'sitemap-index',
    ],
    ['<opml><body/></opml>', 'not-a-feed'],
    ['{"items": [', 'unreadable'],
    ['{"hello": "world"}', 'not-a-feed'],
    ['[1, 2]', 'not-a-feed'],
  ])('%j', async (document, code) => {
    await expect(read(document)).rejects.toMatchObject({ name: 'FeedError', code, message: /^[A-Z].*\.$/ });
  });

  it('but a feed without items is one', async () => {
    expect(await read(rss(''))).toMatchObject({ title: 'Paper', entries: [] });
  });
});
