import type { Analysis, Field } from '../model/index.ts';
import type { Colors } from './output.ts';

/** What is marked in a text: a finding, or a statement. */
export interface Mark {
  kind: Analysis['findings'][number]['kind'] | 'statement';
  /** What it is, by its id; of several on the same words, all. */
  label: string;
  start: number;
  end: number;
}

/** How a kind is shown on a terminal. */
export function paintOf(color: Colors, kind: Mark['kind']): (text: string) => string {
  const paints: Record<Mark['kind'], (text: string) => string> = {
    party: color.cyan,
    topic: color.green,
    docket: color.magenta,
    date: color.yellow,
    stage: color.blue,
    statement: color.underline,
  };
  return paints[kind];
}

/** The marks of one field, outer before inner; equal spans of one kind are one mark, and of two that cross the longer stays. */
export function marksOf(
  { findings, statements }: Pick<Analysis, 'findings' | 'statements'>,
  field: Field,
): Mark[] {
  const spans = new Map<string, Mark>();
  const add = ({ kind, label, start, end }: Mark): void => {
    const key = `${kind} ${start} ${end}`;
    const known = spans.get(key);
    if (!known) spans.set(key, { kind, label, start, end });
    else if (!known.label.split(',').includes(label)) known.label += `,${label}`;
  };
  for (const { kind, ref, field: where, start, end } of findings)
    if (where === field) add({ kind, label: ref, start, end });
  if (field === 'text')
    for (const { party, speaker, start, end } of statements)
      add({ kind: 'statement', label: party ?? speaker ?? '?', start, end });
  const open: Mark[] = [];
  return [...spans.values()]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((mark) => {
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= mark.start) open.pop();
      if (mark.end > (open.at(-1)?.end ?? Number.POSITIVE_INFINITY)) return false;
      open.push(mark);
      return true;
    });
}

/** Text without anything that could command a terminal; lines stay. */
const harmless = (text: string): string => text.replace(/(?!\n)\p{Cc}/gu, '');

/**
 * A text with its marks inside: in colours where there are any, else as `[party:id words]`.
 * @param marks as `marksOf` gives them: none crosses another
 */
export function highlight(text: string, marks: readonly Mark[], color: Colors): string {
  let out = '';
  let at = 0;
  let next = 0;
  const until = (end: number): string => {
    let inner = '';
    while (at < end) {
      const mark = marks[next];
      if (!mark || mark.start >= end) {
        inner += harmless(text.slice(at, end));
        at = end;
        break;
      }
      inner += harmless(text.slice(at, mark.start));
      at = mark.start;
      next += 1;
      const words = until(mark.end);
      inner += color.isColorSupported
        ? paintOf(color, mark.kind)(words)
        : `[${mark.kind}:${harmless(mark.label)} ${words}]`;
    }
    return inner;
  };
  out += until(text.length);
  return out;
}
