/** Whom the day named, and what came of it. */
export const today = `
CREATE TABLE daily_pick (
  id TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  position INTEGER NOT NULL,
  -- The program names people by itself, so that must not stand in the way of undoing "added Rosa".
  customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  -- 1 when one more was asked for, 0 when this is the day's own or takes the place of one put off.
  asked INTEGER NOT NULL DEFAULT 0,
  -- The reasons as they were when the day named this person (JSON, shared/contract/today.ts).
  reasons TEXT NOT NULL,
  picked_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'not-today', 'not-reached')),
  state_at INTEGER,
  UNIQUE (day, position)
) STRICT;
CREATE INDEX pick_by_customer ON daily_pick (customer_id, day);
`;
