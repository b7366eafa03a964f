/** Customers as people: names, ways to reach them, family, dates, facts, tags. */
export const people = `
CREATE TABLE customer (
  id TEXT PRIMARY KEY,
  given_name TEXT NOT NULL DEFAULT '',
  family_name TEXT NOT NULL DEFAULT '',
  nickname TEXT NOT NULL DEFAULT '',
  company TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  name_order TEXT NOT NULL DEFAULT 'given-first' CHECK (name_order IN ('given-first', 'family-first')),
  pronouns TEXT NOT NULL DEFAULT '',
  said_as TEXT NOT NULL DEFAULT '',
  display_name TEXT NOT NULL CHECK (display_name <> ''),
  sort_name TEXT NOT NULL,
  circle TEXT NOT NULL DEFAULT 'regular' CHECK (circle IN ('inner', 'regular', 'wider', 'none')),
  rhythm_days INTEGER CHECK (rhythm_days > 0),
  how_met TEXT NOT NULL DEFAULT '',
  sent_by TEXT REFERENCES customer (id),
  added_at INTEGER NOT NULL,
  added_day TEXT NOT NULL,
  binned_at INTEGER
) STRICT;
CREATE INDEX customer_by_name ON customer (sort_name, id) WHERE binned_at IS NULL;
CREATE INDEX customer_by_added ON customer (added_day) WHERE binned_at IS NULL;
CREATE INDEX customer_by_sender ON customer (sent_by) WHERE sent_by IS NOT NULL;

CREATE TABLE customer_contact (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  kind TEXT NOT NULL CHECK (kind IN ('phone', 'email', 'address', 'handle', 'website')),
  label TEXT NOT NULL DEFAULT '',
  value TEXT NOT NULL,
  network TEXT NOT NULL DEFAULT '',
  normalised TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX contact_by_customer ON customer_contact (customer_id, position);
CREATE INDEX contact_by_normalised ON customer_contact (kind, normalised);

CREATE TABLE customer_relation (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  other_id TEXT REFERENCES customer (id),
  name TEXT NOT NULL DEFAULT '',
  relation TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  CHECK (other_id IS NOT NULL OR name <> '')
) STRICT;
CREATE INDEX relation_by_customer ON customer_relation (customer_id, position);
CREATE INDEX relation_by_other ON customer_relation (other_id) WHERE other_id IS NOT NULL;

CREATE TABLE customer_date (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  kind TEXT NOT NULL CHECK (kind IN ('birthday', 'anniversary', 'other')),
  label TEXT NOT NULL DEFAULT '',
  year INTEGER,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  day INTEGER CHECK (day BETWEEN 1 AND 31),
  yearly INTEGER NOT NULL DEFAULT 1,
  notice_days INTEGER NOT NULL DEFAULT 3,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX date_by_customer ON customer_date (customer_id, position);
CREATE INDEX date_by_month ON customer_date (month, day);

CREATE TABLE customer_fact (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  text TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX fact_by_customer ON customer_fact (customer_id, position);

CREATE TABLE customer_tag (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  tag TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  UNIQUE (customer_id, tag)
) STRICT;
CREATE INDEX tag_by_tag ON customer_tag (tag);
`;
