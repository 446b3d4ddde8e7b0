-- Words of the full-text index by what they are found by: the same stem, whatever the ending and spelling (store/words.ts).
-- Queries look the forms of their words up here, so that the index itself keeps words as they stand.

CREATE TABLE search_word (
  stem TEXT NOT NULL,
  word TEXT NOT NULL,                 -- as the index knows it: lower case, without diacritics
  PRIMARY KEY (stem, word)
) STRICT, WITHOUT ROWID;

-- What the index holds: term, in how many articles, how often.
CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(article_search, 'row');

-- For databases from before; word_stems() gives a JSON array and exists while migrating only (store/db.ts).
INSERT OR IGNORE INTO search_word (stem, word)
SELECT s.value, v.term FROM search_vocabulary v, json_each(word_stems(v.term)) s;
