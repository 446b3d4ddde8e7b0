import type { CycleReport } from '../worker/cycle.ts';

/** Whether anything went wrong that someone should look at: for exit codes. */
export function hasFailures({ polled, deliveries }: CycleReport): boolean {
  return polled.some(({ outcome }) => outcome === 'failed') || deliveries.failed > 0;
}

function counted(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`}`;
}

function wordingsLine({ accepted, rejected, trouble }: NonNullable<CycleReport['wordings']>): string {
  const said = `${accepted} ${accepted === 1 ? 'summary' : 'summaries'} worded, ${rejected} turned down`;
  return trouble === null ? said : `${said} (the model’s endpoint: ${trouble})`;
}

/** What keeps messages from their channels, a sentence each. */
export function troubles({ deliveries: { parked, failures } }: CycleReport): string[] {
  const closed = new Set(parked.map(({ channelId }) => channelId));
  return [
    ...parked.map(({ channelId, reason }) => `channel ${channelId} is parked: ${reason}`),
    ...failures
      .filter(({ channelId }) => !closed.has(channelId))
      .map(({ channelId, reason }) => `channel ${channelId}: ${reason}`),
  ];
}

/** One line, for people and logs. */
export function summarise({ polled, pages, wordings, deliveries }: CycleReport): string {
  const failed = polled.filter(({ outcome }) => outcome === 'failed').length;
  const sum = (key: 'entriesNew' | 'candidates') => polled.reduce((total, feed) => total + feed[key], 0);
  return [
    `${counted(polled.length, 'feed')} polled${failed > 0 ? `, ${failed} failed` : ''}`,
    `${sum('entriesNew')} new in them, ${counted(sum('candidates'), 'candidate')}`,
    `${counted(pages.read, 'page')} read${pages.failed > 0 ? `, ${pages.failed} not readable` : ''}`,
    ...(wordings === null ? [] : [wordingsLine(wordings)]),
    `${deliveries.posted} posted, ${deliveries.edited} edited`,
  ].join('; ');
}
