import type { ChannelSettings } from '../../publish/channels.ts';
import { type MediumError, MediumError as MediumFailure } from '../../publish/medium.ts';
import type { FollowRole } from '../desk.ts';

/** One thing that was looked at. */
export interface CheckLine {
  /** `bot`, `server`, `channel main`, `role @name`. */
  subject: string;
  /** `note`: neither right nor wrong. */
  state: 'ok' | 'failed' | 'note';
  detail: string;
  /** What to click or set; null where nothing need be done. */
  remedy: string | null;
}

/** What is to be looked at. */
export interface CheckOptions {
  token: string | undefined;
  api: string | undefined;
  channels: readonly ChannelSettings[];
  /** The one server that has the commands. */
  guildId: string | undefined;
  roles: readonly FollowRole[];
  /** Whether slash commands are wanted. */
  commands: boolean;
}

export const ok = (subject: string, detail: string): CheckLine => ({
  ...{ subject, state: 'ok', detail, remedy: null },
});
export const note = (subject: string, detail: string): CheckLine => ({
  ...{ subject, state: 'note', detail, remedy: null },
});
export const failed = (subject: string, detail: string, remedy: string): CheckLine => ({
  ...{ subject, state: 'failed', detail, remedy },
});

type Json = Record<string, unknown>;
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** A text of Discord's answer; empty where there is none. */
export const textOf = (value: unknown, key: string): string =>
  isObject(value) && typeof value[key] === 'string' ? value[key] : '';
export const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** What a request gave: its answer, or why Discord did not give it. */
export async function tried(
  request: Promise<unknown>,
): Promise<{ answer: unknown } | { error: MediumError }> {
  try {
    return { answer: await request };
  } catch (error) {
    if (error instanceof MediumFailure) return { error };
    throw error;
  }
}
