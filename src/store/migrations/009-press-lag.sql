-- Releases of the parties themselves, and how long the press took to report on them.

CREATE INDEX story_article_primary ON story_article(story_id) WHERE primary_source = 1;

-- Longest excerpt in characters that may be shown of one of its articles; null: no limit of its own.
ALTER TABLE source ADD COLUMN snippet_limit INTEGER;

CREATE VIEW press_lag AS
SELECT
  p.story_id,
  r.id AS release_id,
  r.url AS release_url,
  rs.name AS released_by,
  rs.party,
  coalesce(r.published_at, r.first_seen_at) AS released_at,
  a.id AS article_id,
  a.url,
  s.name AS outlet,
  coalesce(a.published_at, a.first_seen_at) AS at,
  CAST(round((julianday(coalesce(a.published_at, a.first_seen_at))
    - julianday(coalesce(r.published_at, r.first_seen_at))) * 1440) AS INTEGER) AS lag_minutes
FROM story_article p
JOIN article r ON r.id = p.article_id
JOIN source rs ON rs.id = r.source_id
JOIN story_article m ON m.story_id = p.story_id AND m.primary_source = 0
JOIN article a ON a.id = m.article_id
JOIN source s ON s.id = a.source_id
WHERE p.primary_source = 1
  AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id IN (r.id, a.id));
