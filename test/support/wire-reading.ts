import { afterEach } from 'vitest';
import { paragraphs, urnOf } from './fake-wireq/entry.ts';
import { startWireRun, type WireRun } from './wire-run.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Starts runs that end with the test that started them. */
export function wireRuns(): (...options: Parameters<typeof startWireRun>) => Promise<WireRun> {
  const open: WireRun[] = [];
  afterEach(async () => {
    for (const run of open.splice(0)) await run.close();
  });
  return async (...options) => {
    const run = await startWireRun(...options);
    open.push(run);
    return run;
  };
}

/** Puts entries into the queue; five minutes later the worker comes round and posts. */
export async function receive(run: WireRun, ...entries: unknown[]): Promise<void> {
  run.wireq.put(...entries);
  run.pass(5 * MINUTE);
  await comeRound(run);
}

/** The worker comes round now. */
export async function comeRound(run: WireRun): Promise<void> {
  await run.poll();
  await run.deliver();
}

interface ArticleRow {
  url: string;
  title: string;
  text: string;
  text_from: string;
  grade: string;
  agencies: string | null;
  published_at: string;
  story_id: number | null;
  revisions: number;
}

export const articles = (run: WireRun): ArticleRow[] => run.rows('SELECT * FROM articles ORDER BY id');

export const item = (run: WireRun, urn = urnOf(1)) =>
  run
    .rows<{ urn: string; version: number; state: string }>('SELECT * FROM wire_items')
    .find((row) => row.urn === urn);

/** Everything that the channel shows. */
export const shown = (run: WireRun): string => JSON.stringify([...run.messages.values()]);

/** An entry that is not of the dispute. */
export const WEATHER = {
  headline: 'Sommerliches Wochenende im Norden',
  teaser: 'Bis zu 28 Grad werden erwartet.',
  article_html: paragraphs(
    'Offenbach (dpa) - Am Wochenende scheint im Norden die Sonne, meist bleibt es trocken.',
  ),
};
