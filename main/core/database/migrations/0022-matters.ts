const index = (customer: string) => `
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = ${customer};
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = ${customer};`;

/** Triggers that keep the customer's document when a row of this table changes. */
const keepCustomer = (table: string, customer: (row: 'NEW' | 'OLD') => string) => `
CREATE TRIGGER search_${table}_added AFTER INSERT ON ${table} BEGIN ${index(customer('NEW'))} END;
CREATE TRIGGER search_${table}_changed AFTER UPDATE ON ${table} BEGIN ${index(customer('NEW'))} END;
CREATE TRIGGER search_${table}_removed AFTER DELETE ON ${table} BEGIN ${index(customer('OLD'))} END;`;

const ofMatter = (row: 'NEW' | 'OLD') =>
  `(SELECT customer_id FROM matter WHERE id = ${row}.matter_id)`;

const listed = (columns: string, table: string) =>
  `coalesce((SELECT ' ' || group_concat(${columns}, ' ') FROM ${table} WHERE ${table}.customer_id = customer.id), '')`;

const listedOfMatters = (columns: string, table: string) =>
  `coalesce((SELECT ' ' || group_concat(${columns}, ' ') FROM matter JOIN ${table} ON matter_id = matter.id WHERE customer_id = customer.id), '')`;

/** What an attorney does for a client: matters, who else is in them, and what was noted there. */
export const matters = `
CREATE TABLE matter (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  name TEXT NOT NULL CHECK (name <> ''),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('asked', 'open', 'waiting', 'closed', 'declined')),
  opened_day TEXT,
  closed_day TEXT,
  note TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX matter_by_customer ON matter (customer_id);

CREATE TABLE matter_party (
  id TEXT PRIMARY KEY,
  matter_id TEXT NOT NULL REFERENCES matter (id),
  -- Against the client, beside them, or neither.
  side TEXT NOT NULL CHECK (side IN ('other', 'with', 'neither')),
  name TEXT NOT NULL DEFAULT '',
  other_id TEXT REFERENCES customer (id),
  role TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  CHECK (other_id IS NOT NULL OR name <> '')
) STRICT;
CREATE INDEX party_by_matter ON matter_party (matter_id, position);
CREATE INDEX party_by_other ON matter_party (other_id) WHERE other_id IS NOT NULL;

CREATE TABLE matter_note (
  id TEXT PRIMARY KEY,
  matter_id TEXT NOT NULL REFERENCES matter (id),
  body TEXT NOT NULL,
  written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX matter_note_by_matter ON matter_note (matter_id, written_at);

DROP VIEW search_text_customer;
CREATE VIEW search_text_customer AS
SELECT customer.id AS subject_id, customer.id AS customer_id,
  display_name || ' ' || given_name || ' ' || family_name || ' ' || nickname
    || ${listed('name', 'customer_name')} AS title,
  company || ' ' || role || ' ' || said_as || ' ' || how_met
    || ${listed("company || ' ' || role", 'customer_work')}
    || ${listed('value', 'customer_contact')}
    || ${listed("name || ' ' || relation || ' ' || note", 'customer_relation')}
    || ${listed('label', 'customer_date')}
    || ${listed('text', 'customer_fact')}
    || ${listed('tag', 'customer_tag')}
    || ${listed("name || ' ' || note", 'matter')}
    || ${listedOfMatters("matter_party.name || ' ' || role", 'matter_party')}
    || ${listedOfMatters('body', 'matter_note')} AS body,
  added_at AS at
FROM customer WHERE binned_at IS NULL;
${keepCustomer('matter', (row) => `${row}.customer_id`)}
CREATE TRIGGER search_matter_left AFTER UPDATE OF customer_id ON matter
WHEN NEW.customer_id <> OLD.customer_id BEGIN ${index('OLD.customer_id')} END;
${keepCustomer('matter_party', ofMatter)}
${keepCustomer('matter_note', ofMatter)}
`;
