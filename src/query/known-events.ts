import type { Db } from '../store/db.ts';
import type { Filters } from './filters.ts';

/** Something that happened or is to happen, as the dossier knows it. */
export interface KnownEvent {
  /** `2025-05-27`; `2024-03` where only the month is known. */
  day: string;
  text: string;
  /** Where it can be read. */
  urls: string[];
}

interface Row {
  day: string;
  text: string;
  parties: string;
  topics: string;
  sources: string;
}

/** The dossier's events that filters leave, oldest first: by day, party, topic, and case number where one is told. */
export function knownEvents(db: Db, language: 'de' | 'en', filters: Filters = {}): KnownEvent[] {
  const { since, until, party, topic, docket } = filters;
  return db
    .prepare<[], Row>(
      `SELECT day, text_${language} AS text, parties, topics, sources FROM known_event ORDER BY day, id`,
    )
    .all()
    .filter(
      ({ day, text, parties, topics }) =>
        (since === undefined || day >= since.slice(0, day.length)) &&
        (until === undefined || day <= until.slice(0, 10)) &&
        (docket === undefined || text.includes(docket)) &&
        (party === undefined || (JSON.parse(parties) as string[]).includes(party)) &&
        (topic === undefined || (JSON.parse(topics) as string[]).includes(topic)),
    )
    .map(({ day, text, sources }) => ({ day, text, urls: JSON.parse(sources) as string[] }));
}
