import { describe, expect, it } from 'vitest';
import { ADDRESS, atom, read, rss, rssEntries } from './documents.ts';

const rssLink = async (item: string) => (await rssEntries(`<item>${item}</item>`))[0]?.url;
const atomLink = async (entry: string, attributes = '') =>
  (await read(atom(`<entry>${entry}</entry>`, attributes))).entries[0]?.url;

describe('the link of an RSS item', () => {
  it('is its link, in whatever element it stands', async () => {
    expect(await rssLink('<link> https://paper.example/1\n</link>')).toBe('https://paper.example/1');
    expect(await rssLink('<link><![CDATA[https://paper.example/1?a=1&b=2]]></link>')).toBe(
      'https://paper.example/1?a=1&b=2',
    );
    expect(await rssLink('<link>https://paper.example/1?a=1&b=2</link>')).toBe(
      'https://paper.example/1?a=1&b=2',
    );
    expect(await rssLink('<link href="https://paper.example/1"/>')).toBe('https://paper.example/1');
    expect(await rssLink('<atom:link rel="alternate" href="https://paper.example/1"/>')).toBe(
      'https://paper.example/1',
    );
  });

  it('is a guid that is one, where there is no link', async () => {
    expect(await rssLink('<guid>https://paper.example/1</guid><link/>')).toBe('https://paper.example/1');
    expect(await rssLink('<guid isPermaLink="false">https://paper.example/1</guid>')).toBeNull();
    expect(await rssLink('<guid>article-1</guid>')).toBeNull();
  });

  it('is never the feed itself, an enclosure or an address that is no page', async () => {
    expect(await rssLink('<atom:link rel="self" href="/feeds/news.xml"/>')).toBeNull();
    expect(await rssLink('<atom:link rel="enclosure" href="/1.mp3"/>')).toBeNull();
    expect(await rssLink('<link>javascript:alert(1)</link>')).toBeNull();
    expect(await rssLink('<link>file:///etc/passwd</link>')).toBeNull();
  });
});

describe('the link of an Atom entry', () => {
  it('is the alternate page, whatever stands before it', async () => {
    expect(
      await atomLink(
        '<link rel="self" href="/api"/><link rel="enclosure" href="/1.mp3"/><link rel="alternate" type="application/json" href="/1.json"/><link rel="alternate" type="text/html" href="/1"/>',
      ),
    ).toBe('https://paper.example/1');
    expect(await atomLink('<link rel="self" href="/api"/><link href="/1"/>')).toBe('https://paper.example/1');
  });

  it('is its id where that is an address', async () => {
    expect(await atomLink('<id>https://paper.example/1</id>')).toBe('https://paper.example/1');
    expect(await atomLink('<id>tag:paper.example,2024:1</id>')).toBeNull();
  });
});

describe('a relative link', () => {
  it('is relative to the feed', async () => {
    expect(await rssLink('<link>../story/1</link>')).toBe('https://paper.example/story/1');
  });

  it('or to the nearest xml:base, each relative to the one around it', async () => {
    const attributes = 'xml:base="https://other.example/a/"';
    expect(await atomLink('<link href="1"/>', attributes)).toBe('https://other.example/a/1');
    expect(await atomLink('<link xml:base="b/" href="1"/>', attributes)).toBe('https://other.example/a/b/1');
    const { entries } = await read(atom('<entry xml:base="/c/"><link href="1"/></entry>', attributes));
    expect(entries[0]?.url).toBe('https://other.example/c/1');
  });
});

describe('what the channel says about asking again', () => {
  it('is taken over', async () => {
    const { hints } = await read(
      `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:a="http://www.w3.org/2005/Atom"><channel>
        <ttl> 90 </ttl><sy:updatePeriod>Daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
        <skipHours><hour>24</hour><hour>3</hour><hour>x</hour><hour>99</hour></skipHours>
        <skipDays><day>Sunday</day><day>saturday</day><day>Caturday</day></skipDays>
        <a:link rel="hub" href="https://hub.example/"/><a:link rel="self" href="/feeds/news.xml"/></channel></rss>`,
    );
    expect(hints).toEqual({
      ttlMinutes: 90,
      updatePeriodMs: 6 * 3_600_000,
      skipHours: [0, 3],
      skipDays: ['Sunday', 'Saturday'],
      hub: 'https://hub.example/',
      self: ADDRESS,
    });
  });

  it('unless it is nonsense', async () => {
    const { hints } = await read(
      rss('', '<ttl>soon</ttl><sy:updatePeriod>never</sy:updatePeriod><ttl>-5</ttl>'),
    );
    expect(hints).toEqual({});
  });
});
