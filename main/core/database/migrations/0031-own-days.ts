/** Whose day's person it is; the shop's when nobody's. It goes where adding the colleague is undone. */
export const ownDays = `
ALTER TABLE daily_pick ADD COLUMN colleague_id TEXT REFERENCES colleague (id) ON DELETE CASCADE;
`;
