/**
 * Whom a note links and which tags stand in notes and conversations, found at once. Derived: kept
 * by triggers, rebuildable (main/core/search/rebuild.ts). The SQL functions links_in(), tags_in()
 * and plain_words() read them out of the words; connection.ts brings them.
 */
const tagged = (kind: string, words: string) => `
  INSERT OR IGNORE INTO said_tag (kind, subject_id, tag, shown)
  SELECT '${kind}', NEW.id, json_each.value ->> 'key', json_each.value ->> 'tag'
  FROM json_each(tags_in(NEW.${words})) WHERE NEW.binned_at IS NULL;`;
const untagged = (kind: string, row: string) =>
  `DELETE FROM said_tag WHERE kind = '${kind}' AND subject_id = ${row}.id;`;

const keepTags = (kind: string, table: string, words: string) => `
CREATE TRIGGER said_tag_${table}_added AFTER INSERT ON ${table} BEGIN ${tagged(kind, words)} END;
CREATE TRIGGER said_tag_${table}_changed AFTER UPDATE OF ${words}, binned_at ON ${table} BEGIN
  ${untagged(kind, 'NEW')} ${tagged(kind, words)} END;
CREATE TRIGGER said_tag_${table}_removed AFTER DELETE ON ${table} BEGIN ${untagged(kind, 'OLD')} END;`;

const linked = `
  INSERT OR IGNORE INTO note_link (note_id, customer_id)
  SELECT NEW.id, json_each.value FROM json_each(links_in(NEW.body)) WHERE NEW.binned_at IS NULL;`;

const keepVoice = (id: string) => `
  DELETE FROM known_voice WHERE id = ${id};
  INSERT INTO known_voice (said_at, id) SELECT said_at, id FROM mention
  WHERE id = ${id} AND (matched_customer_id IS NOT NULL OR EXISTS (
    SELECT 1 FROM mention_state WHERE mention_state.id = ${id} AND ${dealtWith}));`;

/** What somebody did with a voice that brings it into the timeline of the house. */
const dealtWith = "(customer_id IS NOT NULL OR starred = 1 OR state = 'answered')";

export const noteWords = `
CREATE TABLE said_tag (
  tag TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('note', 'conversation')),
  subject_id TEXT NOT NULL,
  shown TEXT NOT NULL,
  PRIMARY KEY (tag, kind, subject_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX said_tag_by_subject ON said_tag (subject_id);

CREATE TABLE note_link (
  note_id TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  -- Whoever is linked may be gone: the note keeps their name.
  customer_id TEXT NOT NULL,
  PRIMARY KEY (customer_id, note_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_link_by_note ON note_link (note_id);

${keepTags('note', 'note', 'body')}
${keepTags('conversation', 'conversation', 'said')}

CREATE TRIGGER note_link_added AFTER INSERT ON note BEGIN ${linked} END;
CREATE TRIGGER note_link_changed AFTER UPDATE OF body, binned_at ON note BEGIN
  DELETE FROM note_link WHERE note_id = NEW.id; ${linked} END;

-- Found by the words that one sees, and by the names that those linked have now.
DROP VIEW search_text_note;
CREATE VIEW search_text_note AS
SELECT id AS subject_id, customer_id, '' AS title,
  plain_words(body) || coalesce((
    SELECT ' ' || group_concat(display_name, ' ') FROM customer
    WHERE id IN (SELECT value FROM json_each(links_in(body)))
      AND instr(plain_words(body), display_name) = 0), '') AS body,
  written_at AS at
FROM note WHERE binned_at IS NULL;

CREATE TRIGGER search_note_renamed AFTER UPDATE OF display_name ON customer
WHEN NEW.display_name <> OLD.display_name BEGIN
  DELETE FROM search_document WHERE kind = 'note'
    AND subject_id IN (SELECT note_id FROM note_link WHERE customer_id = NEW.id);
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'note', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_note WHERE subject_id IN (
    SELECT note_id FROM note_link WHERE customer_id = NEW.id); END;

-- The timeline of the house, by its time.
CREATE INDEX note_by_time ON note (written_at) WHERE binned_at IS NULL;
CREATE INDEX note_pinned ON note (customer_id) WHERE pinned = 1 AND binned_at IS NULL;
CREATE INDEX follow_up_by_told ON follow_up (coalesce(done_at, made_at)) WHERE binned_at IS NULL;
CREATE INDEX conversation_by_medium ON conversation (medium, happened_at) WHERE binned_at IS NULL;
-- Voices of our people, and those that somebody dealt with: few among all that is gathered.
CREATE TABLE known_voice (
  said_at INTEGER NOT NULL,
  id TEXT NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
  PRIMARY KEY (said_at, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX known_voice_by_mention ON known_voice (id);
CREATE TRIGGER known_voice_heard AFTER INSERT ON mention
WHEN NEW.matched_customer_id IS NOT NULL BEGIN ${keepVoice('NEW.id')} END;
CREATE TRIGGER known_voice_matched
AFTER UPDATE OF matched_customer_id, published_at, received_at ON mention
WHEN NEW.matched_customer_id IS NOT OLD.matched_customer_id OR NEW.said_at <> OLD.said_at
BEGIN ${keepVoice('NEW.id')} END;
CREATE TRIGGER known_voice_told AFTER INSERT ON mention_state BEGIN ${keepVoice('NEW.id')} END;
CREATE TRIGGER known_voice_changed AFTER UPDATE OF customer_id, starred, state ON mention_state
BEGIN ${keepVoice('NEW.id')} END;
CREATE TRIGGER known_voice_untold AFTER DELETE ON mention_state BEGIN ${keepVoice('OLD.id')} END;
INSERT INTO known_voice (said_at, id) SELECT said_at, id FROM mention
WHERE matched_customer_id IS NOT NULL
  OR id IN (SELECT id FROM mention_state WHERE ${dealtWith});

CREATE INDEX mention_state_answered ON mention_state (coalesce(answered_at, state_at), id)
WHERE state = 'answered' AND answer <> '';

INSERT OR IGNORE INTO said_tag (kind, subject_id, tag, shown)
SELECT 'note', note.id, json_each.value ->> 'key', json_each.value ->> 'tag'
FROM note, json_each(tags_in(body)) WHERE binned_at IS NULL;
INSERT OR IGNORE INTO said_tag (kind, subject_id, tag, shown)
SELECT 'conversation', conversation.id, json_each.value ->> 'key', json_each.value ->> 'tag'
FROM conversation, json_each(tags_in(said)) WHERE binned_at IS NULL AND instr(said, '#') > 0;
`;
