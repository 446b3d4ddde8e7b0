-- The public interface of the database: names that stay (docs/database.md). A column may be added, none is taken away.

-- One row an article, newest text.
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
LEFT JOIN story_article sa ON sa.article_id = a.id;

-- One row a story; merged ones are left out.
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
WHERE st.merged_into IS NULL;

-- One row a tag: which party, topic, docket, date or stage stands where in which article, by which rule.
CREATE VIEW mentions AS
SELECT
  f.article_id,
  sa.story_id,
  f.kind,
  f.ref,
  coalesce(p.name_de, t.name_de, f.ref) AS name_de,
  coalesce(p.name_en, t.name_en, f.ref) AS name_en,
  f.matched,
  f.field,
  f.start,
  f."end",
  f.rule,
  f.confidence,
  f.dossier_version
FROM finding f
LEFT JOIN party p ON f.kind = 'party' AND p.id = f.ref
LEFT JOIN topic t ON f.kind = 'topic' AND t.id = f.ref
LEFT JOIN story_article sa ON sa.article_id = f.article_id;

-- One row a quotation or reported speech.
CREATE VIEW statements AS
SELECT
  st.id,
  st.article_id,
  sa.story_id,
  st.form,
  st.quote,
  st.speaker,
  st.person,
  st.party,
  st.cue,
  st.start,
  st."end",
  s.name AS outlet,
  a.url,
  coalesce(a.published_at, a.first_seen_at) AS at
FROM statement st
JOIN article a ON a.id = st.article_id
JOIN source s ON s.id = a.source_id
LEFT JOIN story_article sa ON sa.article_id = st.article_id;

-- One row a date that an article names: hearings, rulings, deadlines.
CREATE VIEW dates AS
SELECT d.day, d.precision, d.type, d.matched, d.rule, d.article_id, sa.story_id, a.url, s.name AS outlet
FROM article_date d
JOIN article a ON a.id = d.article_id
JOIN source s ON s.id = a.source_id
LEFT JOIN story_article sa ON sa.article_id = d.article_id;

-- How much each outlet printed on each UTC day.
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
GROUP BY 1, 2, a.language;

-- The ledger: every poll of every feed.
CREATE VIEW polls AS
SELECT p.id, p.at, f.source_id, s.name AS outlet, p.feed_url, p.outcome, p.status, p.duration_ms, p.bytes,
  p.entries_seen, p.entries_new, p.candidates, p.error
FROM poll p
JOIN feed f ON f.url = p.feed_url
JOIN source s ON s.id = f.source_id;

-- Every entry of every feed and what became of it.
CREATE VIEW entries AS
SELECT e.id, e.source_id, s.name AS outlet, e.feed_url, e.url, e.title, e.teaser, e.published_at, e.first_seen_at,
  e.decision, e.reason, e.state, e.attempts, e.article_id
FROM entry e
JOIN source s ON s.id = e.source_id;

-- Who reprinted whom.
CREATE VIEW reprints AS
SELECT l.article_id, a.url, sa.name AS outlet, l.other_id AS of_article_id, o.url AS of_url, so.name AS of_outlet, l.kind, l.score, l.reason, l.at
FROM link l
JOIN article a ON a.id = l.article_id
JOIN source sa ON sa.id = a.source_id
JOIN article o ON o.id = l.other_id
JOIN source so ON so.id = o.source_id;
