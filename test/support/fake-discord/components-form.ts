import { Errors } from './form.ts';

/** Discord's checks of buttons and of choices (documentation, components and interactions, August 2026). */

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function button(errors: Errors, path: (string | number)[], item: Json, ids: Set<string>): void {
  const { type, style, label, custom_id: id } = item;
  if (type !== 2) errors.add([...path, 'type'], 'BASE_TYPE_CHOICES', 'The fake knows buttons only.');
  if (!(Number(style) >= 1 && Number(style) <= 4))
    errors.add([...path, 'style'], 'BASE_TYPE_CHOICES', 'is no style of a button with an id');
  if (typeof label !== 'string' || label.length < 1 || label.length > 80)
    errors.add([...path, 'label'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 80 in length.');
  if (typeof id !== 'string' || id.length < 1 || id.length > 100)
    errors.add([...path, 'custom_id'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
  else if (ids.has(id))
    errors.add([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'cannot be duplicated');
  else ids.add(id);
}

/** The errors of a message's components; null when Discord takes them. */
export function componentErrors(components: unknown): unknown {
  if (components === undefined) return null;
  const errors = new Errors();
  const ids = new Set<string>();
  const rows = Array.isArray(components) ? components : [];
  if (!Array.isArray(components) || rows.length > 5)
    errors.add(['components'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 0 and 5 in length.');
  for (const [index, row] of rows.entries()) {
    const inner = isObject(row) && row.type === 1 && Array.isArray(row.components) ? row.components : [];
    if (inner.length < 1 || inner.length > 5)
      errors.add(['components', index], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.');
    for (const [at, item] of inner.entries())
      button(errors, ['components', index, 'components', at], isObject(item) ? item : {}, ids);
  }
  return errors.body;
}

/** The errors of an answer to typing; null when Discord takes it. */
export function choiceErrors(choices: unknown): unknown {
  const errors = new Errors();
  const all = Array.isArray(choices) ? choices.filter(isObject) : [];
  if (!Array.isArray(choices) || choices.length > 25)
    errors.add(['data', 'choices'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 0 and 25 in length.');
  for (const [index, item] of all.entries())
    for (const key of ['name', 'value']) {
      const value = item[key];
      if (typeof value !== 'string' || value.length < 1 || value.length > 100)
        errors.add(
          ['data', 'choices', index, key],
          'BASE_TYPE_BAD_LENGTH',
          'Must be between 1 and 100 in length.',
        );
    }
  return errors.body;
}
