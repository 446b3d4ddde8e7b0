import { join } from 'node:path';
import type { World } from '../../test/world/index.ts';
import { type Config, loadDossier } from '../config/load.ts';
import { packageRoot, packageVersion } from '../config/root.ts';
import { settingsSchema } from '../config/settings-schema.ts';
import type { ChannelSettings } from '../publish/channels.ts';
import { createMedia } from '../publish/media.ts';
import { openDatabase } from '../store/db.ts';
import { createWorker } from '../worker/index.ts';
import type { Context } from './context.ts';
import { demoQuestions } from './demo-questions.ts';
import { line, type Output, plain } from './output.ts';
import { progress } from './progress.ts';
import { summarise } from './report.ts';

/** The world's outlets as a configuration; the dossier is the real one. */
function demoConfig(world: World): Config {
  return {
    settings: settingsSchema.parse({
      http: { contact: 'demo@example.org', delay: '0s', allowPrivate: ['127.0.0.1'] },
      // One page after the other: the order in which answers arrive must not decide anything.
      polling: { connections: 1 },
    }),
    sources: world.outlets,
    dossier: loadDossier(join(packageRoot(), 'config')),
  };
}

const DAY = 86_400_000;

/** Follows the world through its month, posting to the terminal, then asks the database it made. */
export async function replay(
  context: Context,
  world: World,
  databasePath: string,
  signal: AbortSignal,
): Promise<void> {
  const { output, language } = context;
  const { color } = output;
  const channels: ChannelSettings[] = [
    {
      id: 'demo',
      language,
      grades: ['core', 'secondary'],
      maxAgeMs: 2 * DAY,
      developments: true,
      medium: { kind: 'terminal' },
    },
  ];
  const worker = createWorker({
    config: demoConfig(world),
    channels,
    media: createMedia(channels, {
      stream: output.out,
      color: color.isColorSupported,
      width: output.width,
      links: output.links,
    }),
    databasePath,
    version: packageVersion(),
    clock: world,
    random: () => 0.5,
    onEvent: progress(output),
  });
  intro(output, world);
  const started = performance.now();
  try {
    for (const day of world.days) {
      for (const hour of ['08', '20']) {
        if (signal.aborted) return;
        const now = new Date(`${day}T${hour}:00:00Z`);
        if (now < world.now()) continue;
        world.advanceTo(now);
        const report = await worker.cycle(signal);
        if (report.polled.length > 0)
          line(
            output,
            `${color.bold(now.toISOString().slice(0, 16).replace('T', ' '))}  ${color.dim(summarise(report))}`,
          );
        for (const { feedUrl, error } of report.polled)
          if (error !== null) line(output, `  ${color.red('failed')} ${feedUrl}: ${plain(error)}`);
      }
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    line(
      output,
      color.bold(
        `\nThat was a month of ${world.outlets.length} outlets in ${seconds} s: ${world.requests.length} requests.`,
      ),
    );
  } finally {
    await worker.close();
  }
  const db = openDatabase(databasePath, { readonly: true });
  try {
    demoQuestions(context, db, world);
  } finally {
    db.close();
  }
}

function intro(output: Output, world: World): void {
  const { color } = output;
  line(output, color.bold('standoff, shown offline'));
  line(
    output,
    `${world.outlets.length} outlets of an invented press are served on this machine; the real worker follows them through`,
  );
  line(
    output,
    'May 2025. What it would post to Discord appears below, as it comes. Every sentence of these outlets is invented.\n',
  );
}
