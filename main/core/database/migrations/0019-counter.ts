/** Who works here, who is at the keyboard, and who did what. */
export const counter = `
CREATE TABLE colleague (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  -- Whether the day names a person for them alone.
  own_day INTEGER NOT NULL DEFAULT 0,
  added_at INTEGER NOT NULL,
  binned_at INTEGER
) STRICT;

-- One row: who is at the keyboard now. A sign on the counter, not something that was written.
CREATE TABLE at_the_counter (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  colleague_id TEXT REFERENCES colleague (id) ON DELETE SET NULL
) STRICT;
INSERT INTO at_the_counter (id) VALUES (1);

-- Whoever was at the keyboard; no reference, so that the history outlives an undo of their name.
ALTER TABLE journal_step ADD COLUMN colleague_id TEXT;
ALTER TABLE conversation ADD COLUMN colleague_id TEXT REFERENCES colleague (id);
ALTER TABLE follow_up ADD COLUMN made_by TEXT REFERENCES colleague (id);
ALTER TABLE follow_up ADD COLUMN given_to TEXT REFERENCES colleague (id);
CREATE INDEX follow_up_by_given ON follow_up (given_to) WHERE given_to IS NOT NULL;
`;
