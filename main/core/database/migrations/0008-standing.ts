/**
 * How things stand with each customer, kept by triggers so that a list of 20,000 sorts at once.
 * Derived: can be rebuilt from the tables it looks at (database/rebuild.ts).
 */
const spoke = (customer: string) => `
  INSERT INTO customer_standing (customer_id, last_spoke_at, last_spoke_day, attempts)
  SELECT ${customer},
    max(CASE WHEN reached = 1 THEN happened_at END),
    max(CASE WHEN reached = 1 THEN happened_day END),
    0
  FROM conversation_customer
  JOIN conversation ON conversation.id = conversation_id AND binned_at IS NULL
  WHERE conversation_customer.customer_id = ${customer}
  ON CONFLICT (customer_id) DO UPDATE SET
    last_spoke_at = excluded.last_spoke_at,
    last_spoke_day = excluded.last_spoke_day;
  UPDATE customer_standing SET attempts = (
    SELECT count(*) FROM conversation_customer
    JOIN conversation ON conversation.id = conversation_id AND binned_at IS NULL
    WHERE conversation_customer.customer_id = ${customer}
      AND reached = 0 AND happened_at > coalesce(last_spoke_at, -1)
  ) WHERE customer_id = ${customer};`;

const promised = (customer: string) => `
  INSERT INTO customer_standing (customer_id, next_follow_up_day)
  SELECT ${customer}, (
    SELECT min(wake_day) FROM follow_up
    WHERE customer_id = ${customer} AND state = 'open' AND binned_at IS NULL
  ) WHERE ${customer} IS NOT NULL
  ON CONFLICT (customer_id) DO UPDATE SET next_follow_up_day = excluded.next_follow_up_day;`;

export const standing = `
CREATE TABLE customer_standing (
  customer_id TEXT PRIMARY KEY REFERENCES customer (id) ON DELETE CASCADE,
  last_spoke_at INTEGER,
  last_spoke_day TEXT,
  -- Attempts since then that reached nobody.
  attempts INTEGER NOT NULL DEFAULT 0,
  next_follow_up_day TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX standing_by_spoke ON customer_standing (last_spoke_day);
CREATE INDEX standing_by_follow_up ON customer_standing (next_follow_up_day);

CREATE TRIGGER standing_joined AFTER INSERT ON conversation_customer BEGIN ${spoke('NEW.customer_id')} END;
CREATE TRIGGER standing_left AFTER DELETE ON conversation_customer BEGIN ${spoke('OLD.customer_id')} END;
CREATE TRIGGER standing_moved AFTER UPDATE ON conversation_customer BEGIN
  ${spoke('OLD.customer_id')} ${spoke('NEW.customer_id')} END;
CREATE TRIGGER standing_spoke AFTER UPDATE OF happened_at, happened_day, reached, binned_at ON conversation BEGIN
  UPDATE conversation_customer SET customer_id = customer_id WHERE conversation_id = NEW.id; END;

CREATE TRIGGER standing_promised AFTER INSERT ON follow_up BEGIN ${promised('NEW.customer_id')} END;
CREATE TRIGGER standing_kept AFTER UPDATE ON follow_up BEGIN
  ${promised('OLD.customer_id')} ${promised('NEW.customer_id')} END;
CREATE TRIGGER standing_dropped AFTER DELETE ON follow_up BEGIN ${promised('OLD.customer_id')} END;
`;
