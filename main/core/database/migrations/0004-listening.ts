/** Sources, what they brought, and what a person made of it (apart, so that neither harms the other). */
export const listening = `
CREATE TABLE source (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  home TEXT NOT NULL DEFAULT '',
  folder TEXT NOT NULL DEFAULT '',
  paused INTEGER NOT NULL DEFAULT 0,
  added_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE UNIQUE INDEX source_by_address ON source (kind, address) WHERE removed_at IS NULL;

-- What gathering knows of a source; written by the gathering thread alone.
CREATE TABLE source_fetch (
  source_id TEXT PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  fetch_address TEXT,
  -- Where it said that it has moved for good; told to the person, and forgotten when that fails.
  moved_to TEXT,
  etag TEXT,
  last_modified TEXT,
  validators_at INTEGER,
  body_hash TEXT,
  cursor TEXT,
  next_check_at INTEGER,
  last_tried_at INTEGER,
  last_success_at INTEGER,
  last_new_at INTEGER,
  last_error TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0,
  habit_hours REAL,
  shared_guid INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX source_due ON source_fetch (next_check_at);

CREATE TABLE host_rest (
  host TEXT PRIMARY KEY,
  until INTEGER NOT NULL,
  why TEXT NOT NULL
) STRICT;

CREATE TABLE source_request (
  id INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  status INTEGER,
  new_items INTEGER NOT NULL DEFAULT 0,
  milliseconds INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX request_by_source ON source_request (source_id, at);

CREATE TABLE mention (
  id TEXT PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  -- What makes it the same item the next time (see main/core/listening/identity.ts).
  identity TEXT NOT NULL,
  guid TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  canonical TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  html TEXT NOT NULL DEFAULT '',
  text TEXT NOT NULL DEFAULT '',
  author TEXT NOT NULL DEFAULT '',
  author_handle TEXT NOT NULL DEFAULT '',
  author_address TEXT NOT NULL DEFAULT '',
  -- The author normalised for matching, such as 'mastodon:rosa@example.social'.
  author_key TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  published_at INTEGER,
  updated_at INTEGER,
  received_at INTEGER NOT NULL,
  -- When it counts: published, or received where that is unknown.
  said_at INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(published_at, received_at)) STORED,
  content_hash TEXT NOT NULL,
  edited_at INTEGER,
  rating_value REAL,
  rating_best REAL,
  rating_worst REAL,
  rating_share REAL,
  tone TEXT NOT NULL DEFAULT 'plain' CHECK (tone IN ('complaint', 'question', 'praise', 'plain')),
  matched_customer_id TEXT REFERENCES customer (id) ON DELETE SET NULL,
  likely_customer_id TEXT REFERENCES customer (id) ON DELETE SET NULL,
  likely_why TEXT NOT NULL DEFAULT '',
  UNIQUE (source_id, identity)
) STRICT;
CREATE INDEX mention_by_time ON mention (said_at DESC, id);
CREATE INDEX mention_by_source ON mention (source_id, said_at DESC);
CREATE INDEX mention_by_canonical ON mention (canonical) WHERE canonical <> '';
CREATE INDEX mention_by_author ON mention (author_key) WHERE author_key <> '';
CREATE INDEX mention_by_match ON mention (matched_customer_id) WHERE matched_customer_id IS NOT NULL;
CREATE INDEX mention_by_likely ON mention (likely_customer_id) WHERE likely_customer_id IS NOT NULL;

CREATE TABLE mention_earlier (
  id TEXT PRIMARY KEY,
  mention_id TEXT NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX earlier_by_mention ON mention_earlier (mention_id, at);

-- Items that were purged, so that they never come back.
CREATE TABLE mention_purged (
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  identity TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (source_id, identity)
) STRICT, WITHOUT ROWID;

-- What a person made of a mention. Its id is the mention's; no row means: new.
CREATE TABLE mention_state (
  id TEXT PRIMARY KEY REFERENCES mention (id),
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'answered', 'noted', 'let-go')),
  starred INTEGER NOT NULL DEFAULT 0,
  snoozed_until TEXT,
  customer_id TEXT REFERENCES customer (id),
  tone TEXT CHECK (tone IN ('complaint', 'question', 'praise', 'plain')),
  state_at INTEGER
) STRICT;
CREATE INDEX mention_state_by_state ON mention_state (state);
CREATE INDEX mention_state_by_customer ON mention_state (customer_id) WHERE customer_id IS NOT NULL;

-- "Not this person", remembered for the mention and, where it is known, for its author.
CREATE TABLE mention_not (
  id TEXT PRIMARY KEY,
  mention_id TEXT NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  author_key TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX mention_not_by_mention ON mention_not (mention_id);
CREATE INDEX mention_not_by_customer ON mention_not (customer_id);
CREATE INDEX mention_not_by_author ON mention_not (author_key) WHERE author_key <> '';

-- A mention with all that is known of it now: its state, and whose it is.
CREATE VIEW heard AS
SELECT
  mention.*,
  coalesce(mention_state.state, 'new') AS state,
  coalesce(mention_state.starred, 0) AS starred,
  mention_state.snoozed_until AS snoozed_until,
  coalesce(mention_state.tone, mention.tone) AS heard_tone,
  mention_state.state_at AS state_at,
  coalesce(
    mention_state.customer_id,
    CASE WHEN EXISTS (
      SELECT 1 FROM mention_not
      WHERE mention_not.customer_id = mention.matched_customer_id
        AND (mention_not.mention_id = mention.id
          OR (mention_not.author_key <> '' AND mention_not.author_key = mention.author_key))
    ) THEN NULL ELSE mention.matched_customer_id END
  ) AS customer_id,
  source.name AS source_name,
  source.kind AS source_kind
FROM mention
JOIN source ON source.id = mention.source_id AND source.removed_at IS NULL
LEFT JOIN mention_state ON mention_state.id = mention.id;
`;
