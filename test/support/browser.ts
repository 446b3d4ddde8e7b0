import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** A Chromium of this machine; CHROMIUM_PATH names another. Undefined where there is none. */
export const CHROMIUM = [process.env.CHROMIUM_PATH ?? '', ...USUAL].find(
  (path) => path !== '' && existsSync(path),
);

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox', '--disable-gpu'] });

/** What a visit left behind that it should not have. */
export interface Visit {
  context: BrowserContext;
  page: Page;
  /** Errors and warnings of the console, dialogs, failed requests, and requests to other hosts. */
  troubles: string[];
}

/** A reader's browser with nothing in it. */
export async function visit(
  browser: Browser,
  base: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Visit> {
  const context = await browser.newContext({ baseURL: base, ...options });
  const page = await context.newPage();
  const troubles: string[] = [];
  const { host } = new URL(base);
  page.on('console', (message) => {
    // Chromium reports the status of a page that refuses; tests look at it themselves.
    const own = message.location().url === page.url() && message.text().startsWith('Failed to load resource');
    if (!own && ['error', 'warning'].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => void troubles.push(`script: ${error.message}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (new URL(request.url()).host !== host) troubles.push(`elsewhere: ${request.url()}`);
  });
  return { context, page, troubles };
}

/** What axe finds serious or critical on a page: rule and element. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const runner = (globalThis as unknown as { axe: typeof axe }).axe;
    const result = await runner.run({ resultTypes: ['violations'] } as never);
    return result.violations.map(({ id, impact, nodes }) => ({ id, impact, html: nodes[0]?.html ?? '' }));
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, html }) => `${id}: ${html.slice(0, 200)}`);
}
