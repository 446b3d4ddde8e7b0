import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ConfigError } from '../../src/config/errors.ts';
import { packageRoot } from '../../src/config/root.ts';
import { addToSources, type NewSource } from '../../src/config/sources-file.ts';

const OURS = readFileSync(join(packageRoot(), 'config/sources.yaml'), 'utf8');
const NEW: NewSource = {
  id: 'harbour-post',
  name: 'Harbour Post: "the" paper # 1',
  kind: 'newspaper',
  languages: ['en'],
  country: 'NO',
  feeds: ['https://harbour.example/rss', 'https://harbour.example/a?b=c&d=%20#e'],
};
const SMALL = `# head
sources:
- id: one   # first
  name: One
  kind: portal
  languages: [ de ]
  country: DE
  feeds:
  - https://one.example/a # A (good)
  # - https://one.example/off
- id: two
  name: Two
  kind: portal
  languages: [de]
  country: DE
  feeds:
    - { url: "https://two.example/map.xml", format: sitemap } # B
# the end`;

describe('adding to sources.yaml', () => {
  test('keeps every byte that was there, and reads back as what was added', () => {
    const text = addToSources(OURS, {
      sources: [NEW],
      feeds: [{ sourceId: 'ntv', url: 'https://www.n-tv.de/x' }],
    });
    const lines = text.split('\n');
    expect(OURS.split('\n').filter((line) => !lines.includes(line))).toEqual([]);
    const before = parse(OURS).sources;
    const after = parse(text).sources;
    expect(after.at(-1)).toEqual(NEW);
    expect(after).toHaveLength(before.length + 1);
    const ntv = (all: { id: string; feeds: unknown[] }[]) => all.find(({ id }) => id === 'ntv')?.feeds;
    expect(ntv(after)).toEqual([...(ntv(before) ?? []), 'https://www.n-tv.de/x']);
  });

  test('goes behind comments at the end of a line, in the file’s own indentation', () => {
    const text = addToSources(SMALL, {
      sources: [{ ...NEW, name: 'Plain' }],
      feeds: [
        { sourceId: 'one', url: 'https://one.example/b' },
        { sourceId: 'two', url: 'https://two.example/b' },
      ],
    });
    expect(text).toContain('  - https://one.example/a # A (good)\n  - https://one.example/b\n  # - https');
    expect(text).toContain(
      'format: sitemap } # B\n    - https://two.example/b\n\n- id: harbour-post\n  name: Plain\n',
    );
    expect(text).toMatch(/^# head\n[\s\S]*\n# the end$/);
  });

  test('any name is written so that it reads back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (name) => {
        fc.pre(!/[\p{Cc}\p{Cs}]/u.test(name));
        const text = addToSources(SMALL, { sources: [{ ...NEW, name }], feeds: [] });
        expect(parse(text).sources.at(-1).name).toBe(name);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['a feed that is followed already', SMALL, { ...NEW, feeds: ['https://one.example/a'] }],
    ['an id that is taken', SMALL, { ...NEW, id: 'two' }],
    ['a file without sources', '# nothing\n', NEW],
    ['a list in one line', 'sources: [{ id: one }]', NEW],
  ])('%s is refused, and nothing is made of it', (_trouble, text, source) => {
    expect(() => addToSources(text, { sources: [source], feeds: [] })).toThrow(ConfigError);
  });
});
