import iconv from 'iconv-lite';
import Parser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARTICLES, FILLERS } from './world/articles/index.ts';
import { expectations } from './world/expectations.ts';
import { startWorld, WORLD_BEGINS, type World } from './world/index.ts';
import { esc } from './world/templates/html.ts';
import type { WorldArticle } from './world/types.ts';
import { articleAt, plain } from './world/view.ts';

const LAST_MOMENT = new Date('2025-06-01T21:00:00Z');

async function text(url: string): Promise<string> {
  const response = await fetch(url);
  const bytes = Buffer.from(await response.arrayBuffer());
  const latin1 = /encoding="ISO-8859-1"|charset=iso-8859-1/.test(bytes.subarray(0, 300).toString('latin1'));
  return latin1 ? iconv.decode(bytes, 'latin1') : bytes.toString('utf8');
}

/** Whether a page says all of an article (ISO-8859-1 pages write some characters as references). */
function has(page: string, article: WorldArticle): boolean {
  const body = article.body.flatMap((block) =>
    typeof block === 'object' && 'list' in block ? block.list : plain(block),
  );
  const words = [article.title, article.teaser, ...body].map(esc);
  const read = page.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
  return words.every((part) => read.includes(part));
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

    it('keep their words from the day they appear; a revision alone replaces some, on its instant', async () => {
      const first = new Map<string, string>();
      const replay = await startWorld();
      for (const article of [...ARTICLES].sort((a, b) => (a.at < b.at ? -1 : 1))) {
        if (article.wall) continue;
        if (article.at > replay.now().toISOString()) replay.advanceTo(new Date(article.at));
        if (article.at >= WORLD_BEGINS) first.set(article.id, await text(replay.urlOf(article.id)));
      }
      replay.advanceTo(LAST_MOMENT);
      for (const article of ARTICLES) {
        const before = first.get(article.id);
        if (before === undefined) continue;
        const after = await text(replay.urlOf(article.id));
        expect(has(before, article), article.id).toBe(true);
        expect(has(after, articleAt(article, LAST_MOMENT.toISOString())), article.id).toBe(true);
        expect(has(after, article), article.id).toBe(!article.revisions?.some(({ replace }) => replace));
      }
      await replay.close();
    });

    it('show a correction from its instant on, and not before', async () => {
      const fresh = await startWorld();
      fresh.advanceTo(new Date('2025-05-07T07:09:59Z'));
      const before = await text(fresh.urlOf('letter-rheinwarte'));
      fresh.advanceTo(new Date('2025-05-07T07:10:00Z'));
      const after = await text(fresh.urlOf('letter-rheinwarte'));
      await fresh.close();
      expect(before).toContain('28. Mai');
      expect(after).toContain('26. Mai');
      expect(after).not.toContain('28. Mai');
    });

    it('stand in a feed of their outlet on the evening of their day, or on the first morning', async () => {
      const fresh = await startWorld();
      const absent = async (day: string) => {
        const feeds = fresh.outlets.flatMap((outlet) => outlet.feeds.map(({ url }) => text(url)));
        const all = (await Promise.all(feeds)).join('\n');
        return ARTICLES.filter(({ at }) => at.startsWith(day) && at <= fresh.now().toISOString())
          .filter(({ id }) => !all.includes(new URL(fresh.urlOf(id)).pathname))
          .map(({ id }) => id);
      };
      expect(await absent('2025-04')).toEqual([]);
      for (const day of fresh.days.filter((one) => one !== '2025-05-20')) {
        fresh.advanceTo(new Date(`${day}T21:59:00Z`));
        expect(await absent(day)).toEqual([]);
      }
      await fresh.close();
    });

    it('move for good where a headline changed the address', async () => {
      const fresh = await startWorld();
      fresh.advanceTo(new Date('2025-05-22T15:00:00Z'));
      const former = fresh.urlOf('hearing-hafenkurier');
      fresh.advanceTo(new Date('2025-05-22T18:00:00Z'));
      const answer = await fetch(former, { redirect: 'manual' });
      await fresh.close();
      expect(answer.status).toBe(301);
      expect(answer.headers.get('location')).toBe(fresh.urlOf('hearing-hafenkurier'));
      expect(former).not.toBe(fresh.urlOf('hearing-hafenkurier'));
    });

    it('grow by the hour where they are a ticker', async () => {
      const fresh = await startWorld();
      const count = async (at: string) => {
        fresh.advanceTo(new Date(at));
        return (await text(fresh.urlOf('ticker-morgenzeile'))).match(/liveblog__entry/g)?.length;
      };
      const counts = [await count('2025-05-23T05:00:00Z'), await count('2025-05-23T13:10:00Z')];
      await fresh.close();
      expect(counts).toEqual([3, 25]);
    });
  });

  describe('the expectations', () => {
    it('name pages that are there, each as what it is', async () => {
      const expected = expectations(world);
      const status = async (url: string) => (await fetch(url)).status;
      for (const { url } of expected.articles.filter(({ url: one }) => !expected.gone.includes(one))) {
        expect(await status(url), url).toBe(200);
      }
      expect(await Promise.all(expected.gone.map(status))).toEqual([404]);
      for (const { url, wall } of expected.walls) {
        expect(await text(url)).toContain(wall === 'paywall' ? 'Abonnenten vorbehalten' : 'Pur-Abo');
      }
    });

    it('name what robots.txt forbids', async () => {
      const { forbidden } = expectations(world);
      const kurstafel = world.outlets.find(({ id }) => id === 'kurstafel');
      const robots = await text(`${kurstafel?.baseUrl}/robots.txt`);
      const paths = forbidden.map((url) => new URL(url).pathname);
      const rule = robots.match(/^Disallow: (.+)$/m)?.[1] ?? 'none';
      expect(paths.map((path) => path.startsWith(rule))).toEqual([true]);
    });

    it('hold the cases that the bot is built for', () => {
      const { stories, reprints, edits, walls, articles } = expectations(world);
      expect(reprints.map(({ wire, urls }) => [wire, urls.length])).toEqual([
        ['howto', 2],
        ['ruling', 4],
        ['start', 2],
      ]);
      expect(stories.find(({ story }) => story === 'ruling')?.urls.length).toBeGreaterThanOrEqual(9);
      expect(walls.map(({ wall }) => wall).sort()).toEqual(['consent-wall', 'paywall']);
      expect(edits.filter(({ meaningful }) => meaningful)).toHaveLength(3);
      expect(edits.filter(({ kind }) => kind === 'typo')).toHaveLength(2);
      expect(edits.filter(({ announced }) => !announced)).toHaveLength(1);
      expect(articles.filter(({ backlog, grade }) => backlog && grade === 'core')).toHaveLength(5);
      expect(articles.filter(({ grade }) => grade === 'off').length).toBeGreaterThanOrEqual(12);
    });

    it('ask of the seed article nothing that its page does not say', async () => {
      const { seed } = expectations(world);
      const page = await text(seed.url);
      const words = page.replace(/<[^>]+>/g, '');
      expect(words).toContain(`“${seed.statement.quote}” said Christine Steffen`);
      expect(words).toContain('FacebookTwitterWhatsappE-MailPrintCopy Link');
      expect(words).toContain('Sources: ntv.de, DPA');
      for (const trap of ['[1]', '[2]', 'National Data Protection Authorities (DPAs)', 'Irish DPC'])
        expect(words).toContain(trap);
    });
  });
});
