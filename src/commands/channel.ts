import type { Settings } from '../config/load.ts';
import { CommandError } from './error.ts';

/** The channel of that id in `standoff.yaml`, its first where none is named. @throws {CommandError} when there is none */
export function channelOf({ channels }: Settings, wanted: string | undefined): Settings['channels'][number] {
  const channel = channels.find(({ id }) => wanted === undefined || id === wanted);
  if (channel) return channel;
  const ids = channels.map(({ id }) => id).join(', ');
  throw new CommandError(`there is no channel ${wanted}; standoff.yaml has ${ids}`);
}
