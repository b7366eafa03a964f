const index = (row: string) => `
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = ${row};
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = ${row};`;

/** Triggers that keep the customer's document when a row of this list changes. */
const keepCustomer = (table: string) => `
CREATE TRIGGER search_${table}_added AFTER INSERT ON ${table} BEGIN ${index('NEW.customer_id')} END;
CREATE TRIGGER search_${table}_changed AFTER UPDATE ON ${table} BEGIN ${index('NEW.customer_id')} END;
CREATE TRIGGER search_${table}_removed AFTER DELETE ON ${table} BEGIN ${index('OLD.customer_id')} END;
CREATE TRIGGER search_${table}_left AFTER UPDATE OF customer_id ON ${table}
WHEN NEW.customer_id <> OLD.customer_id BEGIN ${index('OLD.customer_id')} END;`;

const listed = (columns: string, table: string) =>
  `coalesce((SELECT ' ' || group_concat(${columns}, ' ') FROM ${table} WHERE ${table}.customer_id = customer.id), '')`;

/** Names that somebody has besides those they go by, and further businesses with what they do there. */
export const namesAndWork = `
CREATE TABLE customer_name (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  name TEXT NOT NULL CHECK (name <> ''),
  -- What sort of name: "before she married", "in Greek".
  label TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX name_by_customer ON customer_name (customer_id, position);

-- The first business and role stand in the customer's own row.
CREATE TABLE customer_work (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  company TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  CHECK (company <> '' OR role <> '')
) STRICT;
CREATE INDEX work_by_customer ON customer_work (customer_id, position);

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
    || ${listed('tag', 'customer_tag')} AS body,
  added_at AS at
FROM customer WHERE binned_at IS NULL;
${keepCustomer('customer_name')}
${keepCustomer('customer_work')}
`;
