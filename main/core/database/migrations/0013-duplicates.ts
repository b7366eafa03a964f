const lists = ['contact', 'relation', 'date', 'fact', 'tag'].map((list) => `customer_${list}`);

const index = (kind: string, row: string) => `
  DELETE FROM search_document WHERE kind = '${kind}' AND subject_id = ${row};
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT '${kind}', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_${kind} WHERE subject_id = ${row};`;

/** What goes from one person to another leaves the first one's document in the search index. */
const leaves = (table: string) => `
CREATE TRIGGER search_${table}_left AFTER UPDATE OF customer_id ON ${table}
WHEN NEW.customer_id <> OLD.customer_id BEGIN ${index('customer', 'OLD.customer_id')} END;`;

/**
 * People who are there twice: who is not the same although it looks so, and whom somebody was
 * merged into.
 */
export const duplicates = `
-- Two who were said not to be the same; one_id is the smaller.
CREATE TABLE not_the_same (
  id TEXT PRIMARY KEY,
  one_id TEXT NOT NULL REFERENCES customer (id),
  other_id TEXT NOT NULL REFERENCES customer (id),
  said_at INTEGER NOT NULL,
  UNIQUE (one_id, other_id),
  CHECK (one_id < other_id)
) STRICT;
CREATE INDEX not_the_same_by_other ON not_the_same (other_id);

-- Who is in the bin because they were one with somebody: with whom.
ALTER TABLE customer ADD COLUMN merged_into TEXT REFERENCES customer (id);
CREATE INDEX customer_by_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;

-- Proposals that went along in a merge, so that undoing it brings them back. Derived.
CREATE TABLE likely_moved (
  mention_id TEXT NOT NULL REFERENCES mention (id) ON DELETE CASCADE,
  customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  PRIMARY KEY (mention_id, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX likely_moved_by_customer ON likely_moved (customer_id);

CREATE TRIGGER likely_merged AFTER UPDATE OF merged_into ON customer
WHEN NEW.merged_into IS NOT NULL AND OLD.merged_into IS NULL BEGIN
  INSERT OR IGNORE INTO likely_moved (mention_id, customer_id)
  SELECT id, NEW.id FROM mention WHERE likely_customer_id = NEW.id;
  UPDATE mention SET likely_customer_id = NEW.merged_into WHERE likely_customer_id = NEW.id; END;

CREATE TRIGGER likely_parted AFTER UPDATE OF merged_into ON customer
WHEN NEW.merged_into IS NULL AND OLD.merged_into IS NOT NULL BEGIN
  UPDATE mention SET likely_customer_id = NEW.id
  WHERE likely_customer_id = OLD.merged_into
    AND id IN (SELECT mention_id FROM likely_moved WHERE customer_id = NEW.id);
  DELETE FROM likely_moved WHERE customer_id = NEW.id; END;
${lists.map(leaves).join('')}
CREATE TRIGGER search_conversation_moved AFTER UPDATE OF customer_id ON conversation_customer
WHEN NEW.customer_id <> OLD.customer_id BEGIN ${index('conversation', 'NEW.conversation_id')} END;
CREATE TRIGGER search_conversation_left AFTER DELETE ON conversation_customer
BEGIN ${index('conversation', 'OLD.conversation_id')} END;
`;
