import { packageVersion } from '../config/root.ts';
import { createMedia } from '../publish/media.ts';
import { resolveChannels } from '../worker/channels.ts';
import type { WorkerEvent } from '../worker/context.ts';
import { createWorker, type Worker } from '../worker/index.ts';
import type { Context } from './context.ts';

/** The worker as the configuration and the environment describe it. */
export function startWorker(context: Context, onEvent: (event: WorkerEvent) => void): Worker {
  const config = context.config();
  const channels = resolveChannels(config.settings, context.env);
  const { out, color, width } = context.output;
  return createWorker({
    config,
    channels,
    media: createMedia(channels, { stream: out, color: color.isColorSupported, width }),
    databasePath: context.databasePath(),
    version: packageVersion(),
    onEvent,
  });
}
