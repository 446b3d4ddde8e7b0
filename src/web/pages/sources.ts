import { lastPollAt } from '../../query/figures.ts';
import { type Health, type SourceHealth, sourceHealth } from '../../store/health.ts';
import { foreign, html, type Inner } from '../html.ts';
import { facts, moment, table } from '../parts.ts';
import type { Page, Reading, View } from '../view.ts';

const SIGNS: Readonly<Record<Health, string>> = {
  ok: '●',
  never: '○',
  failing: '✕',
  silent: '◌',
  ended: '–',
};

const when = (view: View, instant: string | null): Inner =>
  instant === null ? view.words.never : moment(view, instant);

/** What is wrong, in the server's words where it is a failure. */
function remark({ words, format }: View, { health, feeds, rhythm }: SourceHealth): Inner {
  if (health === 'silent') return words.quietFor(format.span(rhythm.silentAfterMs));
  const failing = feeds.find(({ error, endedAt }) => error !== null && endedAt === null);
  return failing?.error ? foreign(failing.error) : '';
}

/** When it is asked next: its first feed's time. */
function next(view: View, { feeds }: SourceHealth): Inner {
  const times = feeds.flatMap(({ nextPollAt, endedAt }) =>
    nextPollAt === null || endedAt !== null ? [] : [nextPollAt],
  );
  const [first] = times.sort();
  return first === undefined ? '–' : moment(view, first);
}

function row(view: View, source: SourceHealth): Inner[] {
  const { words, format } = view;
  const { health, rhythm } = source;
  return [
    foreign(source.outlet),
    html`<span class="health ${health}"><span aria-hidden="true">${SIGNS[health]}</span> ${words.healths[health] ?? health}</span>`,
    when(view, source.lastSuccessAt),
    rhythm.newestAt === null ? '–' : moment(view, rhythm.newestAt),
    rhythm.usualMs === null ? '–' : format.span(rhythm.usualMs),
    next(view, source),
    remark(view, source),
  ];
}

/** How each source is doing; what is wrong stands first. */
export function sourcesPage(view: Reading): Page {
  const { words, db } = view;
  const sources = sourceHealth(db);
  const order: readonly Health[] = ['failing', 'silent', 'never', 'ok', 'ended'];
  sources.sort((a, b) => order.indexOf(a.health) - order.indexOf(b.health));
  const head = [
    ...[words.source, words.health, words.lastSuccess, words.newestEntry],
    ...[words.usually, words.nextPoll, words.remark],
  ];
  const rows = sources.map((source) => row(view, source));
  return {
    title: words.sources,
    body: html`<h1>${words.sources}</h1>
${facts([html`${words.lastPoll}: ${when(view, lastPollAt(db))}`])}
${sources.length === 0 ? html`<p class="none">${words.noSource}</p>` : table(words.sources, head, rows)}`,
  };
}
