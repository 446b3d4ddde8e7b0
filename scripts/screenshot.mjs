// A picture of one element of a page, made by a Chromium that is installed (CHROMIUM names another than Debian's).
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { WebSocket } from 'undici';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

function launch(profile) {
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const ours = ['--hide-scrollbars', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  return spawn(CHROMIUM, [...flags, ...quiet, ...ours, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** Where the browser listens; it says so on stderr. */
async function addressOf(browser) {
  for await (const line of createInterface({ input: browser.stderr })) {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error(`${CHROMIUM} did not start`);
}

/** Chrome DevTools Protocol: `call(method, params)` gives the result, `event(method)` the next event. */
async function connect(address) {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('no connection to Chromium'));
  });
  const waiting = new Map();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const { id, method, result, error, params } = JSON.parse(data);
    const { resolve, reject } = waiting.get(id ?? method) ?? {};
    waiting.delete(id ?? method);
    if (error) reject?.(new Error(error.message));
    else resolve?.(result ?? params);
  };
  const wait = (key) => new Promise((resolve, reject) => waiting.set(key, { resolve, reject }));
  return {
    event: wait,
    call: (method, params, sessionId) => {
      last += 1;
      const answer = wait(last);
      socket.send(JSON.stringify({ id: last, method, params, sessionId }));
      return answer;
    },
  };
}

/** The element's box in CSS pixels. */
async function boxOf(page, selector) {
  const { root } = await page('DOM.getDocument', {});
  const { nodeId } = await page('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { model } = await page('DOM.getBoxModel', { nodeId });
  const [x, y] = model.border;
  return { x, y, width: model.width, height: model.height };
}

/** The element of an HTML file that `selector` finds, as PNG bytes with `scale` pixels a CSS pixel. */
export async function screenshot(file, selector, scale) {
  const profile = mkdtempSync(join(tmpdir(), 'standoff-chromium-'));
  const browser = launch(profile);
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  try {
    const { call, event } = await connect(await addressOf(browser));
    const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
    const page = (method, params) => call(method, params, sessionId);
    await page('Page.enable', {});
    const loaded = event('Page.loadEventFired');
    await page('Page.navigate', { url: pathToFileURL(file).href });
    await loaded;
    const clip = { ...(await boxOf(page, selector)), scale };
    const { data } = await page('Page.captureScreenshot', { clip, captureBeyondViewport: true });
    return Buffer.from(data, 'base64');
  } finally {
    browser.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
