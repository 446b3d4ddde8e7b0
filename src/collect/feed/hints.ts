import type { CadenceHints } from '../../model/index.ts';
import { resolveUrl } from './links.ts';

const PERIODS: Readonly<Record<string, number>> = {
  hourly: 3_600_000,
  daily: 86_400_000,
  weekly: 7 * 86_400_000,
  monthly: 30 * 86_400_000,
  yearly: 365 * 86_400_000,
};

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * What the channel says about how often to ask (RSS 2.0 `ttl`, `skipHours`, `skipDays`; RDF Site Summary
 * module Syndication) and where to subscribe (WebSub). Nonsense is left out.
 */
export function readHints(channel: (name: string) => string, base: string): CadenceHints {
  const ttl = Number(channel('ttl').trim() || Number.NaN);
  const period = PERIODS[channel('updatePeriod').trim().toLowerCase()];
  const frequency = Number(channel('updateFrequency').trim() || 1);
  const hours = words(channel('skipHours'))
    .map(Number)
    .filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24);
  const days = DAYS.filter((day) => words(channel('skipDays')).includes(day.toLowerCase()));
  const hub = resolveUrl(channel('hub'), base);
  const self = resolveUrl(channel('self'), base);
  return {
    ...(ttl > 0 && ttl <= 525_600 && { ttlMinutes: ttl }),
    ...(period && frequency > 0 && { updatePeriodMs: Math.round(period / frequency) }),
    // RSS 0.92 counts the hours from 1 to 24.
    ...(hours.length > 0 && {
      skipHours: [...new Set(hours.map((hour) => hour % 24))].sort((a, b) => a - b),
    }),
    ...(days.length > 0 && { skipDays: days }),
    ...(hub && { hub }),
    ...(self && { self }),
  };
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '');
}
