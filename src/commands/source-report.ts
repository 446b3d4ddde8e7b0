import type { LedgerLine, SourceReport } from '../query/status.ts';
import { line, type Output, type Painted, plain, table, when } from './output.ts';

/** `12 min`, `3 h`, `4 d`: a time in the unit that suits it. */
export function span(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes < 90) return `${Math.max(1, Math.round(minutes))} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
}

function why({ error, reasons, notes }: LedgerLine): string {
  const skipped = Object.entries(reasons)
    .sort((a, b) => b[1] - a[1])
    .map(([reason, number]) => `${number} × ${reason}`);
  return [...(error === null ? [] : [error]), ...skipped, ...notes].join('; ');
}

/** One source: its rhythm, its feeds, and the ledger of its last polls. */
export function printSource(output: Output, report: SourceReport, health: Painted): void {
  const { outlet, usualMs, silentAfterMs, newestAt, entries, articles, relevant } = report;
  line(output, `${output.color.bold(plain(outlet))}  ${health.paint(health.text)}`);
  const usual = usualMs === null ? 'too few entries to tell how often' : `usually one every ${span(usualMs)}`;
  line(output, `newest entry ${when(newestAt)}; ${usual}; silent after ${span(silentAfterMs)} without any`);
  line(output, `${entries} entries, ${articles} articles, ${relevant} of them relevant\n`);
  table(
    output,
    ['feed', 'last success', 'next poll', 'failures', 'remark'],
    report.feeds.map((feed) => [
      feed.url,
      when(feed.lastSuccessAt),
      feed.endedAt === null ? when(feed.nextPollAt) : 'never: ended',
      feed.failures,
      [
        feed.error ?? feed.nextPollReason ?? '',
        ...(feed.movedEntries > 1 ? ['its ids are unstable: entries are known by title and instant'] : []),
      ].join('; '),
    ]),
    4,
  );
  line(output);
  table(
    output,
    ['polled', 'result', 'seen', 'new', 'candidates', 'skipped', 'ms', 'why'],
    report.polls.map((poll) => [
      when(poll.at),
      {
        text: poll.outcome,
        paint: poll.outcome === 'failed' ? output.color.red : (text) => text,
      },
      poll.entriesSeen,
      poll.entriesNew,
      poll.candidates,
      poll.skipped,
      poll.durationMs,
      why(poll),
    ]),
    7,
  );
}
