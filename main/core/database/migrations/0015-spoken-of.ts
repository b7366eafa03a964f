/**
 * Who was spoken of in a conversation without taking part; names as they are typed ("obrien" is
 * O'Brien); one draft of a conversation for every place where it can be written.
 */
export const spokenOf = `
CREATE TABLE conversation_spoken_of (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL REFERENCES conversation (id),
  customer_id TEXT NOT NULL REFERENCES customer (id),
  UNIQUE (conversation_id, customer_id)
) STRICT;
CREATE INDEX conversation_spoken_of_by_customer ON conversation_spoken_of (customer_id);

DELETE FROM spoken_name;
INSERT INTO spoken_name (name, customer_id, part) SELECT name, customer_id, part FROM spoken_name_of;

UPDATE OR IGNORE draft SET key = 'talk:' || substr(key, 8)
WHERE key LIKE 'person:%' AND key NOT LIKE 'person:%:%';
`;
