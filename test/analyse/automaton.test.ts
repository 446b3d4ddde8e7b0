import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAutomaton, findWords } from '../../src/analyse/automaton.ts';
import { fold } from '../../src/analyse/fold.ts';

function finds(words: string[], text: string): string[] {
  const found: string[] = [];
  findWords(buildAutomaton(words), text, (word, start, end) => {
    found.push(`${word}@${start}-${end}`);
    return false;
  });
  return found.sort();
}

function naiveFinds(words: string[], text: string): string[] {
  const hay = fold(text);
  return words
    .flatMap((word, index) =>
      [...hay].flatMap((_, at) => (hay.startsWith(word, at) ? [`${index}@${at}-${at + word.length}`] : [])),
    )
    .sort();
}

describe('the automaton', () => {
  it('finds what a search for each word would find, overlapping words included', () => {
    const letters = fc.constantFrom('a', 'b', 'ab', 'ä', ' ', 'B', 'É', 'é');
    const word = fc
      .array(fc.constantFrom('a', 'b', 'ä', 'é'), { minLength: 1, maxLength: 4 })
      .map((w) => w.join(''));
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 8 }),
        fc.array(letters, { maxLength: 40 }).map((l) => l.join('')),
        (words, text) => {
          expect(finds(words, text)).toEqual(naiveFinds(words, text));
        },
      ),
    );
  });

  it('takes capitals, hyphens of all kinds, no-break blanks and curly apostrophes for their plain forms', () => {
    expect(finds(['opt out', "meta's"], 'OPT‑OUT, opt-out, opt\u00a0out; Meta’s')).toHaveLength(4);
  });

  it('stops when told to', () => {
    let count = 0;
    findWords(buildAutomaton(['a']), 'aaaa', () => ++count === 2);
    expect(count).toBe(2);
  });

  it('refuses an empty word', () => {
    expect(() => buildAutomaton([''])).toThrow(RangeError);
  });

  it('needs time in proportion to the text, however its words overlap', () => {
    const automaton = buildAutomaton(['a'.repeat(50), `${'a'.repeat(49)}b`]);
    let count = 0;
    findWords(automaton, 'a'.repeat(200_000), () => {
      count++;
      return false;
    });
    expect(count).toBe(200_000 - 49);
  });
});
