/** Whether a person has made something of a mention that they want to see again. */
const kept = (id: string) => `(
  EXISTS (SELECT 1 FROM mention_state AS told WHERE told.id = ${id} AND (told.state IN ('answered', 'noted')
    OR told.starred = 1 OR told.customer_id IS NOT NULL OR told.joined_to IS NOT NULL OR told.answer <> ''))
  OR EXISTS (SELECT 1 FROM mention_state AS part WHERE part.joined_to = ${id})
  OR EXISTS (SELECT 1 FROM lesson_voice WHERE lesson_voice.mention_id = ${id})
  OR EXISTS (SELECT 1 FROM answer WHERE answer.mention_id = ${id}))`;

const listenedTo = (id: string) => `EXISTS (
  SELECT 1 FROM mention AS other JOIN source AS of_other
  ON of_other.id = other.source_id AND of_other.removed_at IS NULL WHERE other.id = ${id})`;

/** What we say to a voice: from the first word to what went out, and the way it took. */
export const answers = `
CREATE TABLE answer (
  id TEXT PRIMARY KEY,
  mention_id TEXT NOT NULL REFERENCES mention (id),
  -- A question is sent first where something is unclear.
  kind TEXT NOT NULL DEFAULT 'answer' CHECK (kind IN ('question', 'answer')),
  text TEXT NOT NULL DEFAULT '',
  -- What is true in what they said: one private line that never leaves.
  heart TEXT NOT NULL DEFAULT '',
  -- given: handed over to be posted; sent: it is there for them to read.
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'asleep', 'given', 'sent')),
  wakes_on TEXT,
  way TEXT NOT NULL DEFAULT '' CHECK (way IN ('', 'copied', 'mastodon', 'bluesky')),
  begun_at INTEGER NOT NULL,
  sent_at INTEGER,
  -- Where it can be read.
  address TEXT NOT NULL DEFAULT '',
  conversation_id TEXT REFERENCES conversation (id)
) STRICT;
CREATE INDEX answer_by_mention ON answer (mention_id, begun_at);
CREATE UNIQUE INDEX answer_being_written ON answer (mention_id) WHERE state <> 'sent';
CREATE INDEX answer_given ON answer (begun_at) WHERE state = 'given';
CREATE INDEX answer_by_conversation ON answer (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE TABLE answer_version (
  id TEXT PRIMARY KEY,
  answer_id TEXT NOT NULL REFERENCES answer (id),
  text TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX version_by_answer ON answer_version (answer_id, at);

-- How posting goes. The program's own work, not something that a person wrote.
CREATE TABLE answer_post (
  answer_id TEXT PRIMARY KEY REFERENCES answer (id) ON DELETE CASCADE,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'posting', 'failed')),
  tries INTEGER NOT NULL DEFAULT 0,
  next_try_at INTEGER NOT NULL,
  problem TEXT NOT NULL DEFAULT ''
) STRICT;

-- The shop's own first sentences.
CREATE TABLE opening (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  -- For which voices; empty for all.
  tone TEXT NOT NULL DEFAULT '' CHECK (tone IN ('', 'complaint', 'question', 'praise', 'plain')),
  added_at INTEGER NOT NULL,
  binned_at INTEGER
) STRICT;

DROP VIEW heard;
DROP VIEW search_text_mention;

-- A mention with all that is known of it now: its state, and whose it is. Of a source that was
-- removed, only what a person made something of. One that another source brought first is heard
-- there, as long as it is heard there.
CREATE VIEW heard AS
SELECT
  mention.*,
  coalesce(mention_state.state, twin.state, 'new') AS state,
  coalesce(mention_state.starred, twin.starred, 0) AS starred,
  coalesce(mention_state.snoozed_until, twin.snoozed_until) AS snoozed_until,
  coalesce(mention_state.tone, twin.tone, mention.tone) AS heard_tone,
  coalesce(mention_state.tone, twin.tone) AS said_tone,
  coalesce(mention_state.state_at, twin.state_at) AS state_at,
  CASE WHEN NOT EXISTS (
    SELECT 1 FROM mention AS head
    WHERE head.id = mention_state.joined_to AND ${listenedTo('head.same_as')}
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
JOIN source ON source.id = mention.source_id
LEFT JOIN mention_state ON mention_state.id = mention.id
LEFT JOIN mention_state AS twin ON twin.id = mention.same_as AND mention_state.id IS NULL
WHERE (source.removed_at IS NULL OR ${kept('mention.id')})
  AND (mention.same_as IS NULL
    OR NOT (${listenedTo('mention.same_as')} OR ${kept('mention.same_as')}));

CREATE VIEW search_text_mention AS
SELECT mention.id AS subject_id, matched_customer_id AS customer_id, title,
  author || ' ' || author_handle || ' ' || text AS body, said_at AS at
FROM mention JOIN source ON source.id = source_id
WHERE removed_at IS NULL OR ${kept('mention.id')};
`;
