/** Today asks these at every look, also in a house of 20,000 people and 100,000 mentions. */
export const todayAtOnce = `
CREATE INDEX customer_by_rhythm ON customer (circle, rhythm_days) WHERE binned_at IS NULL;
CREATE INDEX matched_mention_by_time ON mention (said_at, id) WHERE matched_customer_id IS NOT NULL;
`;
