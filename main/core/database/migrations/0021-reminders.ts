/** What a person was reminded of. Not a person's writing: no step of the journal changes it. */
export const reminders = `
CREATE TABLE reminder (
  -- What it is about and which time of it, so that nothing is told twice.
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('follow-up', 'date', 'morning')),
  -- By its kind: the follow-up, the customer's date, or the day.
  about_id TEXT NOT NULL,
  -- The local day and time it was meant for.
  meant_for TEXT NOT NULL,
  -- In time; late, because nobody was there; or passed over, because nobody had to be told.
  how TEXT NOT NULL CHECK (how IN ('told', 'missed', 'passed')),
  told_at INTEGER NOT NULL,
  -- When the machine or a window showed it.
  shown_at INTEGER,
  -- When the person put the card about it away.
  put_away_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX reminder_missed ON reminder (told_at) WHERE put_away_at IS NULL AND how = 'missed';

-- How far the journal was read when it was last looked for what is due: what was written since is
-- known to whoever wrote it.
CREATE TABLE reminder_look (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  change_id INTEGER NOT NULL
) STRICT;
`;
