import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Filters } from '../../src/query/filters.ts';
import { stories } from '../../src/query/stories.ts';
import { type Db, openDatabase } from '../../src/store/db.ts';
import { barriers, CHROMIUM, launch, type Visit, visit } from '../support/browser.ts';
import { newsroom } from '../support/newsroom.ts';
import { type ServedPage, startPage } from '../support/page.ts';
import { startWorldRun, type WorldRun } from '../support/world-run.ts';

const HOSTILE = '<script>alert(1)</script><img src=//evil.example/x onerror=alert(2)>';

/** Enough of May 2025 for a story of many outlets, reprints, revisions and a primary source. */
const CYCLES = ['2025-05-01T08', '2025-05-15T08', '2025-05-23T14', '2025-05-24T08', '2025-05-28T20'];

test.runIf(process.env.STANDOFF_BROWSER === 'required')('a browser is there, as it must be here', () => {
  expect(CHROMIUM, 'apt-get install chromium, or name one with CHROMIUM_PATH').toBeDefined();
});

describe.skipIf(CHROMIUM === undefined)(
  'the page in Chromium (apt-get install chromium, or CHROMIUM_PATH)',
  () => {
    let run: WorldRun;
    let db: Db;
    let page: ServedPage;
    let browser: Browser;
    let ruling = '';

    beforeAll(async () => {
      const [world, chromium] = await Promise.all([startWorldRun(), launch()]);
      [run, browser] = [world, chromium];
      for (const hour of CYCLES) await run.cycleAt(`${hour}:00:00Z`);
      db = openDatabase(run.databasePath, { readonly: true });
      page = await startPage({ databasePath: run.databasePath, now: new Date('2025-05-24T12:00:00Z') });
      const [largest] = stories(db, { limit: 50 }).sort((a, b) => b.articles - a.articles);
      ruling = `/stories/${largest?.id}`;
    }, 60_000);

    afterAll(async () => {
      await browser?.close();
      await page?.close();
      db?.close();
      await run?.close();
    });

    /** Runs `work` in a browser of its own, which must end without any trouble. */
    async function reading(options: Parameters<typeof visit>[2], work: (seen: Visit) => Promise<void>) {
      const seen = await visit(browser, page.url, options);
      try {
        await work(seen);
        expect(seen.troubles).toEqual([]);
      } finally {
        await seen.context.close();
      }
    }

    describe.each([
      { locale: 'de-DE', colorScheme: 'light', heading: 'Der Streit' },
      { locale: 'en-GB', colorScheme: 'dark', heading: 'The dispute' },
    ] as const)('$locale, $colorScheme', ({ locale, colorScheme, heading }) => {
      test('every page is free of barriers, errors and requests to other hosts', () =>
        reading({ locale, colorScheme }, async ({ page: tab }) => {
          const paths = [
            '/',
            '/stories',
            ruling,
            '/timeline',
            '/search?q=Meta',
            '/sources',
            '/subscribe',
            '/stories?page=0',
          ];
          for (const path of paths) {
            const status = (await tab.goto(path))?.status();
            expect([path, status]).toEqual([path, path.endsWith('=0') ? 400 : 200]);
            await tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
            expect(await barriers(tab), path).toEqual([]);
            expect(await tab.locator('h1').count(), path).toBe(1);
          }
          await tab.goto('/');
          expect(await tab.locator('h1').textContent()).toBe(heading);
        }));
    });

    test('each filter narrows the list to what the database gives', () =>
      reading({ locale: 'en-GB' }, async ({ page: tab }) => {
        const cases: [keyof Filters, string, string][] = [
          ['party', 'Party', 'noyb'],
          ['topic', 'Topic', 'injunction'],
          ['source', 'Outlet', 'euroledger'],
          ['stage', 'Stage', 'ruling'],
          ['language', 'Language', 'en'],
          ['country', 'Country', 'BE'],
          ['docket', 'Case number', '15 UKl 2/25'],
          ['grade', 'Relevance', 'core'],
          ['since', 'Since', '2025-05-20'],
          ['until', 'Until', '2025-05-12'],
        ];
        const all = stories(db, { limit: 100 }).length;
        for (const [name, label, value] of cases) {
          await tab.goto('/stories');
          const control = tab.getByLabel(label, { exact: true });
          if (name === 'since' || name === 'until') await control.fill(value);
          else await control.selectOption(value);
          await tab.getByRole('button', { name: 'Apply' }).click();
          const expected = stories(db, { [name]: value, limit: 20 }).map(({ title }) => title);
          expect(expected.length, name).toBeGreaterThan(0);
          expect(expected.length, name).toBeLessThan(all);
          expect(await tab.locator('.stories h2').allTextContents(), name).toEqual(expected);
          expect(await control.inputValue(), name).toBe(value);
        }
        await tab.getByRole('link', { name: 'Remove all filters' }).click();
        expect(await tab.locator('.stories h2').count()).toBe(Math.min(all, 20));
      }));

    test('a story shows who said what, whose words an article is made of, and what was changed', () =>
      reading({ locale: 'en-GB' }, async ({ page: tab }) => {
        await tab.goto(ruling);
        for (const name of ['Who says what', 'Primary sources', 'What outlets changed', 'Who carried it'])
          expect(await tab.getByRole('region', { name, exact: true }).first().isVisible(), name).toBe(true);
        expect(await tab.locator('.party').count()).toBeGreaterThan(1);
        const articles = tab.getByRole('table', { name: /articles$/ });
        for (const mark of ['own report', 'dpa copy', 'primary source'])
          expect(await articles.getByText(mark).count(), mark).toBeGreaterThan(0);
        expect(await tab.locator('ins').count()).toBeGreaterThan(0);
        expect(await tab.locator('del').count()).toBeGreaterThan(0);
      }));

    test('without JavaScript everything works that forms and links can do', () =>
      reading({ locale: 'en-GB', javaScriptEnabled: false }, async ({ page: tab }) => {
        await tab.goto('/');
        await tab.getByRole('link', { name: 'Search' }).click();
        await tab.getByLabel('Search terms').fill('Verbraucherzentrale');
        await tab.getByRole('button', { name: 'Search' }).click();
        expect(await tab.locator('.hits li').count()).toBeGreaterThan(3);
        expect(await tab.locator('mark').first().textContent()).toMatch(/^Verbraucherzentrale/);
        await tab.getByRole('link', { name: 'Deutsch', exact: true }).click();
        expect(await tab.locator('html').getAttribute('lang')).toBe('de');
        expect(await tab.getByLabel('Suchbegriffe').inputValue()).toBe('Verbraucherzentrale');
        await tab.getByRole('link', { name: 'Chronik' }).click();
        expect(await tab.locator('html').getAttribute('lang')).toBe('de');
        await tab.getByLabel('Partei').selectOption('noyb');
        await tab.getByRole('button', { name: 'Anwenden' }).click();
        expect(await tab.locator('.timeline .event').count()).toBeGreaterThan(0);
        expect(await tab.locator('.timeline .story').count()).toBeGreaterThan(0);
      }));

    test('the keyboard alone reaches the content first, and searches', () =>
      reading({ locale: 'en-GB' }, async ({ page: tab }) => {
        const focused = () => tab.evaluate<string>('document.activeElement?.id');
        await tab.goto('/search');
        await tab.keyboard.press('Tab');
        const skip = tab.getByRole('link', { name: 'Skip to content' });
        expect((await skip.boundingBox())?.width).toBeGreaterThan(50);
        await tab.keyboard.press('Enter');
        expect(await focused()).toBe('main');
        await tab.keyboard.press('Tab');
        expect(await focused()).toBe('q');
        await tab.keyboard.type('Verbraucherz');
        await tab.locator('.hits li').first().waitFor();
        expect(await tab.getByRole('status').textContent()).toMatch(/hits$/);
        expect(new URL(tab.url()).searchParams.get('q')).toBe('Verbraucherz');
        expect(await focused()).toBe('q');
        await tab.keyboard.press('Control+A');
        await tab.keyboard.type('Gericht Köln');
        await tab.keyboard.press('Enter');
        await tab.waitForURL(/q=Gericht/);
        expect(await tab.title()).toContain('Gericht Köln');
      }));

    test('texts that mean harm are only shown', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'standoff-hostile-'));
      const room = newsroom(join(folder, 'page.db'));
      room.source('evil', { name: HOSTILE });
      const said = [{ quote: HOSTILE, speaker: HOSTILE, party: 'nobody' }];
      const at = '2025-05-23T10:00:00.000Z';
      const fields = { story: 1, source: 'evil', at, url: 'javascript:alert(3)', dockets: [HOSTILE] };
      room.article({ ...fields, title: HOSTILE, sentences: [HOSTILE], statements: said });
      const hostile = await startPage({ databasePath: join(folder, 'page.db') });
      const seen = await visit(browser, hostile.url);
      for (const path of ['/', '/stories/1', '/search?q=alert', '/timeline']) {
        await seen.page.goto(path);
        expect(await seen.page.getByText(HOSTILE).count(), path).toBeGreaterThan(0);
      }
      expect(seen.troubles).toEqual([]);
      await seen.context.close();
      await hostile.close();
      room.db.close();
      rmSync(folder, { recursive: true });
    });

    test('on paper there are no controls, addresses stand in words, and everything is unfolded', () =>
      reading({ locale: 'en-GB' }, async ({ page: tab }) => {
        await tab.goto(ruling);
        const folded = tab.locator('details:not([open])').last().locator(':scope > :not(summary)').first();
        expect(await folded.isVisible()).toBe(false);
        await tab.emulateMedia({ media: 'print' });
        expect(await folded.isVisible()).toBe(true);
        expect(await tab.getByRole('navigation').first().isVisible()).toBe(false);
        const after = await tab.evaluate<string>(
          "getComputedStyle(document.querySelector('#articles a[rel]'), '::after').content",
        );
        expect(after).toContain('http');
      }));
  },
);
