import { tagNamed } from '../interactions/names.ts';
import { editDistance } from '../model/edit-distance.ts';
import type { Filters } from '../query/filters.ts';
import type { Db } from '../store/db.ts';
import { UsageError } from './error.ts';

/** Filters whose values the dossier and the catalogue define, with the command that lists those. */
const DEFINED = [
  ['party', '`standoff parties` lists them'],
  ['topic', '`standoff topics` lists them'],
  ['source', '`standoff sources list` lists them'],
  ['stage', null],
] as const;

const MOST_EDITS = 2;

function nearest(wanted: string, ids: readonly string[]): string | null {
  const [best] = ids
    .map((id) => ({ id, distance: editDistance(wanted.toLowerCase(), id.toLowerCase(), MOST_EDITS) }))
    .filter(({ id, distance }) => distance <= MOST_EDITS && distance < id.length / 2)
    .sort((a, b) => a.distance - b.distance);
  return best?.id ?? null;
}

/**
 * The filters as they are, once the database knows their ids: a slip of the pen is told from news that there are not.
 * @throws {UsageError} on an id that there is not, or a time that ends before it begins
 */
export function known(db: Db, filters: Filters): Filters {
  for (const [name, list] of DEFINED) {
    const wanted = filters[name];
    if (wanted === undefined) continue;
    const ids = db.prepare<[], string>(`SELECT id FROM ${name} ORDER BY id`).pluck().all();
    if (ids.includes(wanted)) continue;
    const named = name === 'party' || name === 'topic' ? tagNamed(db, name, wanted) : null;
    const near = named ?? nearest(wanted, ids);
    const hints = [near === null ? null : `did you mean ${near}?`, list ?? `there are ${ids.join(', ')}`];
    throw new UsageError(
      `there is no ${name} "${wanted}"; ${hints.filter((hint) => hint !== null).join(' ')}`,
    );
  }
  const { since, until } = filters;
  if (since !== undefined && until !== undefined && since > until)
    throw new UsageError(`--since ${since} comes after --until ${until}`);
  return filters;
}
