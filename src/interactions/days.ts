import { isDay } from '../query/day.ts';

/** A day as members write it, `2025-05-27` or `27.5.2025`, as `2025-05-27`; null where it is none. */
export function dayOf(text: string): string | null {
  const [, year, month, day] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text) ?? [];
  const [, german, germanMonth, germanYear] = /^\s*(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\s*$/.exec(text) ?? [];
  const two = (digits = ''): string => digits.padStart(2, '0');
  const iso = `${year ?? germanYear}-${two(month ?? germanMonth)}-${two(day ?? german)}`;
  return isDay(iso) ? iso : null;
}
