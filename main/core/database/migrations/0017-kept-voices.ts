/** Whether a person has made something of a mention that they want to see again. */
const kept = (id: string) => `(
  EXISTS (SELECT 1 FROM mention_state AS told WHERE told.id = ${id} AND (told.state IN ('answered', 'noted')
    OR told.starred = 1 OR told.customer_id IS NOT NULL OR told.joined_to IS NOT NULL OR told.answer <> ''))
  OR EXISTS (SELECT 1 FROM mention_state AS part WHERE part.joined_to = ${id})
  OR EXISTS (SELECT 1 FROM lesson_voice WHERE lesson_voice.mention_id = ${id}))`;

const listenedTo = (id: string) => `EXISTS (
  SELECT 1 FROM mention AS other JOIN source AS of_other
  ON of_other.id = other.source_id AND of_other.removed_at IS NULL WHERE other.id = ${id})`;

/**
 * What a person made of a voice outlives its source: it stays in sight when the source is removed,
 * and what was said of a mention no longer goes with it, but keeps it.
 */
export const keptVoices = `
DROP VIEW heard;
DROP VIEW search_text_mention;

CREATE TABLE rebuilt AS SELECT * FROM mention_not;
DROP TABLE mention_not;
-- A proposal, or a match, that a person set aside.
CREATE TABLE mention_not (
  id TEXT PRIMARY KEY,
  mention_id TEXT NOT NULL REFERENCES mention (id),
  customer_id TEXT NOT NULL REFERENCES customer (id),
  author_key TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO mention_not SELECT * FROM rebuilt;
DROP TABLE rebuilt;
CREATE INDEX mention_not_by_author ON mention_not (author_key) WHERE author_key <> '';
CREATE INDEX mention_not_by_customer ON mention_not (customer_id);
CREATE INDEX mention_not_by_mention ON mention_not (mention_id);

CREATE TABLE rebuilt AS SELECT * FROM lesson_voice;
DROP TABLE lesson_voice;
CREATE TABLE lesson_voice (
  id TEXT PRIMARY KEY,
  lesson_id TEXT NOT NULL REFERENCES lesson (id),
  mention_id TEXT REFERENCES mention (id),
  conversation_id TEXT REFERENCES conversation (id),
  added_at INTEGER NOT NULL,
  CHECK ((mention_id IS NULL) <> (conversation_id IS NULL)),
  UNIQUE (lesson_id, mention_id),
  UNIQUE (lesson_id, conversation_id)
) STRICT;
INSERT INTO lesson_voice SELECT * FROM rebuilt;
DROP TABLE rebuilt;
CREATE INDEX voice_by_conversation ON lesson_voice (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX voice_by_mention ON lesson_voice (mention_id) WHERE mention_id IS NOT NULL;

-- Those who are known by a name alone, and only where they said it.
CREATE INDEX mention_by_name ON mention (source_id, author) WHERE author_key = '' AND author <> '';

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
