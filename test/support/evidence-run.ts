import { difference } from '../../src/commands/revisions.ts';
import { bundleFiles, type Files } from '../../src/query/evidence/files.ts';
import { pack } from '../../src/query/evidence/pack.ts';
import { evidenceOf, type Subject } from '../../src/query/evidence/record.ts';
import type { Db } from '../../src/store/db.ts';
import { type FeedRun, type ServedPage, startFeedRun } from './feed-run.ts';

const PATH = '/herald/ruling';

const page = (paragraphs: readonly string[]): string =>
  `<html lang="de"><head><title>Meta darf seine KI mit Nutzerdaten trainieren</title></head><body><main><article>
   <h1>Meta darf seine KI mit Nutzerdaten trainieren</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></main></body></html>`;

const FIRST = [
  'Meta darf ab dem 27. Mai mit öffentlichen Beiträgen auf Facebook und Instagram seine KI trainieren, hieß es am Freitag.',
  'Die Verbraucherzentrale NRW hatte vor dem Oberlandesgericht Köln eine einstweilige Verfügung gegen das KI-Training beantragt.',
  '„Wir prüfen weitere Schritte“, sagte Wolfgang Schuldzinski von der Verbraucherzentrale NRW am Abend in Düsseldorf.',
];
/** What the outlet added, and what it took out. */
export const ADDED = 'Gegen den Beschluss gibt es kein Rechtsmittel, das Aktenzeichen lautet 15 UKl 2/25.';
export const TAKEN_OUT = FIRST[2] ?? '';

/** The bytes of the page as it was first served, and as it was changed. */
export const PAGES = [
  page(FIRST),
  page([...FIRST.slice(0, 2), ADDED]),
  page([...FIRST.slice(0, 2), ADDED, 'Die Frist für den Widerspruch der Nutzer endet am Montag.']),
] as const;

/**
 * One outlet whose report on the dispute was changed twice after it was read. Its pages are archived, but for the last:
 * by then `store.archive` was taken out of the configuration.
 */
export async function evidenceRun(): Promise<FeedRun> {
  const served = (html: string): ServedPage => ({
    html,
    headers: { 'x-cache': 'HIT', 'set-cookie': 'id=secret-cookie', 'x-session-token': 'secret-token' },
  });
  const pages = new Map([[PATH, served(PAGES[0])]]);
  const options = { archive: true, pages };
  const run = await startFeedRun(['herald'], options);
  await run.cycleAfter(0);
  run.serve('herald', [{ path: '/ruling', title: 'Meta darf seine KI mit Nutzerdaten trainieren' }]);
  await run.cycleAfter(2);
  pages.set(PATH, served(PAGES[1]));
  await run.cycleAfter(3);
  options.archive = false;
  await run.restart();
  pages.set(PATH, served(PAGES[2]));
  await run.cycleAfter(11);
  return run;
}

/** The bundle of a story or an article, as the command makes it. */
export function bundle(
  db: Db,
  subject: Subject = { kind: 'story', id: 1 },
): { files: Files; root: string; archive: Uint8Array } {
  const evidence = evidenceOf(db, subject);
  if (evidence === undefined) throw new Error(`there is no ${subject.kind} ${subject.id}`);
  const made = bundleFiles(evidence, difference, 'standoff test');
  return { ...made, archive: pack(made.files) };
}
