/** Who came back, the worry that was named, whose a private answer is, and who answered a voice. */
export const reflection = `
-- That somebody came back, as a person noted it.
CREATE TABLE came_back (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  day TEXT NOT NULL,
  UNIQUE (customer_id, day)
) STRICT;
CREATE INDEX came_back_by_day ON came_back (day);

-- What somebody feared that people may say, in one line.
CREATE TABLE leap (
  id TEXT PRIMARY KEY,
  worry TEXT NOT NULL CHECK (worry <> ''),
  named_day TEXT NOT NULL,
  put_away_at INTEGER
) STRICT;

-- A private answer is that of whoever wrote it: one a week for each question and each of us.
ALTER TABLE reflection_answer RENAME TO reflection_answer_of_all;
CREATE TABLE reflection_answer (
  id TEXT PRIMARY KEY,
  week TEXT NOT NULL,
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  written_at INTEGER NOT NULL,
  -- Who was at the keyboard; nobody where none was named.
  colleague_id TEXT REFERENCES colleague (id)
) STRICT;
INSERT INTO reflection_answer (id, week, question, answer, written_at)
SELECT id, week, question, answer, written_at FROM reflection_answer_of_all;
DROP TABLE reflection_answer_of_all;
CREATE UNIQUE INDEX reflection_answer_once
ON reflection_answer (week, question, coalesce(colleague_id, ''));

ALTER TABLE mention_state ADD COLUMN answered_by TEXT REFERENCES colleague (id);
ALTER TABLE answer ADD COLUMN colleague_id TEXT REFERENCES colleague (id);
`;
