/** Every change that a person makes, before and after; and what they have set. */
export const journal = `
CREATE TABLE journal_step (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  label TEXT NOT NULL,
  -- The step that this one takes back, if it is an undo.
  undoes TEXT REFERENCES journal_step (id),
  undone_by TEXT REFERENCES journal_step (id)
) STRICT;
CREATE INDEX step_by_time ON journal_step (at);

CREATE TABLE journal_change (
  id INTEGER PRIMARY KEY,
  step_id TEXT NOT NULL REFERENCES journal_step (id),
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  customer_id TEXT,
  before TEXT,
  after TEXT,
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX change_by_step ON journal_change (step_id);
CREATE INDEX change_by_row ON journal_change (table_name, row_id);
CREATE INDEX change_by_customer ON journal_change (customer_id) WHERE customer_id IS NOT NULL;

CREATE TABLE setting (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- What belongs to the sample town, so that one click removes it and nothing else.
CREATE TABLE sample_row (
  id TEXT PRIMARY KEY,
  table_name TEXT NOT NULL
) STRICT;
`;
