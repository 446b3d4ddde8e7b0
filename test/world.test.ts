import { parseDocument } from 'htmlparser2';
import iconv from 'iconv-lite';
import Parser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTICLES, FILLERS } from './world/articles/index.ts';
import { startWorld, type World } from './world/index.ts';
import { plain } from './world/view.ts';

const LAST_MOMENT = new Date('2025-06-01T21:00:00Z');

async function text(url: string): Promise<string> {
  const response = await fetch(url);
  const bytes = Buffer.from(await response.arrayBuffer());
  const latin1 = /encoding="ISO-8859-1"|charset=iso-8859-1/.test(bytes.subarray(0, 300).toString('latin1'));
  return latin1 ? iconv.decode(bytes, 'latin1') : bytes.toString('utf8');
}

/** Everything the world serves at its instant, its own ports taken out. */
async function everything(world: World): Promise<string[]> {
  const urls = [
    ...world.outlets.flatMap((outlet) => [
      `${outlet.baseUrl}/robots.txt`,
      ...outlet.feeds.map(({ url }) => url),
    ]),
    ...ARTICLES.map(({ id }) => world.urlOf(id)),
  ];
  const texts = await Promise.all(urls.map(text));
  return texts.map((one) =>
    world.outlets.reduce((sum, { id, baseUrl }) => sum.replaceAll(baseUrl, `<${id}>`), one),
  );
}

