import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FeedOptions, parseFeed } from '../../../src/collect/feed/parse.ts';
import type { ParsedFeed } from '../../../src/model/index.ts';
import { read, rss } from './documents.ts';

const item = (name: string) =>
  `<item><title>${name}</title><link>https://paper.example/${name}</link></item>`;
const hashesOf = ({ entries }: ParsedFeed) => entries.map(({ hash }) => hash);

describe('an item known already is not read again', () => {
  it('and the new ones come out as if all had been read', async () => {
    const full = await read(rss([item('a'), item('b'), item('c')].join('\n')));
    const [a = '', , c = ''] = hashesOf(full);
    const short = await read(rss([item('a'), item('b'), item('c')].join('\n')), { known: new Set([a, c]) });
    expect(short).toEqual({ ...full, entries: [full.entries[1]], known: [a, c] });
  });

  it('wherever it stands, and whatever the channel says today', async () => {
    const known = new Set(hashesOf(await read(rss(item('a')))));
    const later = await read(rss(`${item('b')}\n\n${item('a')}`, '<lastBuildDate>now</lastBuildDate>'), {
      known,
    });
    expect(later.entries.map(({ title }) => title)).toEqual(['b']);
  });

  it('unless anything in it changed', async () => {
    const known = new Set(hashesOf(await read(rss(item('a')))));
    const { entries } = await read(rss(item('a').replace('</item>', '<category>x</category></item>')), {
      known,
    });
    expect(entries).toHaveLength(1);
  });

  it('unless the document is broken and it is not certain where items end', async () => {
    const broken = `<rss><channel>${item('a')}<item><title>b</item></channel></rss>`;
    const full = await read(broken);
    expect(await read(broken, { known: new Set(hashesOf(full)) })).toEqual(full);
  });

  it('in a JSON Feed either', async () => {
    const document = JSON.stringify({
      items: [
        { id: '1', title: 'a' },
        { id: '2', title: 'b' },
      ],
    });
    const full = await read(document);
    const [first = ''] = hashesOf(full);
    const short = await read(document, { known: new Set([first]) });
    expect(short).toEqual({ ...full, entries: full.entries.slice(1), known: [first] });
  });
});

interface Sample {
  path: string;
  url: string;
  contentType: string | null;
  scored: boolean;
  count: number;
}

const bench = new URL('../../../../shared/bench/feeds/', import.meta.url);

describe.skipIf(!existsSync(bench))('on the feeds of ../shared/bench', () => {
  it('the shortcut gives what the full parse gives', async () => {
    const { records }: { records: Sample[] } = JSON.parse(
      readFileSync(new URL('expected.json', bench), 'utf8'),
    );
    let skipped = 0;
    for (const { path, url, contentType } of records.filter(({ scored, count }) => scored && count > 1)) {
      const bytes = readFileSync(new URL(path, bench));
      const options: FeedOptions = { contentType, url };
      const full = await parseFeed(bytes, options);
      const known = new Set(hashesOf(full).filter((_, at) => at % 2 === 0));
      const short = await parseFeed(bytes, { ...options, known });
      skipped += short.known.length;
      const unseen = full.entries.filter(({ hash }) => short.known.length === 0 || !known.has(hash));
      expect(short.entries, path).toEqual(unseen);
      expect(short, path).toMatchObject({ title: full.title, language: full.language, hints: full.hints });
      if (full.notes.every((note) => !note.includes('not closed'))) {
        expect(short.known.length + short.entries.length, path).toBe(full.entries.length);
      }
    }
    expect(skipped).toBeGreaterThan(500);
  });
});
