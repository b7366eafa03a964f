/** What was said, by any medium; notes; and what is being typed right now. */
export const conversations = `
CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  medium TEXT NOT NULL,
  happened_at INTEGER NOT NULL,
  happened_day TEXT NOT NULL,
  said TEXT NOT NULL DEFAULT '',
  reached INTEGER NOT NULL DEFAULT 1,
  begun_by TEXT NOT NULL DEFAULT 'unknown' CHECK (begun_by IN ('them', 'us', 'unknown')),
  of_us TEXT NOT NULL DEFAULT '',
  written_at INTEGER NOT NULL,
  binned_at INTEGER
) STRICT;
CREATE INDEX conversation_by_time ON conversation (happened_at) WHERE binned_at IS NULL;
CREATE INDEX conversation_by_day ON conversation (happened_day) WHERE binned_at IS NULL AND reached = 1;

CREATE TABLE conversation_customer (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id),
  customer_id TEXT NOT NULL REFERENCES customer (id),
  UNIQUE (conversation_id, customer_id)
) STRICT;
CREATE INDEX conversation_by_customer ON conversation_customer (customer_id);

CREATE TABLE note (
  id TEXT PRIMARY KEY,
  customer_id TEXT REFERENCES customer (id),
  body TEXT NOT NULL,
  pinned INTEGER NOT NULL DEFAULT 0,
  written_at INTEGER NOT NULL,
  binned_at INTEGER
) STRICT;
CREATE INDEX note_by_customer ON note (customer_id);

CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;
`;