describe('the world', () => {
  let world: World;
  let twin: World;
  beforeAll(async () => {
    [world, twin] = await Promise.all([startWorld(), startWorld()]);
  });
  afterAll(async () => {
    await Promise.all([world.close(), twin.close()]);
  });

  function feedsOf(id: string): string[] {
    return world.outlets.filter((outlet) => outlet.id === id).flatMap(({ feeds }) => feeds.map((f) => f.url));
  }
  const feedOf = (id: string) => feedsOf(id)[0] ?? '';

  describe('on its first morning', () => {
    it('holds a backlog in several feeds', async () => {
      const sizes = await Promise.all(
        ['nrv', 'rheinwarte', 'hafenkurier', 'morgenzeile', 'bitkante'].map(async (id) => {
          const feed = await new Parser().parseString(await text(feedOf(id)));
          return feed.items.length;
        }),
      );
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20);
    });

    it('shows nothing of the days to come', async () => {
      const letter = await fetch(world.urlOf('letter-nrv'));
      expect(letter.status).toBe(404);
      expect(await text(feedOf('nrv'))).not.toContain('mahnen Meta');
    });

    it('tells nothing twice when nothing changed: both kinds of validator give 304', async () => {
      const first = await fetch(feedOf('nrv'));
      const etag = first.headers.get('etag') ?? '';
      const again = await fetch(feedOf('nrv'), { headers: { 'if-none-match': etag } });
      expect([first.status, again.status, await again.text()]).toEqual([200, 304, '']);

      const dated = await fetch(feedOf('bitkante'));
      const since = dated.headers.get('last-modified') ?? '';
      const later = await fetch(feedOf('bitkante'), { headers: { 'if-modified-since': since } });
      expect([dated.headers.get('etag'), later.status]).toEqual([null, 304]);
    });

    it('lives by its own clock, in the Date header too', async () => {
      const response = await fetch(feedOf('nrv'));
      expect(response.headers.get('date')).toBe(world.now().toUTCString());
      expect(() => world.advanceTo(new Date('2025-04-30T00:00:00Z'))).toThrow(RangeError);
    });

    it('compresses only for those who accept it', async () => {
      const zipped = await fetch(feedOf('nrv'), { headers: { 'accept-encoding': 'gzip' } });
      const bare = await fetch(feedOf('nrv'), { headers: { 'accept-encoding': 'identity' } });
      expect(zipped.headers.get('content-encoding')).toBe('gzip');
      expect(bare.headers.get('content-encoding')).toBeNull();
      expect(await zipped.text()).toBe(await bare.text());
    });

    it('remembers what it was asked, with headers', async () => {
      await fetch(`${feedOf('vz')}?x=1`, { headers: { 'user-agent': 'a reader' } });
      const last = world.requests.at(-1);
      expect(last).toMatchObject({
        outlet: 'vz',
        method: 'GET',
        status: 200,
        at: '2025-05-01T06:00:00.000Z',
      });
      expect(last?.url).toBe(`${feedOf('vz')}?x=1`);
      expect(last?.headers['user-agent']).toBe('a reader');
    });
  });

  describe('over the month', () => {
    it('goes through at least fifteen days on which something happens', () => {
      expect(world.days.length).toBeGreaterThanOrEqual(15);
      expect(world.days).toEqual([...world.days].sort());
    });

    it('answers 500 on the day it should, and recovers on the next', async () => {
      world.advanceTo(new Date('2025-05-20T12:00:00Z'));
      expect((await fetch(feedOf('kurstafel'))).status).toBe(500);
      world.advanceTo(new Date('2025-05-21T06:00:00Z'));
      expect((await fetch(feedOf('kurstafel'))).status).toBe(200);
    });

    it('changes the ids of one feed and the dates of another without news', async () => {
      const ids = async () => (await new Parser().parseString(await text(feedOf('transworld')))).items;
      const dates = async () => (await new Parser().parseString(await text(feedOf('hafenkurier')))).items;
      world.advanceTo(new Date('2025-05-24T16:00:00Z'));
      const [idBefore, dateBefore] = [(await ids())[3], (await dates())[1]];
      world.advanceTo(new Date('2025-05-25T00:30:00Z'));
      const [idsAfter, datesAfter] = [await ids(), await dates()];
      const sameLink = idsAfter.find(({ link }) => link === idBefore?.link);
      const sameGuid = datesAfter.find(
        ({ guid, id }) => (guid ?? id) === (dateBefore?.guid ?? dateBefore?.id),
      );
      expect(sameLink?.guid).not.toBe(idBefore?.guid);
      expect(sameGuid?.isoDate).not.toBe(dateBefore?.isoDate);
    });
  });

  describe('at its end', () => {
    beforeAll(() => {
      world.advanceTo(LAST_MOMENT);
      twin.advanceTo(LAST_MOMENT);
    });

    it('is the same at every start', async () => {
      expect(await everything(world)).toEqual(await everything(twin));
    });

    it('serves feeds that rss-parser reads, newest first, with dates and links', async () => {
      for (const outlet of world.outlets) {
        for (const { url, format } of outlet.feeds) {
          if (format === 'sitemap' || outlet.id === 'euroledger') continue;
          const feed = await new Parser().parseString(await text(url));
          expect(feed.items.length, url).toBeGreaterThan(0);
          for (const item of feed.items) {
            expect(item.title, url).toBeTruthy();
            expect(item.link, url).toMatch(outlet.baseUrl);
            if (outlet.id === 'kurstafel') expect(item.pubDate).toMatch(/ CEST$/);
            else expect(Date.parse(item.isoDate ?? ''), url).toBeLessThanOrEqual(LAST_MOMENT.getTime());
          }
        }
      }
    });

    it('serves a JSON Feed and a news sitemap', async () => {
      const json = JSON.parse(await text(feedOf('euroledger')));
      expect(json.version).toBe('https://jsonfeed.org/version/1.1');
      expect(json.items[0].url).toContain('?utm_source=');
      const sitemap = await text(feedsOf('nrv').at(-1) ?? '');
      expect(sitemap.match(/<news:title>/g)?.length).toBeGreaterThan(20);
      expect(parseDocument(sitemap, { xmlMode: true }).children.length).toBeGreaterThan(0);
    });

    it('keeps umlauts and quotation marks of the ISO-8859-1 outlet whole', async () => {
      const response = await fetch(world.urlOf('letter-rheinwarte'));
      const page = iconv.decode(Buffer.from(await response.arrayBuffer()), 'latin1');
      expect(response.headers.get('content-type')).toBe('text/html');
      expect(page).toContain('Düsseldorfer Verbraucherzentrale');
    });

    it('answers 404 for the page that its feed announces in vain', async () => {
      const gone = ARTICLES.filter(({ wall }) => wall === 'gone');
      expect(gone.length).toBeGreaterThan(0);
      for (const { id } of gone) expect((await fetch(world.urlOf(id))).status).toBe(404);
    });
  });

  describe('its articles', () => {
    it('have ids and addresses of their own', () => {
      const all = [...ARTICLES, ...FILLERS];
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      expect(new Set(all.map(({ outlet, path }) => outlet + path)).size).toBe(all.length);
    });

    it('change only where a revision finds its words', () => {
      for (const article of ARTICLES) {
        const words = [article.title, article.teaser, ...article.body.map(plain)].join('\n');
        for (const [from] of (article.revisions ?? []).flatMap(({ replace = [] }) => replace)) {
          expect(words, article.id).toContain(from);
        }
      }
    });

    it('show a correction from its instant on, and not before', async () => {
      const fresh = await startWorld();
      fresh.advanceTo(new Date('2025-05-06T18:00:00Z'));
      const before = await text(fresh.urlOf('letter-rheinwarte'));
      fresh.advanceTo(new Date('2025-05-07T10:00:00Z'));
      const after = await text(fresh.urlOf('letter-rheinwarte'));
      await fresh.close();
      expect(before).toContain('28. Mai');
      expect(after).toContain('26. Mai');
      expect(after).not.toContain('28. Mai');
    });
  });
});
