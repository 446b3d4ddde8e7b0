-- Channels of their own kind: threads, forums, announcements, layouts, filters.

ALTER TABLE delivery ADD COLUMN layout TEXT;      -- embed or components, as it was first handed out; null: embed
ALTER TABLE delivery ADD COLUMN roles TEXT;       -- JSON array: the roles that it tells
ALTER TABLE delivery ADD COLUMN stands_in TEXT;   -- the thread that the message stands in; null: the channel itself
ALTER TABLE delivery ADD COLUMN thread_id TEXT;   -- the thread that is about its story; null: none

-- What is to be done with a message once it is posted. Each can be repeated: done twice is done once.
CREATE TABLE follow_up (
  delivery_id TEXT NOT NULL REFERENCES delivery(id),
  kind TEXT NOT NULL,                 -- thread: start one from it; publish: to the servers that follow the channel
  state TEXT NOT NULL,                -- due, done, parked (reason says why)
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT,
  reason TEXT,
  done_at TEXT,
  PRIMARY KEY (delivery_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_up_due ON follow_up(delivery_id) WHERE state = 'due';

-- What a channel wants to hear of, and since when it is this: stories from before are no news to it.
CREATE TABLE channel_filter (
  channel_id TEXT PRIMARY KEY,
  filter TEXT NOT NULL,               -- JSON; empty: not noted yet
  since TEXT                          -- null: as long as the bot knows the channel
) STRICT, WITHOUT ROWID;
INSERT INTO channel_filter (channel_id, filter) SELECT id, '' FROM channel;
