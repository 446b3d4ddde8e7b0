import type { MessageLanguage } from './channels.ts';
import { type Words, wordsOf } from './words.ts';

/** What the ids of the dossier are called in the reader's language. */
export interface Naming {
  language: MessageLanguage;
  party: (id: string) => string;
  stage: (id: string) => string;
}

/** `2025-05-27#hearing`, also with month or year alone. */
const DATE = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?#([\w-]+)$/;

function dateName(ref: string, language: MessageLanguage, words: Words): string {
  const [, year, month, day, type = 'other'] = DATE.exec(ref) ?? [];
  if (year === undefined) return ref;
  const format = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    ...(month && { month: 'long' }),
    ...(day && { day: 'numeric' }),
    timeZone: 'UTC',
  });
  const date = format.format(Date.parse(`${year}-${month ?? '01'}-${day ?? '01'}T12:00:00Z`));
  return type === 'other' ? date : `${date} (${words.dates[type] ?? type})`;
}

/** `Hearing: May 21, 2025 → May 22, 2025`, where it is the day of one and the same thing. */
function dateChange(refs: string, language: MessageLanguage, words: Words): string {
  const [from = '', to = ''] = refs.split(' → ');
  const [type, later] = [from, to].map((ref) => DATE.exec(ref)?.[4]);
  const known = type === later && type !== 'other' ? words.dates[type ?? ''] : undefined;
  const name = (ref: string) =>
    dateName(known === undefined ? ref : ref.replace(/#.*/, '#other'), language, words);
  const kind = known ?? words.changes['date changed'] ?? 'date changed';
  return `${kind}: ${name(from)} → ${name(to)}`;
}

/** The names in a list of refs: `a, b, …` or `a → b`. */
const renamed = (list: string, name: (ref: string) => string): string =>
  list
    .split(/(, | → )/)
    .map((item, index) => (index % 2 === 0 && item !== '…' ? name(item) : item))
    .join('');

/**
 * A sentence of a revision's changes (`party added: x, y`), with its own words and the dossier's names in the reader's
 * language; what an outlet printed stays as it is.
 */
export function changeIn(change: string, naming: Naming): string {
  const { language, party, stage } = naming;
  const words = wordsOf(language);
  const sentences = /^(\d+) sentences (added|removed)$/.exec(change);
  if (sentences) return words.sentences(Number(sentences[1]), sentences[2] === 'added');
  const colon = change.indexOf(': ');
  if (colon < 0) return words.changes[change] ?? change;
  const [kind, rest] = [change.slice(0, colon), change.slice(colon + 2)];
  const names: Readonly<Record<string, (ref: string) => string>> = {
    party,
    stage,
    date: (ref) => dateName(ref, language, words),
  };
  if (kind === 'date changed') return dateChange(rest, language, words);
  const name = names[kind.split(' ', 1)[0] ?? ''];
  return `${words.changes[kind] ?? kind}: ${name === undefined ? rest : renamed(rest, name)}`;
}
