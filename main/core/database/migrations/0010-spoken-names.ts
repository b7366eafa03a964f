/**
 * The names by which customers are spoken of, so that a line is understood at once among 20,000.
 * Derived: kept by triggers, rebuildable (main/core/search/rebuild.ts). The SQL
 * function spoken_name() folds a name; connection.ts brings it.
 */
const part = (as: string, ...names: string[]) => `
SELECT spoken_name(${names.join(" || ' ' || ")}) AS name, id AS customer_id, '${as}' AS part FROM customer
WHERE binned_at IS NULL AND ${names.map((name) => `spoken_name(${name}) <> ''`).join(' AND ')}`;

const keep = (row: string) => `
  DELETE FROM spoken_name WHERE customer_id = ${row};
  INSERT INTO spoken_name (name, customer_id, part)
  SELECT name, customer_id, part FROM spoken_name_of WHERE customer_id = ${row};`;

export const spokenNames = `
CREATE TABLE spoken_name (
  name TEXT NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  -- What one calls them, wholly or in part; or the family's name alone (spoken of as "Mrs Bianchi").
  part TEXT NOT NULL CHECK (part IN ('called', 'family')),
  PRIMARY KEY (name, customer_id, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX spoken_name_by_customer ON spoken_name (customer_id);

CREATE VIEW spoken_name_of AS
${[
  part('called', 'display_name'),
  part('called', 'given_name', 'family_name'),
  part('called', 'family_name', 'given_name'),
  part('called', 'nickname', 'family_name'),
  part('called', 'given_name'),
  part('called', 'nickname'),
  part('family', 'family_name'),
].join('\nUNION')};

CREATE TRIGGER spoken_name_added AFTER INSERT ON customer BEGIN ${keep('NEW.id')} END;
CREATE TRIGGER spoken_name_changed
AFTER UPDATE OF given_name, family_name, nickname, display_name, binned_at ON customer
BEGIN ${keep('NEW.id')} END;

INSERT INTO spoken_name (name, customer_id, part) SELECT name, customer_id, part FROM spoken_name_of;
`;
