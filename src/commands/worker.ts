import { packageVersion } from '../config/root.ts';
import type { WorkerEvent } from '../worker/context.ts';
import type { Worker } from '../worker/index.ts';
import type { Context } from './context.ts';

/**
 * The worker as the configuration and the environment describe it. Parsers, extractors and their tables are loaded
 * here, so that a question to the database does not wait for them.
 */
export async function startWorker(context: Context, onEvent: (event: WorkerEvent) => void): Promise<Worker> {
  const config = context.config();
  const [{ createMedia }, { resolveChannels }, { resolveWires }, { createWorker }] = await Promise.all([
    import('../publish/media.ts'),
    import('../worker/channels.ts'),
    import('../worker/wires.ts'),
    import('../worker/index.ts'),
  ]);
  const channels = resolveChannels(config.settings, context.env);
  const { out, err, color, width, links } = context.output;
  return createWorker({
    config,
    channels,
    wires: resolveWires(config.sources, context.env),
    summaryKey: context.env.STANDOFF_LLM_KEY ?? null,
    // Machines read stdout: posts to the terminal must not stand between them and their JSON.
    media: createMedia(channels, {
      ...{ stream: context.json ? err : out, color: color.isColorSupported, width },
      links: links && !context.json,
    }),
    databasePath: context.databasePath(),
    version: packageVersion(),
    onEvent,
  });
}
