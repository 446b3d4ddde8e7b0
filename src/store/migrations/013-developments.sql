-- What happened in a story, each thing once: what its followers are told of after its first message.
CREATE TABLE development (
  id INTEGER PRIMARY KEY,
  story_id INTEGER NOT NULL REFERENCES story(id),
  kind TEXT NOT NULL,                 -- stage: a later one than before; primary: a release joined; edit: of an article
  ref TEXT NOT NULL,                  -- the stage's id; the article's id; the revision's id
  article_id INTEGER NOT NULL REFERENCES article(id),
  at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX development_once ON development(story_id, kind, ref);
CREATE INDEX development_by_ref ON development(kind, ref);
CREATE INDEX development_by_article ON development(article_id);

-- Which message tells of which development.
CREATE TABLE delivery_development (
  delivery_id TEXT NOT NULL REFERENCES delivery(id),
  development_id INTEGER NOT NULL REFERENCES development(id) ON DELETE CASCADE,
  PRIMARY KEY (delivery_id, development_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_development_by_development ON delivery_development(development_id);
CREATE INDEX delivery_of_development ON delivery(channel_id, story_id) WHERE kind = 'development';

-- What happened before is known.
INSERT INTO development (story_id, kind, ref, article_id, at)
  SELECT id, 'stage', stage, lead_article_id, last_seen_at FROM story WHERE stage IS NOT NULL;
INSERT INTO development (story_id, kind, ref, article_id, at)
  SELECT story_id, 'primary', article_id, article_id, joined_at FROM story_article WHERE primary_source = 1;
INSERT INTO development (story_id, kind, ref, article_id, at)
  SELECT sa.story_id, 'edit', r.id, r.article_id, r.seen_at FROM revision r
  JOIN story_article sa ON sa.article_id = r.article_id WHERE r.kind = 'meaningful';
