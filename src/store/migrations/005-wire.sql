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
