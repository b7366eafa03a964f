/** That somebody was forgotten, and no more of them: so that an older copy does not bring them back unasked. */
export const forgotten = `
CREATE TABLE forgotten (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT;
`;
