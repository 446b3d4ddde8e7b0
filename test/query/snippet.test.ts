import { describe, expect, test } from 'vitest';
import { phrase } from '../../src/query/phrases.ts';
import { createSnippets, MARK } from '../../src/query/snippet.ts';

const words = (...list: string[]) => list.map((word) => [phrase(word.split(' '))]);
/** With marks that can be read. */
const cut = (groups: ReturnType<typeof words>, ...fields: string[]) =>
  createSnippets(groups)(fields).replaceAll(MARK.begin, '[').replaceAll(MARK.end, ']');
const filler = (count: number) => Array.from({ length: count }, (_, i) => `wort${i}`).join(' ');

describe('a snippet', () => {
  test('shows the words found as the article writes them', () => {
    expect(cut(words('verfugung', 'koln'), 'Die VERFÜGUNG aus Köln')).toBe('Die [VERFÜGUNG] aus [Köln]');
  });

  test('is taken from the field that has most of them, else from the first', () => {
    expect(cut(words('a', 'b'), 'nur a', 'hier a und b')).toBe('hier [a] und [b]');
    expect(cut(words('a'), 'im Titel a', 'im Text a')).toBe('im Titel [a]');
  });

  test('says where it leaves something out', () => {
    const text = `${filler(60)} Gericht ${filler(60)}`;
    const shown = cut(words('gericht'), text);
    expect(shown).toMatch(/^ … wort\d+ .*\[Gericht\].* … $/);
    expect(shown.match(/\p{L}+/gu)).toHaveLength(24);
  });

  test('begins with the sentence where that fits', () => {
    expect(cut(words('gericht'), `${filler(60)}. Das sagt das Gericht. ${filler(60)}`)).toMatch(
      /^ … Das sagt das \[Gericht\]/,
    );
  });

  test('shows different words rather than one of them often', () => {
    const text = `a a a a ${filler(60)} a und b ${filler(60)}`;
    expect(cut(words('a', 'b'), text)).toContain('[a] und [b]');
  });

  test('marks a phrase as one, and words that overlap with it once', () => {
    expect(cut([[phrase(['olg', 'koln'])], [phrase(['koln'])]], 'Das OLG Köln')).toBe('Das [OLG Köln]');
  });

  test('marks the words of which the beginning was asked for', () => {
    expect(cut([[phrase(['train'], true)]], 'Training und Trainer')).toBe('[Training] und [Trainer]');
  });

  test('of an article that does not hold the words as we read it is its beginning', () => {
    expect(cut(words('nirgends'), 'Ein Titel', 'Ein Text')).toBe('Ein Titel');
  });

  test.each([
    ['of one word', 'gericht '.repeat(200_000)],
    ['of signs', `gericht.${'"'.repeat(500_000)}gericht`],
    ['of dots', `gericht${'.'.repeat(500_000)}gericht`],
  ])('of a huge text %s is there at once', (_, text) => {
    const begin = performance.now();
    expect(cut(words('gericht'), text)).toContain('[gericht]');
    expect(performance.now() - begin).toBeLessThan(500);
  });

  test('of a letter under a mountain of marks is shown without emphasis', () => {
    const begin = performance.now();
    expect(cut(words('gericht'), `gericht a${'\u0301'.repeat(500_000)}`)).toMatch(/^gericht á/);
    expect(performance.now() - begin).toBeLessThan(500);
  });

  test('of a text whose letters are written in parts is marked as any other', () => {
    expect(cut(words('koln'), 'In Ko\u0308ln')).toBe('In [Köln]');
  });
});
