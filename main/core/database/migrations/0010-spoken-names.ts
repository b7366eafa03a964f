/**
 * The names by which customers are spoken of, so that a line is understood at once among 20,000.
 * Derived: kept by triggers, rebuildable (main/core/search/rebuild.ts). The SQL function
 * spoken_names() gives a customer's; connection.ts brings it.
 */
const keep = `
  INSERT INTO spoken_name (name, customer_id, part)
  SELECT name, customer_id, part FROM spoken_name_of WHERE customer_id = NEW.id;`;

export const spokenNames = `
CREATE TABLE spoken_name (
  name TEXT NOT NULL,
  customer_id TEXT NOT NULL REFERENCES customer (id) ON DELETE CASCADE,
  -- What one calls them, wholly or in part; or the family's name alone, which needs a title.
  part TEXT NOT NULL CHECK (part IN ('called', 'family')),
  PRIMARY KEY (name, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX spoken_name_by_customer ON spoken_name (customer_id);

CREATE VIEW spoken_name_of AS
SELECT json_each.key AS name, customer.id AS customer_id, json_each.value AS part
FROM customer, json_each(spoken_names(display_name, given_name, family_name, nickname))
WHERE binned_at IS NULL;

CREATE TRIGGER spoken_name_added AFTER INSERT ON customer BEGIN ${keep} END;
CREATE TRIGGER spoken_name_changed
AFTER UPDATE OF given_name, family_name, nickname, display_name, binned_at ON customer BEGIN
  DELETE FROM spoken_name WHERE customer_id = NEW.id; ${keep} END;

INSERT INTO spoken_name (name, customer_id, part) SELECT name, customer_id, part FROM spoken_name_of;
`;
