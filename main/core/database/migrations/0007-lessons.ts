/** What customers taught us, and the week's private answers. */
export const lessons = `
CREATE TABLE lesson (
  id TEXT PRIMARY KEY,
  sentence TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'heard' CHECK (state IN ('heard', 'thinking', 'changed', 'told', 'kept')),
  changed TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  since_day TEXT NOT NULL,
  changed_day TEXT,
  binned_at INTEGER
) STRICT;

CREATE TABLE lesson_voice (
  id TEXT PRIMARY KEY,
  lesson_id TEXT NOT NULL REFERENCES lesson (id),
  mention_id TEXT REFERENCES mention (id) ON DELETE CASCADE,
  conversation_id TEXT REFERENCES conversation (id),
  added_at INTEGER NOT NULL,
  CHECK ((mention_id IS NULL) <> (conversation_id IS NULL)),
  UNIQUE (lesson_id, mention_id),
  UNIQUE (lesson_id, conversation_id)
) STRICT;
CREATE INDEX voice_by_mention ON lesson_voice (mention_id) WHERE mention_id IS NOT NULL;
CREATE INDEX voice_by_conversation ON lesson_voice (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE TABLE reflection_answer (
  id TEXT PRIMARY KEY,
  week TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  UNIQUE (week, question)
) STRICT;
`;
