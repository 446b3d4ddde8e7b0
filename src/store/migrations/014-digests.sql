-- Overviews of a period, and the figures they are drawn from.

-- What matters by when it was published, without the many articles that do not.
CREATE INDEX article_relevant_by_time ON article(coalesce(published_at, first_seen_at), stage) WHERE grade <> 'off';

-- What joined a story in a period.
CREATE INDEX story_article_by_time ON story_article(joined_at);

-- One row for each period that ended while the bot knew the channel, whether there was anything to tell or not.
CREATE TABLE digest (
  channel_id TEXT NOT NULL,
  cadence TEXT NOT NULL,              -- daily, weekly
  since TEXT NOT NULL,                -- the period, its end not included
  until TEXT NOT NULL,
  delivery_id TEXT UNIQUE REFERENCES delivery(id),  -- null: no message
  content TEXT,                       -- JSON: what the message tells, as it stood when the period ended
  reason TEXT,                        -- why there is no message
  created_at TEXT NOT NULL,
  PRIMARY KEY (channel_id, cadence, until)
) STRICT, WITHOUT ROWID;

CREATE VIEW digests AS
SELECT g.channel_id AS channel, g.cadence, g.since, g.until, g.delivery_id, d.state, coalesce(g.reason, d.reason) AS reason, d.sent_at
FROM digest g LEFT JOIN delivery d ON d.id = g.delivery_id;
