-- The public interface of the database: names that stay (docs/database.md). A column may be added, none is taken away.
-- Made anew, all of them, whenever this file has changed (store/db.ts).

-- Every message owed or sent, as a person asks for it.
DROP VIEW IF EXISTS deliveries;
CREATE VIEW deliveries AS
SELECT d.id, d.channel_id AS channel, d.kind, d.story_id,
  CASE WHEN c.parked_at IS NOT NULL AND d.state IN ('due', 'sending') THEN 'parked' ELSE d.state END AS state,
  d.state = 'sent' AND d.sent_version < d.version AS edit_owed, d.message_id,
  CASE WHEN c.parked_at IS NOT NULL AND d.state IN ('due', 'sending') THEN c.parked_reason ELSE d.reason END AS reason,
  d.attempts, max(d.next_attempt_at, coalesce(c.next_attempt_at, d.next_attempt_at)) AS next_attempt_at,
  d.created_at, d.sent_at, d.edited_at, coalesce(d.stands_in, d.thread_id) AS thread_id,
  (SELECT f.state FROM follow_up f WHERE f.delivery_id = d.id AND f.kind = 'publish') AS publishing,
  (SELECT f.reason FROM follow_up f WHERE f.delivery_id = d.id AND f.state <> 'done' ORDER BY f.kind LIMIT 1) AS follow_up_reason
FROM delivery d LEFT JOIN channel c ON c.id = d.channel_id;

-- What happened in a story after its first report, each thing once.
DROP VIEW IF EXISTS developments;
CREATE VIEW developments AS
SELECT v.story_id, v.kind, v.ref, v.at, v.article_id, a.url, s.name AS outlet,
  (SELECT count(*) FROM delivery_development t JOIN delivery d ON d.id = t.delivery_id
    WHERE t.development_id = v.id AND d.state = 'sent') AS messages
FROM development v JOIN article a ON a.id = v.article_id JOIN source s ON s.id = a.source_id;

-- One row an article, newest text; without what an agency withdrew.
DROP VIEW IF EXISTS articles;
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

-- One row a story. Left out: merged ones, and those that lost all of their articles (they stay because a message may tell
-- of them).
DROP VIEW IF EXISTS stories;
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
  AND EXISTS (SELECT 1 FROM story_article sa WHERE sa.story_id = st.id)
  AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = st.lead_article_id);

-- One row a tag: which party, topic, docket, date or stage stands where in which article, by which rule.
DROP VIEW IF EXISTS mentions;
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
DROP VIEW IF EXISTS statements;
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
DROP VIEW IF EXISTS dates;
CREATE VIEW dates AS
SELECT d.day, d.precision, d.type, d.matched, d.rule, d.article_id, sa.story_id, a.url, s.name AS outlet
FROM article_date d
JOIN article a ON a.id = d.article_id
JOIN source s ON s.id = a.source_id
LEFT JOIN story_article sa ON sa.article_id = d.article_id;

-- How much each outlet printed on each UTC day.
DROP VIEW IF EXISTS coverage_by_day;
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

-- The ledger: every poll of every feed.
DROP VIEW IF EXISTS polls;
CREATE VIEW polls AS
SELECT p.id, p.at, f.source_id, s.name AS outlet, p.feed_url, p.outcome, p.status, p.duration_ms, p.bytes,
  p.entries_seen, p.entries_new, p.candidates, p.skipped, p.reasons, p.error
FROM poll p
JOIN feed f ON f.url = p.feed_url
JOIN source s ON s.id = f.source_id;

-- Every entry of every feed and what became of it.
DROP VIEW IF EXISTS entries;
CREATE VIEW entries AS
SELECT e.id, e.source_id, s.name AS outlet, e.feed_url, e.url, e.title, e.teaser, e.published_at, e.first_seen_at,
  e.decision, e.reason, e.state, e.attempts, e.article_id
FROM entry e
JOIN source s ON s.id = e.source_id;

-- Who reprinted whom.
DROP VIEW IF EXISTS reprints;
CREATE VIEW reprints AS
SELECT l.article_id, a.url, sa.name AS outlet, l.other_id AS of_article_id, o.url AS of_url, so.name AS of_outlet, l.kind, l.score, l.reason, l.at,
  l.own_share
FROM link l
JOIN article a ON a.id = l.article_id
JOIN source sa ON sa.id = a.source_id
JOIN article o ON o.id = l.other_id
JOIN source so ON so.id = o.source_id;

-- What became of each item of a wire; without its words, which may be under embargo.
DROP VIEW IF EXISTS wire_items;
CREATE VIEW wire_items AS
SELECT w.urn, w.source_id, s.name AS agency, w.version, w.state, w.held_until, w.article_id, w.received_at
FROM wire_item w
JOIN source s ON s.id = w.source_id;

-- What an agency took back.
DROP VIEW IF EXISTS withdrawals;
CREATE VIEW withdrawals AS
SELECT w.article_id, a.url, w.story_id, s.name AS agency, w.at
FROM withdrawal w
JOIN article a ON a.id = w.article_id
JOIN source s ON s.id = w.source_id;

-- Releases of the parties themselves, and how long the press took to report on them.
DROP VIEW IF EXISTS press_lag;
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

-- How the texts of relevant articles were received.
DROP VIEW IF EXISTS fetches;
CREATE VIEW fetches AS
SELECT f.article_id, f.at, f.final_url, f.status, f.sha256, f.bytes, f.headers, f.page IS NOT NULL AS archived
FROM fetch f;

-- What a model made of each story's summary, and what bears it: for people.
DROP VIEW IF EXISTS wordings;
CREATE VIEW wordings AS
SELECT w.story_id, w.language, w.model, w.state, w.reason, w.at AS decided_at, ws.position, ws.sentence, ws.article_id,
  a.url, s.name AS outlet, ws.source_sentence
FROM wording w
LEFT JOIN wording_sentence ws ON ws.story_id = w.story_id AND ws.language = w.language
LEFT JOIN article a ON a.id = ws.article_id
LEFT JOIN source s ON s.id = a.source_id;
