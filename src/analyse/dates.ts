import type { Analysis, Field, Instant } from '../model/index.ts';
import { type DayNumber, localDay, toDay } from './calendar.ts';
import { ABSOLUTE, type DateForm } from './date-forms.ts';
import { RELATIVE } from './date-relative.ts';
import { dateWindows, type Window } from './date-windows.ts';
import type { CompiledDossier } from './dossier.ts';
import { FIELDS, gap, type Scan, type Span } from './scan.ts';

type Dated = Analysis['dates'][number];

// The most exact first: where two forms overlap, the earlier one is meant.
const DATE_FORMS: readonly DateForm[] = [...ABSOLUTE, ...RELATIVE];
const MOST_DATES = 60;
/** How far from a date the word may stand that says what happens on it. */
const TYPED_WITHIN = 90;
const DEFAULT_ZONE = 'Europe/Berlin';

/** Finds dates, absolute and relative, and resolves them against the publication instant in its zone; without
 * one only dates that carry their year are given. The dossier's words near a date say what happens on it. */
export function findDates(
  scan: Scan,
  published: { at: Instant | null; timezone?: string | undefined },
  dossier: CompiledDossier,
): Dated[] {
  const today = published.at === null ? null : localDay(published.at, published.timezone ?? DEFAULT_ZONE);
  const found = FIELDS.flatMap((field) => inText(scan.fields[field], field, today));
  const dates = found.slice(0, MOST_DATES);
  return dates.map((date) => ({ ...date, type: typeOf(date, dates, scan, dossier) }));
}

function inText(text: string, field: Field, today: DayNumber | null): Dated[] {
  const windows = dateWindows(text);
  const found: Dated[] = [];
  for (const form of DATE_FORMS) {
    for (const date of inWindows(form, text, windows[form.seed], field, today)) {
      if (!found.some((other) => date.start < other.end && other.start < date.end)) found.push(date);
    }
  }
  return withoutWeekdaysOfDates(found.sort((a, b) => a.start - b.start));
}

/** The dates of one form. `exec` makes no copy of the expression for every window, as `matchAll` would. */
function inWindows(
  { rule, pattern, resolve }: DateForm,
  text: string,
  windows: readonly Window[],
  field: Field,
  today: DayNumber | null,
): Dated[] {
  const found: Dated[] = [];
  for (const { start: offset, end } of windows) {
    const window = text.slice(offset, end);
    pattern.lastIndex = 0;
    for (let match = pattern.exec(window); match !== null; match = pattern.exec(window)) {
      const resolved = resolve(match, today);
      if (!resolved) continue;
      const matched = match[0];
      const start = offset + match.index;
      const day = toDay(resolved.day);
      const { precision } = resolved;
      found.push({ day, precision, type: 'other', field, matched, start, end: start + matched.length, rule });
      if (found.length >= MOST_DATES) return found;
    }
  }
  return found;
}

/** In `Donnerstag, 22. Mai` the weekday is part of the date behind it. */
function withoutWeekdaysOfDates(dates: Dated[]): Dated[] {
  return dates.filter((date, at) => {
    const next = dates[at + 1];
    return date.rule !== 'date:weekday' || !next || next.rule === date.rule || next.start - date.end > 7;
  });
}

/** The nearest word decides, unless it is nearer to another date; on equal distance the one before the date. A date
 * without such a word is that of a known event if the dossier has one on this day. */
function typeOf(date: Dated, dates: readonly Dated[], scan: Scan, dossier: CompiledDossier): string {
  const others = dates.filter((other) => gap(other, date) > OF_ONE_LIST && other.field === date.field);
  let best = { type: 'other', distance: TYPED_WITHIN + 1 };
  for (const { type, words } of dossier.dossier.dispute.dates) {
    for (const name of words) {
      for (const hit of scan.groups.get(name) ?? []) {
        const distance = distanceTo(hit, date, scan, best.distance);
        if (distance >= best.distance) continue;
        if (others.some((other) => distanceTo(hit, other, scan, distance) < distance)) continue;
        best = { type, distance };
      }
    }
  }
  if (best.type !== 'other' || date.precision !== 'day') return best.type;
  const { events } = dossier.dossier.dispute;
  return events.find((event) => event.date === date.day && event.precision === 'day')?.type ?? 'other';
}

// Two small letters before the stop: neither `Az.` nor `27.` ends a sentence.
const SENTENCE_END = /\p{Ll}{2}[.!?]["“”»«)]?\s+\p{Lu}|\n/u;
const OTHER_CLAUSE = 40;
/** Dates so near each other share their word: `am 22. und 23. Mai`, `am Freitag (23. Mai)`. */
const OF_ONE_LIST = 12;

/** Characters between a word and a date; a word of another clause counts as farther, one of another sentence not
 * at all. Infinite, too, where it cannot be less than `below`. */
function distanceTo(hit: Span, date: Span, scan: Scan, below: number): number {
  const apart = gap(hit, date);
  if (apart >= below) return Number.POSITIVE_INFINITY;
  const text = scan.fields[date.field];
  const between = text.slice(Math.min(hit.end, date.end) - 2, Math.max(hit.start, date.start) + 1);
  if (SENTENCE_END.test(between)) return Number.POSITIVE_INFINITY;
  const behind = hit.start > date.start ? 0.5 : 0;
  return apart + behind + (/[,;:]/u.test(between) ? OTHER_CLAUSE : 0);
}
