import type { Instant } from '../../src/model/index.ts';

const HOUR_MS = 3_600_000;

/** Minutes east of UTC in Germany and Belgium during the whole time of the world (CEST). */
export const SUMMER_MINUTES = 120;

/** A local time of the German spring, `2025-05-23 18:10`, as an instant. */
export function berlin(local: string): Instant {
  return new Date(`${local.replace(' ', 'T')}:00+02:00`).toISOString();
}

/** A UTC time, `2025-05-23 18:10`, as an instant. */
export function utc(time: string): Instant {
  return new Date(`${time.replace(' ', 'T')}:00Z`).toISOString();
}

/** The start of the period of `hours` in which an instant lies. */
export function floorHours(instant: Instant, hours: number): Instant {
  const step = hours * HOUR_MS;
  return new Date(Math.floor(Date.parse(instant) / step) * step).toISOString();
}

/** The instant so many hours before. */
export function hoursBefore(instant: Instant, hours: number): Instant {
  return new Date(Date.parse(instant) - hours * HOUR_MS).toISOString();
}

function shifted(instant: Instant, minutes: number): Date {
  return new Date(Date.parse(instant) + minutes * 60_000);
}

function offset(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`;
}

/** `Fri, 23 May 2025 18:10:00 +0200`; the zone may be written by name. */
export function rfc822(instant: Instant, zone: { minutes: number; name?: string }): string {
  const text = shifted(instant, zone.minutes).toUTCString();
  return text.replace(/GMT$/, zone.name ?? `+${offset(zone.minutes)}`);
}

/** `2025-05-23T18:10:00+02:00`. */
export function isoLocal(instant: Instant, minutes: number): string {
  const text = shifted(instant, minutes).toISOString().slice(0, 19);
  return `${text}+${offset(minutes).slice(0, 2)}:${offset(minutes).slice(2)}`;
}

/** `23.05.2025, 18:10 Uhr`. */
export function germanStamp(instant: Instant): string {
  const [day = '', time = ''] = isoLocal(instant, SUMMER_MINUTES).split('T');
  return `${day.split('-').reverse().join('.')}, ${time.slice(0, 5)} Uhr`;
}

/** `18:10`, in German summer time. */
export function clockTime(instant: Instant): string {
  return isoLocal(instant, SUMMER_MINUTES).slice(11, 16);
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `May 23, 2025`, in UTC. */
export function englishDay(instant: Instant): string {
  const date = new Date(instant);
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
}
