import { Presets, SingleBar } from 'cli-progress';
import type { Phase, WorkerEvent } from '../worker/context.ts';
import type { Output } from './output.ts';

const LABEL: Record<Phase, string> = {
  poll: 'feeds',
  read: 'pages',
  post: 'posts',
  reanalyse: 'articles',
};

/** A bar a phase on a terminal; nothing elsewhere, so that logs stay readable. */
export function progress(output: Output): (event: WorkerEvent) => void {
  if (output.err.isTTY !== true) return () => undefined;
  let bar: SingleBar | null = null;
  return (event) => {
    if (event.kind === 'start' && event.total > 0) {
      bar = new SingleBar(
        {
          format: `${LABEL[event.phase]} {bar} {value}/{total} {label}`,
          clearOnComplete: true,
          hideCursor: true,
          stream: process.stderr,
        },
        Presets.shades_classic,
      );
      bar.start(event.total, 0, { label: '' });
    }
    if (event.kind === 'step') bar?.increment(1, { label: event.label.slice(0, 40) });
    if (event.kind === 'end') {
      bar?.stop();
      bar = null;
    }
  };
}
