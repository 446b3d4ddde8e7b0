-- What is polled, what was found, what was read. Times are ISO 8601 UTC text, durations ms, sizes bytes.
-- Base tables are singular and may change; the plural views are the interface and stay stable.

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The catalogue as it was at the last start, so that SQL can name outlets. YAML stays the truth.
CREATE TABLE source (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  languages TEXT NOT NULL,            -- JSON array
  country TEXT NOT NULL,
  party TEXT,                         -- the party whose releases it publishes
  active INTEGER NOT NULL DEFAULT 1   -- 0 once it left the catalogue
) STRICT, WITHOUT ROWID;

CREATE TABLE feed (
  url TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source(id),
  format TEXT NOT NULL,
  fetch_url TEXT NOT NULL,            -- where it moved to for good, else url
  etag TEXT,
  last_modified TEXT,
  body_sha256 TEXT,
  next_poll_at TEXT,                  -- null: at once
  next_poll_reason TEXT,
  hints TEXT,                         -- JSON: what the feed said of how often it may be asked
  last_poll_at TEXT,
  last_success_at TEXT,
  last_change_at TEXT,
  failures INTEGER NOT NULL DEFAULT 0,  -- in a row
  unchanged INTEGER NOT NULL DEFAULT 0, -- polls in a row without a new entry
  ended_at TEXT,                      -- 410: never asked again
  active INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- The ledger: every poll, so that "no news" differs from "not looking".
CREATE TABLE poll (
  id INTEGER PRIMARY KEY,
  feed_url TEXT NOT NULL REFERENCES feed(url),
  at TEXT NOT NULL,
  outcome TEXT NOT NULL,              -- changed, unchanged, failed
  status INTEGER,                     -- of the HTTP answer
  duration_ms INTEGER NOT NULL,
  bytes INTEGER NOT NULL DEFAULT 0,
  entries_seen INTEGER NOT NULL DEFAULT 0,
  entries_new INTEGER NOT NULL DEFAULT 0,
  candidates INTEGER NOT NULL DEFAULT 0,
  error TEXT,                         -- code: sentence
  notes TEXT                          -- JSON array: what was repaired
) STRICT;
CREATE INDEX poll_by_feed ON poll(feed_url, at);

CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source(id),
  feed_url TEXT NOT NULL,
  guid TEXT,
  url TEXT,                           -- as the feed gave it
  url_key TEXT,                       -- canonical form, what it is known by
  title TEXT NOT NULL,
  teaser TEXT NOT NULL,
  language TEXT,
  published_at TEXT,
  first_seen_at TEXT NOT NULL,
  decision TEXT NOT NULL,             -- candidate, skipped
  reason TEXT NOT NULL,
  state TEXT NOT NULL,                -- waiting, read, given-up, skipped
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT,
  backlog INTEGER NOT NULL,           -- 1: stood in the feed before it was first polled
  article_id INTEGER REFERENCES article(id)
) STRICT;
CREATE UNIQUE INDEX entry_by_url ON entry(source_id, url_key) WHERE url_key IS NOT NULL;
CREATE INDEX entry_by_guid ON entry(source_id, guid) WHERE guid IS NOT NULL;
CREATE INDEX entry_waiting ON entry(next_attempt_at) WHERE state = 'waiting';
CREATE INDEX entry_by_article ON entry(article_id) WHERE article_id IS NOT NULL;

-- Items of a feed's last document by the hash of their source text: known ones are not parsed again.
CREATE TABLE feed_item (
  feed_url TEXT NOT NULL REFERENCES feed(url),
  hash TEXT NOT NULL,
  PRIMARY KEY (feed_url, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source(id),
  url TEXT NOT NULL,                  -- where readers find it
  url_key TEXT UNIQUE,                -- canonical form: what the article is known by
  title TEXT NOT NULL,
  teaser TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  language_confidence REAL NOT NULL,
  authors TEXT NOT NULL,              -- JSON array
  section TEXT,
  image TEXT,
  published_at TEXT,
  modified_at TEXT,
  first_seen_at TEXT NOT NULL,
  text_from TEXT NOT NULL,            -- page, feed
  wall TEXT,
  grade TEXT NOT NULL,                -- core, secondary, context, off
  relevance REAL NOT NULL,
  relevance_reasons TEXT NOT NULL,    -- JSON array
  stage TEXT,
  low_quality TEXT,
  dossier_version TEXT NOT NULL,
  -- the evidence record
  fetched_at TEXT,
  final_url TEXT,
  status INTEGER,
  sha256 TEXT,                        -- of the bytes as fetched
  etag TEXT,
  last_modified TEXT,
  extractor TEXT,
  reads INTEGER NOT NULL DEFAULT 1,
  next_read_at TEXT                   -- when its page is read again for changes; null: never
) STRICT;
CREATE INDEX article_due ON article(next_read_at) WHERE next_read_at IS NOT NULL;
CREATE INDEX article_by_time ON article(coalesce(published_at, first_seen_at));
CREATE INDEX article_by_source ON article(source_id, first_seen_at);
CREATE INDEX article_by_grade ON article(grade, first_seen_at);

CREATE TABLE credit (
  article_id INTEGER NOT NULL REFERENCES article(id),
  agency TEXT NOT NULL,
  desk TEXT,
  urn TEXT,
  version INTEGER,
  rule TEXT NOT NULL,
  matched TEXT NOT NULL,
  PRIMARY KEY (article_id, agency)
) STRICT, WITHOUT ROWID;
CREATE INDEX credit_by_urn ON credit(urn) WHERE urn IS NOT NULL;

CREATE TABLE revision (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id),
  number INTEGER NOT NULL,            -- 1 is the first text
  seen_at TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  sha256 TEXT,
  extractor TEXT,
  kind TEXT NOT NULL,                 -- first, silent, meaningful
  changes TEXT NOT NULL,              -- JSON array of sentences
  UNIQUE (article_id, number)
) STRICT;

