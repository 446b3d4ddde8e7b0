-- How the texts of relevant articles were received: one row for each answer that gave a text or a revision of it.

CREATE TABLE fetch (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article(id),
  at TEXT NOT NULL,
  final_url TEXT NOT NULL,
  status INTEGER NOT NULL,
  sha256 TEXT NOT NULL,               -- of the body, freed of its content coding
  bytes INTEGER NOT NULL,             -- of the same
  headers TEXT NOT NULL,              -- JSON object, names in lower case; cookies and credentials are left out
  page BLOB,                          -- the body, gzipped; null unless store.archive is set
  UNIQUE (article_id, at)
) STRICT;
