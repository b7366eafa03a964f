/**
 * Hearing: one voice that two sources bring, conversations of several mentions, rules, saved
 * searches, and how a source tells its items apart.
 */
export const hearing = `
-- The folded words, for finding the same voice in another source; empty for the shortest.
ALTER TABLE mention ADD COLUMN words_key TEXT NOT NULL DEFAULT '';
-- The mention that this one is, heard a second time from another source.
ALTER TABLE mention ADD COLUMN same_as TEXT REFERENCES mention (id) ON DELETE SET NULL;
CREATE INDEX mention_by_same ON mention (same_as) WHERE same_as IS NOT NULL;
CREATE INDEX mention_by_words ON mention (words_key, said_at, source_id) WHERE words_key <> '';

-- The first mention of the conversation that a person joined this one to.
ALTER TABLE mention_state ADD COLUMN joined_to TEXT REFERENCES mention (id) ON DELETE SET NULL;
CREATE INDEX mention_state_by_joined ON mention_state (joined_to) WHERE joined_to IS NOT NULL;

-- How a source tells its items apart (identity.ts); and how what is stored was told apart.
ALTER TABLE source ADD COLUMN identity TEXT NOT NULL DEFAULT 'by-itself'
  CHECK (identity IN ('by-itself', 'guid', 'link', 'words'));
ALTER TABLE source_fetch ADD COLUMN identity TEXT NOT NULL DEFAULT 'by-itself'
  CHECK (identity IN ('by-itself', 'guid', 'link', 'words'));

-- Done by a person's rule and not by their hand: undo without a name passes it by.
ALTER TABLE journal_step ADD COLUMN by_itself INTEGER NOT NULL DEFAULT 0;

-- What shall happen by itself. Its source or customer may be gone; then it matches nothing.
CREATE TABLE rule (
  id TEXT PRIMARY KEY,
  made_at INTEGER NOT NULL,
  source_id TEXT,
  author TEXT NOT NULL DEFAULT '',
  -- A JSON list of phrases; one of them suffices.
  containing TEXT NOT NULL DEFAULT '[]',
  stars_at_most REAL,
  by_customer INTEGER NOT NULL DEFAULT 0,
  does TEXT NOT NULL CHECK (does IN ('noted', 'let-go', 'star', 'tone', 'link', 'tell')),
  tone TEXT CHECK (tone IN ('complaint', 'question', 'praise', 'plain')),
  customer_id TEXT
) STRICT;

CREATE TABLE saved_search (
  id TEXT PRIMARY KEY,
  made_at INTEGER NOT NULL,
  name TEXT NOT NULL,
  words TEXT NOT NULL DEFAULT '',
  show TEXT NOT NULL DEFAULT 'new',
  source_id TEXT
) STRICT;

DROP VIEW heard;
-- A mention with all that is known of it now: its state, and whose it is. One that another source
-- brought first is heard there, for as long as that source is listened to.
CREATE VIEW heard AS
SELECT
  mention.*,
  coalesce(mention_state.state, twin.state, 'new') AS state,
  coalesce(mention_state.starred, twin.starred, 0) AS starred,
  coalesce(mention_state.snoozed_until, twin.snoozed_until) AS snoozed_until,
  coalesce(mention_state.tone, twin.tone, mention.tone) AS heard_tone,
  coalesce(mention_state.tone, twin.tone) AS said_tone,
  coalesce(mention_state.state_at, twin.state_at) AS state_at,
  CASE WHEN EXISTS (
    SELECT 1 FROM mention AS head JOIN source AS of_head
    ON of_head.id = head.source_id AND of_head.removed_at IS NULL
    WHERE head.id = mention_state.joined_to
  ) THEN mention_state.joined_to END AS joined_to,
  coalesce(
    mention_state.customer_id,
    twin.customer_id,
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
LEFT JOIN mention_state ON mention_state.id = mention.id
LEFT JOIN mention_state AS twin ON twin.id = mention.same_as AND mention_state.id IS NULL
WHERE mention.same_as IS NULL OR NOT EXISTS (
  SELECT 1 FROM mention AS root JOIN source AS of_root
  ON of_root.id = root.source_id AND of_root.removed_at IS NULL
  WHERE root.id = mention.same_as);
`;
