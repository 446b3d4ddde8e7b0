-- Releases of the parties themselves, and how long the press took to report on them.

CREATE INDEX story_article_primary ON story_article(story_id) WHERE primary_source = 1;

-- Longest excerpt in characters that may be shown of one of its articles; null: no limit of its own.
ALTER TABLE source ADD COLUMN snippet_limit INTEGER;
