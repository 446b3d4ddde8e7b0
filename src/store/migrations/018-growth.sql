-- What keeps questions quick over a million articles: indexes of the filters, times where lists are ordered by them,
-- and how many articles there are of a kind.

CREATE INDEX article_by_language ON article(language);
CREATE INDEX article_by_stage ON article(stage) WHERE stage IS NOT NULL;
CREATE INDEX article_by_fetch ON article(fetched_at) WHERE fetched_at IS NOT NULL;
CREATE INDEX credit_by_agency ON credit(lower(agency));
CREATE INDEX revision_changed ON revision(article_id) WHERE kind <> 'first';
CREATE INDEX delivery_by_state ON delivery(state, channel_id);
-- By word as well as by stem: a query's misspelt word has no stem in common with what was meant.
CREATE INDEX search_word_by_word ON search_word(word);

-- Coverage by outlet is read from the index alone, as coverage by stage is.
DROP INDEX article_relevant_by_time;
CREATE INDEX article_relevant_by_time ON article(coalesce(published_at, first_seen_at), stage, source_id) WHERE grade <> 'off';

-- Of a source's newest entries its rhythm is learned, from the index alone.
DROP INDEX entry_by_time;
CREATE INDEX entry_by_time ON entry(source_id, first_seen_at, published_at, backlog);

CREATE INDEX article_date_listed ON article_date(day, type, article_id) WHERE type <> 'other' AND "precision" = 'day';

-- When its article was published, else first seen: statements are listed by it.
ALTER TABLE statement ADD COLUMN at TEXT;
UPDATE statement SET at = (SELECT coalesce(a.published_at, a.first_seen_at) FROM article a WHERE a.id = article_id);
CREATE TRIGGER statement_at_insert AFTER INSERT ON statement BEGIN
  UPDATE statement SET at = (SELECT coalesce(a.published_at, a.first_seen_at) FROM article a WHERE a.id = new.article_id)
  WHERE id = new.id;
END;
CREATE TRIGGER statement_at_update AFTER UPDATE OF published_at ON article WHEN new.published_at IS NOT old.published_at BEGIN
  UPDATE statement SET at = coalesce(new.published_at, new.first_seen_at) WHERE article_id = new.id;
END;
DROP INDEX statement_by_party;
CREATE INDEX statement_by_party ON statement(party, at) WHERE party IS NOT NULL;
CREATE INDEX statement_by_time ON statement(at) WHERE party IS NOT NULL;

-- How many articles and entries there are: counting a million takes longer than any answer that needs the number.
CREATE TABLE article_tally (
  source_id TEXT NOT NULL,
  language TEXT NOT NULL,
  grade TEXT NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (source_id, language, grade)
) STRICT, WITHOUT ROWID;
INSERT INTO article_tally SELECT source_id, language, grade, count(*) FROM article GROUP BY source_id, language, grade;
CREATE TRIGGER article_tally_insert AFTER INSERT ON article BEGIN
  INSERT INTO article_tally VALUES (new.source_id, new.language, new.grade, 1)
  ON CONFLICT DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER article_tally_delete AFTER DELETE ON article BEGIN
  UPDATE article_tally SET articles = articles - 1
  WHERE source_id = old.source_id AND language = old.language AND grade = old.grade;
END;
CREATE TRIGGER article_tally_update AFTER UPDATE OF source_id, language, grade ON article
WHEN new.source_id <> old.source_id OR new.language <> old.language OR new.grade <> old.grade BEGIN
  UPDATE article_tally SET articles = articles - 1
  WHERE source_id = old.source_id AND language = old.language AND grade = old.grade;
  INSERT INTO article_tally VALUES (new.source_id, new.language, new.grade, 1)
  ON CONFLICT DO UPDATE SET articles = articles + 1;
END;

CREATE TABLE entry_tally (
  source_id TEXT PRIMARY KEY,
  entries INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO entry_tally SELECT source_id, count(*) FROM entry GROUP BY source_id;
CREATE TRIGGER entry_tally_insert AFTER INSERT ON entry BEGIN
  INSERT INTO entry_tally VALUES (new.source_id, 1) ON CONFLICT DO UPDATE SET entries = entries + 1;
END;
CREATE TRIGGER entry_tally_delete AFTER DELETE ON entry BEGIN
  UPDATE entry_tally SET entries = entries - 1 WHERE source_id = old.source_id;
END;
