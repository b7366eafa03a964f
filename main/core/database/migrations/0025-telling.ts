/** Whom we still owe the news of a change, voices that are no part of a lesson, and stories. */
export const telling = `
-- Those who taught a lesson, told one at a time once it has changed something.
CREATE TABLE lesson_telling (
  id TEXT PRIMARY KEY,
  lesson_id TEXT NOT NULL REFERENCES lesson (id),
  customer_id TEXT NOT NULL REFERENCES customer (id),
  words TEXT NOT NULL DEFAULT '',
  -- next: a follow-up asks for it now; left: somebody decided not to.
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'next', 'told', 'left')),
  follow_up_id TEXT REFERENCES follow_up (id),
  told_day TEXT,
  position INTEGER NOT NULL,
  UNIQUE (lesson_id, customer_id)
) STRICT;
CREATE INDEX telling_by_customer ON lesson_telling (customer_id);
CREATE INDEX telling_by_follow_up ON lesson_telling (follow_up_id) WHERE follow_up_id IS NOT NULL;

-- A voice that was proposed for a lesson and is no part of it.
CREATE TABLE lesson_not (
  id TEXT PRIMARY KEY,
  lesson_id TEXT NOT NULL REFERENCES lesson (id),
  -- A mention or a conversation; either may go, and then this says nothing any more.
  voice_id TEXT NOT NULL,
  UNIQUE (lesson_id, voice_id)
) STRICT;

ALTER TABLE lesson ADD COLUMN changed_by TEXT REFERENCES colleague (id);

-- Praise and good moments, with the leave of whose they are.
CREATE TABLE story (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  customer_id TEXT REFERENCES customer (id),
  mention_id TEXT REFERENCES mention (id),
  conversation_id TEXT REFERENCES conversation (id),
  -- The name under which they may be shown, once they gave leave.
  shown_name TEXT NOT NULL DEFAULT '',
  leave TEXT NOT NULL DEFAULT 'not-asked' CHECK (leave IN ('not-asked', 'asked', 'given', 'refused')),
  leave_day TEXT,
  kept_at INTEGER NOT NULL,
  binned_at INTEGER
) STRICT;
CREATE INDEX story_by_customer ON story (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX story_by_mention ON story (mention_id) WHERE mention_id IS NOT NULL;
CREATE INDEX story_by_conversation ON story (conversation_id) WHERE conversation_id IS NOT NULL;
`;
