import { describe, expect, it } from 'vitest';
import { extractPage } from '../../../src/collect/page/extract.ts';
import { paragraphKeys, withoutParagraphs } from '../../../src/collect/page/recurring.ts';
import { PARAGRAPHS, page, paragraphs } from './pages.ts';

const url = 'https://www.testbote.de/politik/eilantrag.html';
const BOX = 'Was unsere Stadt bewegt, hören Sie jeden Morgen um sieben Uhr in unserer Sendung.';
const html = page({ body: paragraphs([...PARAGRAPHS.slice(0, 2), BOX, ...PARAGRAPHS.slice(2)]) });
const known = paragraphKeys(BOX);

describe('a paragraph that recurs on the outlet’s pages', () => {
  it('is left out, and named by its key', () => {
    const found = extractPage(html, { url, recurring: new Set(known) });
    expect(found).toMatchObject({ text: PARAGRAPHS.join('\n\n'), recurring: known });
    expect(extractPage(html, { url })).toMatchObject({ recurring: [], text: expect.stringContaining(BOX) });
  });

  it('stays where such paragraphs are most of the text', () => {
    const all = new Set([...known, ...paragraphKeys(PARAGRAPHS.join('\n\n'))]);
    expect(extractPage(html, { url, recurring: all })).toMatchObject({
      recurring: [],
      text: expect.stringContaining(BOX),
    });
  });

  it('is neither a sub-heading nor a long paragraph', () => {
    expect(paragraphKeys(`Wie es weitergeht\n\n${'Lang und länger. '.repeat(40)}`)).toEqual([]);
  });

  it('can be taken out of a text that was stored before', () => {
    const text = [PARAGRAPHS[0], BOX, PARAGRAPHS[1]].join('\n\n');
    expect(withoutParagraphs(text, known)).toBe([PARAGRAPHS[0], PARAGRAPHS[1]].join('\n\n'));
    expect(withoutParagraphs(text, [])).toBe(text);
  });
});
