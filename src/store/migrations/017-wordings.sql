-- Summaries that a language model was asked to put into words: what it said, and why that was taken or not.

-- What became of asking for a story's summary in one language. Where it was not taken, the extract stands.
CREATE TABLE wording (
  story_id INTEGER NOT NULL REFERENCES story(id),
  language TEXT NOT NULL,
  model TEXT NOT NULL,
  input_sha256 TEXT NOT NULL,         -- of the sentences sent: another input is another question
  state TEXT NOT NULL,                -- waiting, accepted, rejected
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (story_id, language)
) STRICT, WITHOUT ROWID;
CREATE INDEX wording_waiting ON wording(at) WHERE state = 'waiting';

-- The sentences of an accepted one, each with the sentence that bears it.
CREATE TABLE wording_sentence (
  story_id INTEGER NOT NULL REFERENCES story(id),
  language TEXT NOT NULL,
  position INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article(id),
  source_sentence TEXT NOT NULL,
  PRIMARY KEY (story_id, language, position)
) STRICT, WITHOUT ROWID;

-- What a model answered, so that nothing is asked twice.
CREATE TABLE wording_answer (
  input_sha256 TEXT NOT NULL,
  model TEXT NOT NULL,
  story_id INTEGER NOT NULL REFERENCES story(id),
  at TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (input_sha256, model)
) STRICT, WITHOUT ROWID;

-- An endpoint that failed is left alone for a while.
CREATE TABLE wording_endpoint (
  endpoint TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  rest_until TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
