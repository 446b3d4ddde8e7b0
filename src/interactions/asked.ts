import { dayOf } from './days.ts';
import { fieldsOf } from './definitions.ts';
import type { Options, Problem, QuestionName } from './model.ts';

/** Gives the canonical form of an address. */
export type Canonical = (url: string) => string;

/** A field's value as questions have it; a problem where it cannot be one. */
function readField(field: string, value: string, canonical: Canonical): string | Problem {
  if (field === 'since' || field === 'until') return dayOf(value) ?? { problem: 'bad-day', value };
  if (field === 'article' && URL.canParse(value)) {
    const { protocol } = new URL(value);
    return /^https?:$/.test(protocol) ? canonical(value) : { problem: 'bad-address', value };
  }
  return value;
}

/**
 * What a member gave to a command.
 * @param given the value of a field; null where it was left out
 */
export function optionsOf(
  name: QuestionName,
  given: (field: string) => string | boolean | null,
  canonical: Canonical,
): Options | Problem {
  const options: Options = {};
  for (const field of fieldsOf(name)) {
    const value = given(field);
    if (value === true) options[field] = '1';
    if (typeof value !== 'string' || value.trim() === '') continue;
    const read = readField(field, value.trim(), canonical);
    if (typeof read !== 'string') return read;
    options[field] = read;
  }
  const { since, until } = options;
  if (since !== undefined && until !== undefined && until < since)
    return { problem: 'bad-order', value: since };
  return options;
}
