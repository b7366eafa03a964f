/** What we said to a mention, and when: kept beside what became of it. */
export const keptAnswers = `
ALTER TABLE mention_state ADD COLUMN answer TEXT NOT NULL DEFAULT '';
ALTER TABLE mention_state ADD COLUMN answered_at INTEGER;
`;
