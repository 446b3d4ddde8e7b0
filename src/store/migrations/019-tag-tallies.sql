-- How many relevant articles name a party or topic, by outlet and by day: counting findings of a million articles takes more
-- than a second. An article counts once for each tag, however often it is found in it; off-topic and withdrawn ones do not.

CREATE TABLE tag_tally (
  kind TEXT NOT NULL,                 -- party, topic
  ref TEXT NOT NULL,
  source_id TEXT NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (kind, ref, source_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag_day_tally (
  kind TEXT NOT NULL,
  ref TEXT NOT NULL,
  day TEXT NOT NULL,                  -- UTC, when published, else first seen
  articles INTEGER NOT NULL,
  PRIMARY KEY (kind, ref, day)
) STRICT, WITHOUT ROWID;

INSERT INTO tag_tally
SELECT t.kind, t.ref, a.source_id, count(*)
FROM (SELECT DISTINCT kind, ref, article_id FROM finding WHERE kind IN ('party', 'topic')) t JOIN article a ON a.id = t.article_id
WHERE a.grade <> 'off' AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = a.id) GROUP BY 1, 2, 3;
INSERT INTO tag_day_tally
SELECT t.kind, t.ref, substr(coalesce(a.published_at, a.first_seen_at), 1, 10), count(*)
FROM (SELECT DISTINCT kind, ref, article_id FROM finding WHERE kind IN ('party', 'topic')) t JOIN article a ON a.id = t.article_id
WHERE a.grade <> 'off' AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = a.id) GROUP BY 1, 2, 3;

-- The first finding of a tag in an article, and the last one to go.
CREATE TRIGGER tag_tally_found AFTER INSERT ON finding
WHEN new.kind IN ('party', 'topic') AND NOT EXISTS (
  SELECT 1 FROM finding f WHERE f.kind = new.kind AND f.ref = new.ref AND f.article_id = new.article_id AND f.rowid <> new.rowid
) BEGIN
  INSERT INTO tag_tally SELECT new.kind, new.ref, a.source_id, 1 FROM article a
  WHERE a.id = new.article_id AND a.grade <> 'off' AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = a.id)
  ON CONFLICT DO UPDATE SET articles = articles + 1;
  INSERT INTO tag_day_tally SELECT new.kind, new.ref, substr(coalesce(a.published_at, a.first_seen_at), 1, 10), 1 FROM article a
  WHERE a.id = new.article_id AND a.grade <> 'off' AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = a.id)
  ON CONFLICT DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER tag_tally_lost AFTER DELETE ON finding
WHEN old.kind IN ('party', 'topic') AND NOT EXISTS (
  SELECT 1 FROM finding f WHERE f.kind = old.kind AND f.ref = old.ref AND f.article_id = old.article_id
) BEGIN
  UPDATE tag_tally SET articles = articles - 1 WHERE kind = old.kind AND ref = old.ref AND source_id = (
    SELECT a.source_id FROM article a WHERE a.id = old.article_id AND a.grade <> 'off'
      AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = a.id));
  UPDATE tag_day_tally SET articles = articles - 1 WHERE kind = old.kind AND ref = old.ref AND day = (
    SELECT substr(coalesce(a.published_at, a.first_seen_at), 1, 10) FROM article a WHERE a.id = old.article_id AND a.grade <> 'off'
      AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = a.id));
END;

-- An article that begins or ceases to matter, or gets another date.
CREATE TRIGGER tag_tally_update AFTER UPDATE OF grade, source_id, published_at, first_seen_at ON article
WHEN ((new.grade <> 'off') <> (old.grade <> 'off') OR new.source_id <> old.source_id
    OR substr(coalesce(new.published_at, new.first_seen_at), 1, 10) <> substr(coalesce(old.published_at, old.first_seen_at), 1, 10))
  AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = new.id)
BEGIN
  UPDATE tag_tally SET articles = articles - 1 WHERE old.grade <> 'off' AND source_id = old.source_id
    AND (kind, ref) IN (SELECT kind, ref FROM finding WHERE article_id = old.id);
  UPDATE tag_day_tally SET articles = articles - 1 WHERE old.grade <> 'off'
    AND day = substr(coalesce(old.published_at, old.first_seen_at), 1, 10)
    AND (kind, ref) IN (SELECT kind, ref FROM finding WHERE article_id = old.id);
  INSERT INTO tag_tally SELECT DISTINCT kind, ref, new.source_id, 1 FROM finding
  WHERE new.grade <> 'off' AND article_id = new.id AND +kind IN ('party', 'topic')
  ON CONFLICT DO UPDATE SET articles = articles + 1;
  INSERT INTO tag_day_tally SELECT DISTINCT kind, ref, substr(coalesce(new.published_at, new.first_seen_at), 1, 10), 1 FROM finding
  WHERE new.grade <> 'off' AND article_id = new.id AND +kind IN ('party', 'topic')
  ON CONFLICT DO UPDATE SET articles = articles + 1;
END;

-- What an agency takes back, and gives again.
CREATE TRIGGER tag_tally_withdrawn AFTER INSERT ON withdrawal BEGIN
  UPDATE tag_tally SET articles = articles - 1
  WHERE source_id = (SELECT a.source_id FROM article a WHERE a.id = new.article_id AND a.grade <> 'off')
    AND (kind, ref) IN (SELECT kind, ref FROM finding WHERE article_id = new.article_id);
  UPDATE tag_day_tally SET articles = articles - 1
  WHERE day = (SELECT substr(coalesce(a.published_at, a.first_seen_at), 1, 10) FROM article a
      WHERE a.id = new.article_id AND a.grade <> 'off')
    AND (kind, ref) IN (SELECT kind, ref FROM finding WHERE article_id = new.article_id);
END;
CREATE TRIGGER tag_tally_reinstated AFTER DELETE ON withdrawal BEGIN
  INSERT INTO tag_tally SELECT DISTINCT f.kind, f.ref, a.source_id, 1 FROM finding f JOIN article a ON a.id = f.article_id
  WHERE f.article_id = old.article_id AND +f.kind IN ('party', 'topic') AND a.grade <> 'off'
  ON CONFLICT DO UPDATE SET articles = articles + 1;
  INSERT INTO tag_day_tally
  SELECT DISTINCT f.kind, f.ref, substr(coalesce(a.published_at, a.first_seen_at), 1, 10), 1
  FROM finding f JOIN article a ON a.id = f.article_id
  WHERE f.article_id = old.article_id AND +f.kind IN ('party', 'topic') AND a.grade <> 'off'
  ON CONFLICT DO UPDATE SET articles = articles + 1;
END;

-- Stories that ended later than a day they have to have begun by are passed over within the index.
DROP INDEX story_by_time;
CREATE INDEX story_by_time ON story(last_seen_at, first_seen_at);
