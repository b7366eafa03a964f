/** Promises and reminders. */
export const followUps = `
CREATE TABLE follow_up (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  customer_id TEXT REFERENCES customer (id),
  due_day TEXT NOT NULL,
  due_time TEXT,
  snoozed_until TEXT,
  recurs_every INTEGER CHECK (recurs_every > 0),
  recurs_unit TEXT CHECK (recurs_unit IN ('day', 'week', 'month', 'year')),
  recurs_from TEXT CHECK (recurs_from IN ('due', 'done')),
  -- The day of the month (or year) that a repeating one was first meant for, so that it never drifts.
  recurs_anchor TEXT,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
  done_at INTEGER,
  made_at INTEGER NOT NULL,
  conversation_id TEXT REFERENCES conversation (id),
  kept_by TEXT REFERENCES conversation (id),
  previous_id TEXT REFERENCES follow_up (id),
  binned_at INTEGER,
  -- The day on which it asks for attention.
  wake_day TEXT NOT NULL GENERATED ALWAYS AS (max(due_day, coalesce(snoozed_until, due_day))) STORED
) STRICT;
CREATE INDEX follow_up_open ON follow_up (wake_day, due_time) WHERE state = 'open' AND binned_at IS NULL;
CREATE INDEX follow_up_by_customer ON follow_up (customer_id, state);
CREATE INDEX follow_up_by_conversation ON follow_up (conversation_id) WHERE conversation_id IS NOT NULL;
`;
