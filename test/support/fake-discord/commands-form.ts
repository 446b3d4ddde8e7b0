import { Errors } from './form.ts';

/** Discord's checks of application commands (documentation, application commands, August 2026). */

type Json = Record<string, unknown>;
type Path = (string | number)[];
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES = new Set(
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  ),
);
const KEYS = new Set(
  'type name name_localizations description description_localizations options contexts integration_types default_member_permissions nsfw'.split(
    ' ',
  ),
);
const OPTION_KEYS = new Set(
  'type name name_localizations description description_localizations required autocomplete choices min_length max_length min_value max_value channel_types'.split(
    ' ',
  ),
);
const STRING = 3;

function name(errors: Errors, path: Path, value: unknown): void {
  if (typeof value !== 'string' || !NAME.test(value))
    errors.add(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  else if (value !== value.toLowerCase())
    errors.add(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name must be lower case');
}

function description(errors: Errors, path: Path, value: unknown): void {
  if (typeof value !== 'string' || value.length < 1 || value.length > 100)
    errors.add(path, 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.');
}

function localized(errors: Errors, path: Path, item: Json): void {
  for (const [key, check] of [
    ['name', name],
    ['description', description],
  ] as const) {
    check(errors, [...path, key], item[key]);
    const translations = item[`${key}_localizations`];
    if (translations === undefined) continue;
    for (const [locale, text] of Object.entries(isObject(translations) ? translations : { '?': '' })) {
      const at = [...path, `${key}_localizations`, locale];
      if (!LOCALES.has(locale)) errors.add(at, 'APPLICATION_COMMAND_INVALID_LOCALE', 'Unknown locale');
      check(errors, at, text);
    }
  }
}

function unknownKeys(errors: Errors, path: Path, item: Json, known: ReadonlySet<string>): void {
  for (const key of Object.keys(item))
    if (!known.has(key)) errors.add([...path, key], 'UNKNOWN_KEY', 'The fake knows no such key.');
}

/** Names in every language, default ones included, stand once each. */
function distinct(errors: Errors, path: Path, items: Json[]): void {
  for (const locale of ['', ...LOCALES]) {
    const names = items.map(({ name: plain, name_localizations: other }) =>
      isObject(other) && locale !== '' ? (other[locale] ?? plain) : plain,
    );
    names.forEach((one, index) => {
      if (names.indexOf(one) < index)
        errors.add([...path, index, 'name'], 'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE', 'is not unique');
    });
  }
}

function option(errors: Errors, path: Path, item: Json): void {
  unknownKeys(errors, path, item, OPTION_KEYS);
  localized(errors, path, item);
  const { type, autocomplete, choices, max_length: most } = item;
  if (!Number.isInteger(type) || Number(type) < 3 || Number(type) > 11)
    errors.add([...path, 'type'], 'BASE_TYPE_CHOICES', 'Value must be one of {3, …, 11}.');
  if (autocomplete === true && (type !== STRING || choices !== undefined))
    errors.add([...path, 'autocomplete'], 'APPLICATION_COMMAND_AUTOCOMPLETE', 'cannot be set here');
  if (most !== undefined && (type !== STRING || !(Number(most) >= 1 && Number(most) <= 6000)))
    errors.add([...path, 'max_length'], 'NUMBER_TYPE_MAX', 'int value should be between 1 and 6000.');
}

function options(errors: Errors, path: Path, value: unknown): void {
  if (value === undefined) return;
  const all = Array.isArray(value) ? value.filter(isObject) : [];
  if (!Array.isArray(value) || value.length > 25)
    errors.add(path, 'BASE_TYPE_BAD_LENGTH', 'Must be between 0 and 25 in length.');
  for (const [index, item] of all.entries()) {
    option(errors, [...path, index], item);
    if (item.required === true && all[index - 1] && all[index - 1]?.required !== true)
      errors.add(
        [...path, index],
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
  }
  distinct(errors, path, all);
}

/** All texts of a command together, in the longest language. */
function length(item: Json): number {
  const longest = (plain: unknown, other: unknown): number =>
    Math.max(
      String(plain).length,
      ...Object.values(isObject(other) ? other : {}).map((text) => String(text).length),
    );
  const own =
    longest(item.name, item.name_localizations) + longest(item.description, item.description_localizations);
  const inner = Array.isArray(item.options) ? item.options.filter(isObject) : [];
  return inner.reduce((sum, one) => sum + length(one), own);
}

/** The tree of errors for a list of commands that is put; null when Discord takes it. */
export function commandErrors(body: unknown): unknown {
  const errors = new Errors();
  const all = Array.isArray(body) ? body.filter(isObject) : [];
  if (!Array.isArray(body) || all.length !== body.length || all.length > 100)
    errors.add([], 'BASE_TYPE_BAD_LENGTH', 'Must be between 0 and 100 in length.');
  for (const [index, item] of all.entries()) {
    unknownKeys(errors, [index], item, KEYS);
    localized(errors, [index], item);
    options(errors, [index, 'options'], item.options);
    if (length(item) > 8_000)
      errors.add([index], 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)');
    for (const [key, most] of [
      ['contexts', 2],
      ['integration_types', 1],
    ] as const) {
      const values = item[key] ?? [];
      if (!Array.isArray(values) || values.some((one) => !(Number(one) >= 0 && Number(one) <= most)))
        errors.add([index, key], 'BASE_TYPE_CHOICES', 'is not among the choices');
    }
  }
  distinct(errors, [], all);
  return errors.body;
}
