import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleUrl, canonicalUrl } from '../../src/link/identity.ts';

describe('canonicalUrl', () => {
  const page = 'https://paper.example/politics/big-ruling-123.html';

  it.each([
    ['another scheme', 'http://paper.example/politics/big-ruling-123.html'],
    ['www', 'https://www.paper.example/politics/big-ruling-123.html'],
    ['a mobile host', 'https://m.paper.example/politics/big-ruling-123.html'],
    ['an AMP host', 'https://amp.paper.example/politics/big-ruling-123.html'],
    ['capitals and a default port', 'HTTPS://WWW.Paper.Example:443/politics/big-ruling-123.html'],
    [
      'tracking keys',
      'https://paper.example/politics/big-ruling-123.html?utm_source=rss&utm_medium=feed&fbclid=x',
    ],
    [
      'a campaign key of its own',
      'https://paper.example/politics/big-ruling-123.html?xtor=RSS-1&wtmc=social',
    ],
    ['a fragment', 'https://paper.example/politics/big-ruling-123.html#comments'],
    ['an AMP path', 'https://paper.example/amp/politics/big-ruling-123.html'],
    ['an AMP ending', 'https://paper.example/politics/big-ruling-123.amp.html'],
    ['an AMP key', 'https://paper.example/politics/big-ruling-123.html?outputType=amp'],
    ['a print view', 'https://paper.example/politics/big-ruling-123.html?print=1'],
    [
      'an AMP cache',
      'https://paper-example.cdn.ampproject.org/c/s/paper.example/politics/big-ruling-123.html',
    ],
    ['white space', `  ${page}\n`],
  ])('knows a page by one address despite %s', (_, address) => {
    expect(canonicalUrl(address)).toBe(page);
  });

  it('keeps what names the page: other keys, in one order', () => {
    expect(canonicalUrl('https://paper.example/a?id=7&b=2')).toBe(
      canonicalUrl('https://paper.example/a?b=2&id=7'),
    );
    expect(canonicalUrl('https://paper.example/a?id=7')).not.toBe(
      canonicalUrl('https://paper.example/a?id=8'),
    );
  });

  it('takes a trailing slash, an index file and the bare folder for one', () => {
    const forms = [
      'https://paper.example/a',
      'https://paper.example/a/',
      'https://paper.example/a/index.html',
    ];
    expect(new Set(forms.map(canonicalUrl))).toEqual(new Set(['https://paper.example/a']));
  });

  it('takes both address forms of n-tv for one article', () => {
    expect(canonicalUrl('https://www.n-tv.de/wirtschaft/Some-headline-article30134161.html')).toBe(
      canonicalUrl('https://www.n-tv.de/wirtschaft/Some-headline-id30134161.html'),
    );
  });

  it('keeps sites apart that only look alike', () => {
    expect(canonicalUrl('https://news.paper.example/a')).not.toBe(canonicalUrl('https://paper.example/a'));
    expect(canonicalUrl('https://paper.example:8080/a')).not.toBe(canonicalUrl('https://paper.example/a'));
  });

  it('gives back what is no web address', () => {
    expect(canonicalUrl(' tag:paper.example,2025:7 ')).toBe('tag:paper.example,2025:7');
  });

  it('never throws and is settled after one pass', () => {
    const part = fc.constantFrom(
      'amp',
      'print',
      'index.html',
      'a.amp.html',
      '',
      'x',
      'www.paper.example',
      ';jsessionid=1',
    );
    const stacked = fc
      .array(part, { maxLength: 6 })
      .map((parts) => `https://m.paper.example/${parts.join('/')}`);
    const address = fc.oneof(fc.string(), stacked, fc.webUrl({ withQueryParameters: true }));
    fc.assert(
      fc.property(address, (url) => {
        const once = canonicalUrl(url);
        expect(canonicalUrl(once)).toBe(once);
      }),
      { numRuns: 50 },
    );
  });
});

describe('articleUrl', () => {
  const fetched = 'https://www.paper.example/politics/big-ruling-123.html?from=feed7';

  it('believes the address a page gives itself on its own site', () => {
    expect(articleUrl(fetched, 'https://www.paper.example/politics/big-ruling-meta-123.html')).toBe(
      'https://paper.example/politics/big-ruling-meta-123.html',
    );
  });

  it.each([
    ['none', null],
    ['the home page', 'https://www.paper.example/'],
    ['a section', 'https://www.paper.example/politics/'],
    ['another site', 'https://other.example/politics/big-ruling-123.html'],
    ['nonsense', '::'],
  ])('keeps the fetched address where the page names %s', (_, declared) => {
    expect(articleUrl(fetched, declared)).toBe(canonicalUrl(fetched));
  });
});
