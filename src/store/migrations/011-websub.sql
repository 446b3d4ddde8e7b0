-- What hubs were asked to push (W3C WebSub), so that a restart keeps its subscriptions.

CREATE TABLE websub (
  feed_url TEXT PRIMARY KEY REFERENCES feed(url),
  hub TEXT NOT NULL,
  topic TEXT NOT NULL,
  secret TEXT NOT NULL,               -- signs what the hub sends
  token TEXT NOT NULL UNIQUE,         -- last part of the callback's path
  pending INTEGER NOT NULL,           -- asked, not yet confirmed
  lease_until TEXT,                   -- confirmed until then
  next_ask_at TEXT NOT NULL,
  last_ping_at TEXT,                  -- signed ones only
  delivers INTEGER NOT NULL DEFAULT 0, -- the last news came by the hub, not by a poll that found it first
  error TEXT
) STRICT, WITHOUT ROWID;
