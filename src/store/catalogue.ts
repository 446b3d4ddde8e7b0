import type { Dossier } from '../model/dossier.ts';
import type { Source } from '../model/index.ts';
import type { Db } from './db.ts';

export type Catalogue = ReturnType<typeof createCatalogue>;

/** The configured sources and the dossier's names, mirrored so that SQL can join them. */
export function createCatalogue(db: Db) {
  const source = db.prepare(`
    INSERT INTO source (id, name, kind, languages, country, party, snippet_limit, active)
    VALUES (@id, @name, @kind, @languages, @country, @party, @snippetLimit, 1)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, languages = excluded.languages,
      country = excluded.country, party = excluded.party, snippet_limit = excluded.snippet_limit, active = 1`);
  const feed = db.prepare(`
    INSERT INTO feed (url, source_id, format, fetch_url, active) VALUES (@url, @sourceId, @format, @url, 1)
    ON CONFLICT (url) DO UPDATE SET source_id = excluded.source_id, format = excluded.format, active = 1`);
  const party = db.prepare(
    'INSERT INTO party (id, kind, role, name_de, name_en, country) VALUES (@id, @kind, @role, @nameDe, @nameEn, @country)',
  );
  const topic = db.prepare('INSERT INTO topic (id, name_de, name_en) VALUES (?, ?, ?)');
  const stage = db.prepare('INSERT INTO stage (id, rank, name_de, name_en) VALUES (?, ?, ?, ?)');
  const event = db.prepare(`
    INSERT INTO known_event (day, precision, text_de, text_en, parties, topics, sources)
    VALUES (@day, @precision, @textDe, @textEn, @parties, @topics, @sources)`);

  return {
    /** Brings sources and feeds in line with the catalogue; what left it stays, marked as not active. */
    syncSources(sources: readonly Source[]): void {
      db.exec('UPDATE source SET active = 0; UPDATE feed SET active = 0;');
      for (const item of sources) {
        source.run({
          ...item,
          languages: JSON.stringify(item.languages),
          party: item.party ?? null,
          snippetLimit: item.snippetLimit ?? null,
          selectors: null,
        });
        for (const { url, format } of item.feeds) feed.run({ url, format, sourceId: item.id });
      }
    },
    /** Replaces the mirror of the dossier. */
    syncDossier(dossier: Dossier): void {
      db.exec('DELETE FROM party; DELETE FROM topic; DELETE FROM stage; DELETE FROM known_event;');
      for (const item of dossier.parties.parties)
        party.run({
          id: item.id,
          kind: item.kind,
          role: item.role,
          nameDe: item.display.de,
          nameEn: item.display.en,
          country: item.country ?? null,
        });
      for (const item of dossier.topics.topics) topic.run(item.id, item.display.de, item.display.en);
      for (const item of dossier.dispute.stages)
        stage.run(item.id, item.rank, item.display.de, item.display.en);
      for (const item of dossier.dispute.events)
        event.run({
          day: item.date,
          precision: item.precision,
          textDe: item.de,
          textEn: item.en,
          parties: JSON.stringify(item.parties),
          topics: JSON.stringify(item.topics),
          sources: JSON.stringify(item.sources),
        });
    },
  };
}
