import { describe, expect, test } from 'vitest';
import { summarise } from '../../src/analyse/summary.ts';
import { read } from './dispute.ts';

/** Each is repeated to 100,000 characters. */
const PIECES: Record<string, string> = {
  'line breaks': '\n',
  'line breaks of other systems': '\u0085',
  'blank lines': ' \n\n',
  'opening quotation marks': '„',
  'English quotation marks': '“',
  'straight quotation marks': '"',
  guillemets: '»«',
  'two-letter quotations': '„a“ ',
  'quotations with a speaker': '“x,” he said. ',
  'short sentences': 'a. b. ',
  initials: 'A. B. ',
  'numbered headings': '1.1.1.',
  'one word': 'a',
  'one compound': 'a-',
  'opening brackets': '(',
  'closed brackets': '()',
  'commas after a word of saying': 'er sagte, sei, ',
  'words of saying': 'X said that it ',
  sources: 'laut Meta ',
  dockets: 'C-1/25 ',
  'German dockets': '15 UKl 2/25 ',
  days: '27. Mai ',
  'introduced abbreviations': 'Data Protection Commission (DPC) ',
  'words of the dossier': 'KI-Training Meta Nutzerdaten ',
  emoji: '😀',
  addresses: 'http://a@b.',
};
const LENGTH = 100_000;
/** Processor time, not the clock's: what else runs on the machine does not count. */
const SECONDS = 1;

function secondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe('100,000 characters of nothing but', () => {
  test.each(Object.entries(PIECES))('%s cost less than a second', (_, piece) => {
    const text = piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH);
    expect(secondsOf(() => read(text, { title: 'Meta' }))).toBeLessThan(SECONDS);
    expect(
      secondsOf(() => summarise([{ id: 1, title: '', text, language: 'de' }], { sentences: 3 })),
    ).toBeLessThan(SECONDS);
  });
});
