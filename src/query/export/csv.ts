import { asJson, harmless } from './harmless.ts';

/** What a row can hold. */
export type Row = object;

/** Spreadsheets take a text that begins so for a formula (OWASP, "CSV injection"); an apostrophe makes it text. */
const FORMULA = /^(?!-$)[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** Names as people list them; other structures as JSON. */
const listed = (value: unknown): string =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.join('; ') : asJson(value);

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(typeof value === 'string' ? value : listed(value));
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Rows as CSV after RFC 4180: a head, commas, CRLF, UTF-8 without a mark. A text that a spreadsheet would take for a
 * formula gets an apostrophe before it; what would command a terminal is left out.
 */
export function csv<T extends Row>(columns: readonly (keyof T & string)[], rows: readonly T[]): string {
  const lines = [columns.map(cell), ...rows.map((row) => columns.map((name) => cell(row[name])))];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** Rows as JSON Lines: one object a line, UTF-8. */
export function jsonLines(rows: readonly object[]): string {
  return rows.map((row) => `${asJson(row)}\n`).join('');
}
