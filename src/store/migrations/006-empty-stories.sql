-- A story that lost all of its articles stays, because a message may tell of it; it is listed nowhere.
DROP VIEW stories;
CREATE VIEW stories AS
SELECT
  st.id,
  st.title,
  lead.url,
  s.name AS outlet,
  st.language,
  st.stage,
  st.grade,
  st.first_seen_at,
  st.last_seen_at,
  st.lead_article_id,
  (SELECT count(*) FROM story_article sa WHERE sa.story_id = st.id) AS articles,
  (SELECT count(DISTINCT a.source_id) FROM story_article sa JOIN article a ON a.id = sa.article_id WHERE sa.story_id = st.id) AS outlets
FROM story st
LEFT JOIN article lead ON lead.id = st.lead_article_id
LEFT JOIN source s ON s.id = lead.source_id
WHERE st.merged_into IS NULL
  AND EXISTS (SELECT 1 FROM story_article sa WHERE sa.story_id = st.id)
  AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.article_id = st.lead_article_id);
