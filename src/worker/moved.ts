import type { Entry, Instant } from '../model/index.ts';
import type { Namesake } from '../store/entries.ts';

/** An entry whose id and address are both new, and the one known entry of its source with the same title. */
export interface Suspect {
  entry: Entry;
  namesake: Namesake;
  /** No other entry of the document has its title. */
  uniqueTitle: boolean;
  /** No other entry of the document came out at the same instant: feeds that date by the day prove nothing. */
  uniqueInstant: boolean;
}

export interface Verdict {
  /** Those that are known entries under another id and address. */
  moved: Set<Suspect>;
  /** How many of them prove that the feed's ids are unstable. */
  proofs: number;
}

const MINUTE = 60_000;
const WEEK = 7 * 86_400_000;
/** From so many proofs on, a feed's ids count as unstable. */
const PROVEN = 2;
/** So many undated entries that came again all at once are no coincidence. */
const AT_ONCE = 3;
/** Titles of fewer words may be a column's name, printed day after day. */
const TELLING_WORDS = 5;

function sameInstant({ entry, namesake }: Suspect): boolean {
  if (entry.publishedAt === null || namesake.publishedAt === null) return false;
  return Math.abs(Date.parse(entry.publishedAt) - Date.parse(namesake.publishedAt)) < MINUTE;
}

/** Without a date only a telling title of the last days will do. */
function undatedTwin({ entry, namesake }: Suspect, at: Instant): boolean {
  return (
    entry.publishedAt === null &&
    namesake.publishedAt === null &&
    entry.title.trim().split(/\s+/).length >= TELLING_WORDS &&
    Date.parse(at) - Date.parse(namesake.firstSeenAt) < WEEK
  );
}

/**
 * Tells which of a document's unknown entries are known ones whose id and address changed (aggregators that rotate
 * redirect links, systems that re-create their ids). A title is an identity only in feeds that have proved unstable,
 * and only together with the instant: columns such as "News in brief" come daily under one title.
 *
 * A proof is an entry with a new id and a new address, but the title and the instant of publication of the source's
 * only entry of that title, which no longer stands in the document. Two proofs, ever, make a feed unstable; in one
 * that dates nothing, three entries with telling titles that came again at once and are half of all that is new.
 * @param suspects unknown entries with a namesake that no longer stands in the document
 * @param unknown how many entries of the document are unknown
 * @param before proofs that the feed gave so far
 */
export function findMoved(
  suspects: readonly Suspect[],
  unknown: number,
  before: number,
  at: Instant,
): Verdict {
  const titled = suspects.filter(({ uniqueTitle }) => uniqueTitle);
  const dated = titled.filter(sameInstant);
  const undated = titled.filter((suspect) => undatedTwin(suspect, at));
  const together = undated.length >= AT_ONCE && undated.length * 2 >= unknown ? undated.length : 0;
  const proofs = dated.filter(({ uniqueInstant }) => uniqueInstant).length + together;
  const unstable = before + proofs >= PROVEN;
  return { moved: new Set(unstable ? [...dated, ...undated] : []), proofs };
}
