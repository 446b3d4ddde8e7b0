-- How articles stand to one another: what texts are compared by, links, stories.

-- What an article's text is compared by; derived from article.text, kept for three periods.
CREATE TABLE fingerprint (
  article_id INTEGER PRIMARY KEY REFERENCES article(id),
  period INTEGER NOT NULL,            -- of its shingles
  day TEXT NOT NULL,                  -- published, else first seen
  words INTEGER NOT NULL,
  live INTEGER NOT NULL,              -- 1: live blog, news in brief: holds many reports
  figures TEXT NOT NULL,              -- numbers of the text, separated by spaces
  hashes BLOB NOT NULL                -- the sampled shingles in text order, 8-byte floats
) STRICT;
CREATE INDEX fingerprint_by_period ON fingerprint(period);

-- Which articles hold a sampled shingle. Led by the period (30 days since 1970), so that new rows touch one
-- end of the tree only and the cost of an article does not grow with the years stored.
CREATE TABLE shingle (
  period INTEGER NOT NULL,
  hash INTEGER NOT NULL,              -- 47 bits
  article_id INTEGER NOT NULL,
  outlet INTEGER NOT NULL,            -- number of the source in shingle_outlet
  PRIMARY KEY (period, hash, article_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE shingle_outlet (
  number INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL UNIQUE
) STRICT;

-- article_id came after other_id.
CREATE TABLE link (
  article_id INTEGER NOT NULL REFERENCES article(id),
  other_id INTEGER NOT NULL REFERENCES article(id),
  kind TEXT NOT NULL,                 -- duplicate, shared-wire, contained-in, revision
  score REAL NOT NULL,                -- 0-1, share of the smaller text found in the other
  own_share REAL,                     -- 0-1, share of article_id's sentences that do not stand in other_id
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (article_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_by_other ON link(other_id);

-- The group of near-duplicates an article belongs to, known by its representative.
CREATE TABLE reprint (
  article_id INTEGER PRIMARY KEY REFERENCES article(id),
  representative_id INTEGER NOT NULL REFERENCES article(id)
) STRICT;
CREATE INDEX reprint_by_representative ON reprint(representative_id);

CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  lead_article_id INTEGER NOT NULL REFERENCES article(id),
  stage TEXT,
  grade TEXT NOT NULL,                -- the strongest of its articles
  first_seen_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  held INTEGER NOT NULL DEFAULT 0,    -- 1: a person set its articles; the linker only adds to it
  merged_into INTEGER REFERENCES story(id)  -- set: no longer a story of its own
) STRICT;
CREATE INDEX story_by_time ON story(last_seen_at);

CREATE TABLE story_article (
  story_id INTEGER NOT NULL REFERENCES story(id),
  article_id INTEGER PRIMARY KEY REFERENCES article(id),
  score REAL NOT NULL,                -- 0-1, 1 for the article that began it
  reason TEXT NOT NULL,
  primary_source INTEGER NOT NULL,    -- 1: a release of a party, court or authority itself
  joined_at TEXT NOT NULL
) STRICT;
CREATE INDEX story_article_by_story ON story_article(story_id);

-- The story's summary: verbatim sentences, each with the article it stands in.
CREATE TABLE story_sentence (
  story_id INTEGER NOT NULL REFERENCES story(id),
  language TEXT NOT NULL,
  position INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article(id),
  sentence TEXT NOT NULL,
  PRIMARY KEY (story_id, language, position)
) STRICT, WITHOUT ROWID;

-- What a person or the linker changed about stories; `detail` holds what it takes to undo it.
CREATE TABLE story_decision (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,                 -- merge, split, move, undo
  story_id INTEGER NOT NULL REFERENCES story(id),  -- where the articles were
  other_id INTEGER NOT NULL REFERENCES story(id),  -- where they are since
  by TEXT NOT NULL,                   -- linker, or who asked for it
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,               -- JSON: ids of the articles moved
  undone_at TEXT
) STRICT;
CREATE INDEX story_decision_by_story ON story_decision(story_id);

-- What an article's event is known by: rare names, numbers, dockets, dates and words. Reprints have none; they
-- follow their original.
CREATE TABLE story_features (
  article_id INTEGER PRIMARY KEY REFERENCES article(id),
  period INTEGER NOT NULL,            -- 30 days since 1970
  at TEXT NOT NULL,                   -- published, else first seen
  language TEXT NOT NULL,
  terms TEXT NOT NULL                 -- JSON array of [term, weight], the weightiest first
) STRICT;

CREATE TABLE story_term (
  period INTEGER NOT NULL,
  term TEXT NOT NULL,                 -- n:name, b:two names, #number, k:docket, d:date, w:concept, x:word
  article_id INTEGER NOT NULL,
  PRIMARY KEY (period, term, article_id)
) STRICT, WITHOUT ROWID;

-- In how many articles of a period a term stands; the empty term counts the articles.
CREATE TABLE story_term_count (
  period INTEGER NOT NULL,
  term TEXT NOT NULL,
  language TEXT NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (period, term, language)
) STRICT, WITHOUT ROWID;