CREATE TABLE finding (
  article_id INTEGER NOT NULL REFERENCES article(id),
  kind TEXT NOT NULL,                 -- party, topic, docket, date, stage
  ref TEXT NOT NULL,
  rule TEXT NOT NULL,
  field TEXT NOT NULL,                -- title, teaser, text
  matched TEXT NOT NULL,
  start INTEGER NOT NULL,             -- UTF-16 offsets in the field
  "end" INTEGER NOT NULL,
  confidence REAL NOT NULL,
  dossier_version TEXT NOT NULL
) STRICT;
CREATE INDEX finding_by_article ON finding(article_id);
CREATE INDEX finding_by_ref ON finding(kind, ref, article_id);

CREATE TABLE article_date (
  article_id INTEGER NOT NULL REFERENCES article(id),
  day TEXT NOT NULL,
  precision TEXT NOT NULL,
  type TEXT NOT NULL,
  rule TEXT NOT NULL,
  field TEXT NOT NULL,
  matched TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL
) STRICT;
CREATE INDEX article_date_by_article ON article_date(article_id);
CREATE INDEX article_date_by_day ON article_date(day);

CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id),
  form TEXT NOT NULL,                 -- direct, reported
  quote TEXT NOT NULL,
  speaker TEXT,
  person TEXT,
  party TEXT,
  cue TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL
) STRICT;
CREATE INDEX statement_by_article ON statement(article_id);
CREATE INDEX statement_by_party ON statement(party) WHERE party IS NOT NULL;

-- The dossier's names and known events, so that SQL can join them. YAML stays the truth.
CREATE TABLE party (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  role TEXT NOT NULL,
  name_de TEXT NOT NULL,
  name_en TEXT NOT NULL,
  country TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE topic (
  id TEXT PRIMARY KEY,
  name_de TEXT NOT NULL,
  name_en TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE known_event (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,                  -- 2025-05-27, or 2024-03 where only the month is known
  precision TEXT NOT NULL,
  text_de TEXT NOT NULL,
  text_en TEXT NOT NULL,
  parties TEXT NOT NULL,              -- JSON array
  topics TEXT NOT NULL,               -- JSON array
  sources TEXT NOT NULL               -- JSON array of URLs
) STRICT;

-- Every decision about a URL, in order, for `standoff explain`.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  url TEXT NOT NULL,                  -- canonical form
  step TEXT NOT NULL,                 -- entry, fetch, extract, relevance, identity, reprint, story, delivery
  outcome TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX decision_by_url ON decision(url, id);

CREATE VIRTUAL TABLE article_search USING fts5(
  title, teaser, text,
  content = 'article', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE TRIGGER article_search_insert AFTER INSERT ON article BEGIN
  INSERT INTO article_search(rowid, title, teaser, text) VALUES (new.id, new.title, new.teaser, new.text);
END;
CREATE TRIGGER article_search_delete AFTER DELETE ON article BEGIN
  INSERT INTO article_search(article_search, rowid, title, teaser, text) VALUES ('delete', old.id, old.title, old.teaser, old.text);
END;
CREATE TRIGGER article_search_update AFTER UPDATE OF title, teaser, text ON article BEGIN
  INSERT INTO article_search(article_search, rowid, title, teaser, text) VALUES ('delete', old.id, old.title, old.teaser, old.text);
  INSERT INTO article_search(rowid, title, teaser, text) VALUES (new.id, new.title, new.teaser, new.text);
END;
