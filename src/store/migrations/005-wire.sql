-- An agency's own delivery: its items, what is held back, what was taken back.

-- The newest version of each item, by its URN. An article arises from it only when it may be read and matters.
CREATE TABLE wire_item (
  urn TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source(id),
  version INTEGER NOT NULL,
  updated_at TEXT,                    -- of that version, as the agency dates it
  state TEXT NOT NULL,                -- held, placed, skipped, withdrawn
  held_until TEXT,                    -- held: the end of the embargo
  held TEXT,                          -- held: the item as JSON; searched and shown by nothing
  article_id INTEGER REFERENCES article(id),
  received_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX wire_item_held ON wire_item(held_until) WHERE state = 'held';

-- Entries that could not be used, by the SHA-256 of each: they stay in the queue for a day.
CREATE TABLE wire_refusal (
  sha256 TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source(id),
  first_seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Articles that an agency withdrew: nothing is left of them but the row that says so.
CREATE TABLE withdrawal (
  article_id INTEGER PRIMARY KEY REFERENCES article(id),
  story_id INTEGER REFERENCES story(id),  -- it was in
  source_id TEXT NOT NULL REFERENCES source(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX withdrawal_by_story ON withdrawal(story_id);

-- The views as before (004), without what was withdrawn.

DROP VIEW articles;
CREATE VIEW articles AS
SELECT
  a.id,
  a.url,
  a.url_key,
  a.title,
  a.teaser,
  a.text,
  a.language,
  a.source_id,
  s.name AS outlet,
  s.kind AS outlet_kind,
  s.country,
  a.authors,
  a.published_at,
  a.modified_at,
  a.first_seen_at,
  coalesce(a.published_at, a.first_seen_at) AS at,
  a.grade,
  a.relevance,
  a.stage,
  (SELECT group_concat(c.agency, ', ') FROM credit c WHERE c.article_id = a.id) AS agencies,
  a.text_from,
  a.wall,
  a.low_quality,
  sa.story_id,
  (SELECT l.kind FROM link l WHERE l.article_id = a.id AND l.kind IN ('duplicate', 'contained-in') ORDER BY l.score DESC LIMIT 1) AS reprint_kind,
  (SELECT count(*) FROM revision r WHERE r.article_id = a.id) AS revisions,
  a.fetched_at,
  a.final_url,
  a.status,
  a.sha256,
  a.extractor,
  a.dossier_version
FROM article a
JOIN source s ON s.id = a.source_id
LEFT JOIN story_article sa ON sa.article_id = a.id
WHERE NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = a.id);

DROP VIEW stories;
CREATE VIEW stories AS
SELECT
  st.id,
  st.title,
  lead.url,
  s.name AS outlet,
  st.language,
  st.stage,
  st.grade,
  st.first_seen_at,
  st.last_seen_at,
  st.lead_article_id,
  (SELECT count(*) FROM story_article sa WHERE sa.story_id = st.id) AS articles,
  (SELECT count(DISTINCT a.source_id) FROM story_article sa JOIN article a ON a.id = sa.article_id WHERE sa.story_id = st.id) AS outlets
FROM story st
LEFT JOIN article lead ON lead.id = st.lead_article_id
LEFT JOIN source s ON s.id = lead.source_id
WHERE st.merged_into IS NULL
  AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = st.lead_article_id);

DROP VIEW coverage_by_day;
CREATE VIEW coverage_by_day AS
SELECT
  substr(coalesce(a.published_at, a.first_seen_at), 1, 10) AS day,
  a.source_id,
  s.name AS outlet,
  s.country,
  a.language,
  count(*) AS articles,
  sum(a.grade <> 'off') AS relevant,
  count(DISTINCT sa.story_id) AS stories
FROM article a
JOIN source s ON s.id = a.source_id
LEFT JOIN story_article sa ON sa.article_id = a.id
WHERE NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = a.id)
GROUP BY 1, 2, a.language;

-- What became of each item of a wire; without its words, which may be under embargo.
CREATE VIEW wire_items AS
SELECT w.urn, w.source_id, s.name AS agency, w.version, w.state, w.held_until, w.article_id, w.received_at
FROM wire_item w
JOIN source s ON s.id = w.source_id;

CREATE VIEW withdrawals AS
SELECT w.article_id, a.url, w.story_id, s.name AS agency, w.at
FROM withdrawal w
JOIN article a ON a.id = w.article_id
JOIN source s ON s.id = w.source_id;
