/** Follow-ups put off to a time of a day, and those that come again on days of the week. */
export const putOff = `
ALTER TABLE follow_up ADD COLUMN snoozed_time TEXT;
-- The days of the week, such as 1,3,5 from Monday on, or last-day (of the month).
ALTER TABLE follow_up ADD COLUMN recurs_on TEXT;
`;
