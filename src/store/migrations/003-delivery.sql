-- What is owed to which channel, and what became of it.

-- Names of the procedural stages, so that SQL can join them. YAML stays the truth.
CREATE TABLE stage (
  id TEXT PRIMARY KEY,
  rank INTEGER NOT NULL,              -- later stages outrank earlier ones
  name_de TEXT NOT NULL,
  name_en TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE channel (
  id TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,          -- of its settings, secrets hashed: a change lifts parking
  parked_at TEXT,                     -- null: open
  parked_reason TEXT,
  next_attempt_at TEXT,               -- nothing is sent before: rate limit, outage, or a parked channel's next try
  newest_message_id TEXT              -- of those the medium confirmed
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery (
  id TEXT PRIMARY KEY,                -- at most 25 characters: Discord's nonce
  sequence INTEGER NOT NULL,          -- order in which they were owed
  channel_id TEXT NOT NULL,
  kind TEXT NOT NULL,                 -- story, catch-up
  story_id INTEGER,                   -- of a story's own message
  state TEXT NOT NULL,                -- due, sending, sent, parked, silent
  version INTEGER NOT NULL DEFAULT 1, -- of what it should say; counts the changes
  sent_version INTEGER NOT NULL DEFAULT 0,  -- of what it says; below version, an edit is owed
  message_id TEXT,
  body_sha256 TEXT,                   -- of the body the medium confirmed last
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at TEXT,
  reason TEXT,                        -- why parked, silent or late
  created_at TEXT NOT NULL,
  sending_at TEXT,                    -- first handed to the medium
  after_message_id TEXT,              -- the channel's newest known message at that moment
  sent_at TEXT,
  edited_at TEXT,
  announced_by TEXT REFERENCES delivery(id)  -- silent: the catch-up message that named it
) STRICT;
CREATE UNIQUE INDEX delivery_of_story ON delivery(channel_id, story_id) WHERE kind = 'story';
CREATE INDEX delivery_by_story ON delivery(story_id) WHERE story_id IS NOT NULL;
CREATE INDEX delivery_owed ON delivery(channel_id, sequence) WHERE state IN ('due', 'sending') OR (state = 'sent' AND sent_version < version);
CREATE INDEX delivery_silent ON delivery(channel_id) WHERE state = 'silent' AND announced_by IS NULL;
CREATE INDEX delivery_announced ON delivery(announced_by) WHERE announced_by IS NOT NULL;
CREATE UNIQUE INDEX delivery_by_sequence ON delivery(sequence);

CREATE INDEX delivery_catch_up ON delivery(channel_id) WHERE kind = 'catch-up';
CREATE INDEX story_by_survivor ON story(merged_into) WHERE merged_into IS NOT NULL;
