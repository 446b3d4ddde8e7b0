-- Seeing that collecting works: marks that outlive their entries, why entries were skipped, alarms, site rules.

-- What purged entries were known by: they are never taken for new again.
CREATE TABLE entry_mark (
  source_id TEXT NOT NULL REFERENCES source(id),
  mark TEXT NOT NULL,                 -- url: canonical form, id: the feed's id
  PRIMARY KEY (source_id, mark)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_by_title ON entry(source_id, title);
CREATE INDEX entry_by_time ON entry(source_id, first_seen_at);
-- What a purge asks, and what SQLite asks when an article is deleted.
CREATE INDEX entry_by_age ON entry(first_seen_at);
CREATE INDEX story_by_lead ON story(lead_article_id);
CREATE INDEX story_sentence_by_article ON story_sentence(article_id);
CREATE INDEX wire_item_by_article ON wire_item(article_id) WHERE article_id IS NOT NULL;

-- Which entry an item of the last document was; null where it was none.
ALTER TABLE feed_item ADD COLUMN entry_id INTEGER;
CREATE INDEX feed_item_by_entry ON feed_item(entry_id) WHERE entry_id IS NOT NULL;
-- Entries seen to come again under a new id and a new address: from two on, the feed's ids count as unstable.
ALTER TABLE feed ADD COLUMN moved_entries INTEGER NOT NULL DEFAULT 0;

ALTER TABLE poll ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0;
ALTER TABLE poll ADD COLUMN reasons TEXT;  -- JSON object: why entries were skipped, with how many each

CREATE INDEX poll_by_time ON poll(at);

-- What is wrong at present, as channels were told; a row leaves when all is well again.
CREATE TABLE alarm (
  subject TEXT PRIMARY KEY,           -- URL of a feed (failing, ended), or id of a source (silent)
  source_id TEXT NOT NULL REFERENCES source(id),
  kind TEXT NOT NULL,                 -- failing, ended, silent
  since TEXT NOT NULL,
  raised_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a delivery of kind alert says.
CREATE TABLE alert (
  delivery_id TEXT PRIMARY KEY REFERENCES delivery(id),
  direction TEXT NOT NULL,            -- down, back
  lines TEXT NOT NULL                 -- JSON array of outlet, feed, kind, since, detail
) STRICT, WITHOUT ROWID;

-- What each origin says to robots and to text and data mining, so that a restart does not ask again.
CREATE TABLE site_rules (
  origin TEXT PRIMARY KEY,
  rules TEXT NOT NULL,                -- JSON
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
