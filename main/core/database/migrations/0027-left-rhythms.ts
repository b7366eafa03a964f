/** A rhythm that was seen and proposed, and left as it is: not proposed again until it is another. */
export const leftRhythms = `
ALTER TABLE customer ADD COLUMN left_rhythm_days INTEGER;
`;
