import { describe, expect, it } from 'vitest';
import { atom, read, rss } from './documents.ts';

const titles = async (document: string) => (await read(document)).entries.map(({ title }) => title);
const item = (name: string) =>
  `<item><title>${name}</title><link>https://paper.example/${name}</link></item>`;

describe('a broken feed loses nothing that can be read', () => {
  it('when it begins with blank lines, text or a second prolog', async () => {
    expect(await titles(`\n\n  ${rss(item('a'))}`)).toEqual(['a']);
    expect(await titles(`Notice: undefined index\n${rss(item('a'))}`)).toEqual(['a']);
    expect(await titles(`<?xml version="1.0"?>${rss(item('a'))}`)).toEqual(['a']);
  });

  it('when it holds control characters and lone surrogates', async () => {
    const document = rss(
      '<item><title>a\u0000\u000bb\u001f</title><link>https://paper.example/\u0008a</link></item>',
    );
    const { entries } = await read(document);
    expect(entries[0]).toMatchObject({ title: 'ab', url: 'https://paper.example/a' });
    expect(await titles(rss('<item><title>a&#xD800;b&#0;</title></item>'))).toHaveLength(1);
  });

  it('when attributes have no quotes, wrong quotes or no value', async () => {
    const { entries } = await read(
      atom(
        '<entry hidden><link rel=alternate href=/1><title>a</title></entry><entry><link href="/2/><title>b</title></entry>',
      ),
    );
    expect(entries.map(({ title }) => title)).toEqual(['a', 'b']);
    expect(entries[0]?.url).toBe('https://paper.example/1');
  });

  it('when it ends in the middle', async () => {
    const { entries, notes } = await read(
      `<rss><channel><title>Paper</title>${item('a')}<item><title>b</title><link>https`,
    );
    expect(entries.map(({ title }) => title)).toEqual(['a', 'b']);
    expect(notes.join()).toContain('not closed');
    expect(
      await titles(`<rss><channel>${item('a')}<item><title>b</title><description><![CDATA[unfinished`),
    ).toEqual(['a', 'b']);
  });

  it('when tags are closed by others, not at all or twice', async () => {
    expect(await titles(rss(`<item><title>a</subtitle></item>${item('b')}`))).toEqual(['a', 'b']);
    expect(await titles(rss(`<item><title>a<link>https://x.example/</link></item>${item('b')}`))).toEqual([
      'a',
      'b',
    ]);
    expect(await titles(rss(`<item><title>a</title></title></item></item>${item('b')}`))).toEqual(['a', 'b']);
    expect(await titles(rss(`<item><title>a</title>${item('b')}`))).toEqual(['a', 'b']);
    expect(await titles(`<rss><channel><title>Paper${item('a')}${item('b')}`)).toEqual(['a', 'b']);
  });

  it('when HTML stands in it unescaped and unclosed', async () => {
    const { entries } = await read(
      rss(
        `<item><title>a</title><description>One<br>two<p>three <img src="x.png"></description></item>${item('b')}`,
      ),
    );
    expect(entries.map(({ title }) => title)).toEqual(['a', 'b']);
    expect(entries[0]?.teaser).toBe('One two three');
  });

  it('when markup stands in comments or CDATA', async () => {
    const hidden = `<!-- ${item('x')} --><item><title>a</title><description><![CDATA[</item>${item('y')}]]></description></item>`;
    expect(await titles(rss(`${hidden}${item('b')}`))).toEqual(['a', 'b']);
  });

  it('when it has no channel, no version or no root', async () => {
    expect(await titles(`<rss>${item('a')}</rss>`)).toEqual(['a']);
    expect(await titles(item('a'))).toEqual(['a']);
    expect(await titles('<entry xmlns="http://www.w3.org/2005/Atom"><title>a</title></entry>')).toEqual([
      'a',
    ]);
  });

  it('when namespaces are not declared', async () => {
    const { entries } = await read(
      '<rss><channel><item><title>a</title><dc:date>2024-06-12</dc:date><content:encoded>Long</content:encoded></item></channel></rss>',
    );
    expect(entries[0]).toMatchObject({ publishedAt: '2024-06-12T00:00:00.000Z', contentHtml: 'Long' });
  });

  it('when one date makes no sense: another one counts, and a note says so where there is none', async () => {
    const { entries, notes } = await read(
      atom(
        '<entry><published>soon</published><updated>2024-06-12T09:30:00Z</updated></entry><entry><updated>whenever</updated></entry>',
      ),
    );
    expect(entries.map(({ publishedAt }) => publishedAt)).toEqual(['2024-06-12T09:30:00.000Z', null]);
    expect(notes).toEqual(['1 dates could not be read, the first: “whenever”.']);
  });

  it('in the encoding its prolog names', async () => {
    const document =
      '<?xml version="1.0" encoding="iso-8859-15"?><rss><channel><item><title>10 € für Öl</title></item></channel></rss>';
    const { entries } = await read(document, { encoding: 'iso-8859-15' });
    expect(entries[0]?.title).toBe('10 € für Öl');
  });
});
