-- Questions of slash commands whose options are too long for a button's id (100 characters): their buttons name them by
-- this id, so that pages can still be turned after a restart.
CREATE TABLE question (
  id TEXT PRIMARY KEY,                -- of the options' SHA-256: the same question is kept once
  options TEXT NOT NULL,              -- JSON
  asked_at TEXT NOT NULL              -- last
) STRICT, WITHOUT ROWID;
CREATE INDEX question_by_time ON question(asked_at);

-- The chronology, the latest first.
CREATE INDEX story_by_beginning ON story(first_seen_at);
