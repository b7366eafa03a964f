/** What leaves the bin for good leaves only this: that on a day a step was taken with somebody. */
export const bin = `
CREATE TABLE step_with_gone (
  day TEXT PRIMARY KEY,
  steps INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX customer_binned ON customer (binned_at) WHERE binned_at IS NOT NULL;
CREATE INDEX conversation_binned ON conversation (binned_at) WHERE binned_at IS NOT NULL;
CREATE INDEX note_binned ON note (binned_at) WHERE binned_at IS NOT NULL;
CREATE INDEX follow_up_binned ON follow_up (binned_at) WHERE binned_at IS NOT NULL;
CREATE INDEX lesson_binned ON lesson (binned_at) WHERE binned_at IS NOT NULL;
`;
