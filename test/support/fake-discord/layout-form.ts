import type { Errors } from './form.ts';

/** Discord's checks of Components V2, as far as messages without buttons use them. */

const V2 = 1 << 15;
const MOST = 40;
const MOST_TEXT = 4000;
const TEXT = 10;
const GALLERY = 12;
const SEPARATOR = 14;
const CONTAINER = 17;

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a message asks for the layout. */
export const isLayout = (body: unknown): boolean => isObject(body) && (Number(body.flags ?? 0) & V2) !== 0;

interface Sum {
  count: number;
  text: number;
}

function component(
  errors: Errors,
  path: (string | number)[],
  value: unknown,
  inside: boolean,
  sum: Sum,
): void {
  sum.count += 1;
  if (!isObject(value)) {
    errors.add(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    return;
  }
  const { type, content, components, items, accent_color: colour } = value;
  if (type === TEXT) {
    if (typeof content !== 'string' || content.trim() === '')
      errors.add([...path, 'content'], 'BASE_TYPE_REQUIRED', 'This field is required');
    else sum.text += content.length;
  } else if (type === GALLERY) {
    if (!Array.isArray(items) || items.length < 1 || items.length > 10)
      errors.add([...path, 'items'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 10 in length.');
  } else if (type === CONTAINER && !inside) {
    if (
      colour !== undefined &&
      !(Number.isInteger(colour) && Number(colour) >= 0 && Number(colour) <= 0xffffff)
    )
      errors.add([...path, 'accent_color'], 'NUMBER_TYPE_MAX', 'int value should be between 0 and 16777215.');
    const children = Array.isArray(components) ? components : [];
    if (children.length === 0)
      errors.add([...path, 'components'], 'BASE_TYPE_REQUIRED', 'This field is required');
    for (const [index, child] of children.entries())
      component(errors, [...path, 'components', index], child, true, sum);
  } else if (type !== SEPARATOR)
    errors.add([...path, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" is not allowed here.');
}

/** Checks a message that is laid out by components. */
export function checkLayout(errors: Errors, body: Json): void {
  for (const key of ['content', 'embeds', 'poll', 'stickers'])
    if (body[key] !== undefined && body[key] !== null)
      errors.add([key], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', `${key} cannot be used.`);
  const { components } = body;
  const sum: Sum = { count: 0, text: 0 };
  if (!Array.isArray(components) || components.length === 0) {
    errors.add(['components'], 'BASE_TYPE_REQUIRED', 'This field is required');
    return;
  }
  for (const [index, child] of components.entries())
    component(errors, ['components', index], child, false, sum);
  if (sum.count > MOST)
    errors.add(['components'], 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `At most ${MOST} components.`);
  if (sum.text > MOST_TEXT)
    errors.add(['components'], 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `At most ${MOST_TEXT} of text.`);
}

/** Components of the layout are refused in a message that does not ask for it. */
export function checkNoLayout(errors: Errors, { components }: Json): void {
  if (!Array.isArray(components)) return;
  for (const [index, item] of components.entries())
    if (isObject(item) && [TEXT, GALLERY, SEPARATOR, CONTAINER].includes(Number(item.type)))
      errors.add(['components', index, 'type'], 'UNION_TYPE_CHOICES', 'Needs the flag IS_COMPONENTS_V2.');
}
