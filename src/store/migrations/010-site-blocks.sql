-- Paragraphs by the outlet whose pages they stand on: those of many pages are the outlet's boilerplate
-- (store/site-blocks.ts). Kept for some weeks after a paragraph was last seen, a few thousand an outlet.

CREATE TABLE site_block (
  source_id TEXT NOT NULL REFERENCES source(id),
  key TEXT NOT NULL,                  -- hash of the paragraph
  pages INTEGER NOT NULL,             -- on how many pages it was seen
  off_topic INTEGER NOT NULL,         -- how many of these are about something else than the dispute
  seen_at TEXT NOT NULL,              -- last
  PRIMARY KEY (source_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX site_block_by_key ON site_block(key);
