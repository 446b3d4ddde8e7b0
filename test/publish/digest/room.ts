import type { DigestOrder } from '../../../src/publish/digest/gather.ts';
import { type ArticleFields, type Newsroom, names, newsroom } from '../../support/newsroom.ts';

export const SINCE = '2025-05-22T16:00:00.000Z';
export const UNTIL = '2025-05-23T16:00:00.000Z';

/** What a digest of the day that `UNTIL` ends is made by. */
export const order = (fields: Partial<DigestOrder['channel']> = {}): DigestOrder => ({
  channel: { id: 'main', language: 'de', grades: ['core', 'secondary'], maxAgeMs: 172_800_000, ...fields },
  ...{ cadence: 'daily', by: 'stage', since: SINCE, until: UNTIL, timezone: 'Europe/Berlin' },
});

export interface DigestRoom extends Newsroom {
  /** An article of the period, unless its time says otherwise. */
  print(fields: Partial<ArticleFields> & { story: number }): number;
}

/** A newsroom with three outlets, two stages and two parties. */
export function digestRoom(path?: string): DigestRoom {
  const room = newsroom(path);
  room.source('anzeiger', { name: 'Anzeiger' });
  room.source('kurier', { name: 'Kurier' });
  room.source('herald', { name: 'Herald' });
  names(room.db, 'party', { kammer: { de: 'Kammer', en: 'Chamber' }, firma: { de: 'Firma', en: 'Firm' } });
  room.db.exec(`
    UPDATE source SET country = 'IE' WHERE id = 'herald';
    INSERT INTO stage (id, rank, name_de, name_en) VALUES
      ('hearing', 1, 'Anhörung', 'hearing'), ('ruling', 2, 'Urteil', 'ruling')`);
  return {
    ...room,
    print: (fields) =>
      room.article({
        ...{ source: 'anzeiger', title: `Bericht ${fields.story}`, at: '2025-05-23T08:00:00.000Z' },
        ...fields,
      }),
  };
}
