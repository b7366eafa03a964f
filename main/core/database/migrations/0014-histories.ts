/**
 * Whose history a change belongs to, when it is several people's; what can be taken back for one
 * of many; and numbers that follow the shop's country. The SQL function phone_key() gives a
 * number's form for comparing (shared/phone-numbers.ts); connection.ts brings it.
 */
const compareAnew = `
  UPDATE customer_contact SET normalised = phone_key(value,
    coalesce((SELECT json_extract(value, '$') FROM setting WHERE id = 'country'), ''))
  WHERE kind = 'phone' AND normalised <> phone_key(value,
    coalesce((SELECT json_extract(value, '$') FROM setting WHERE id = 'country'), ''));`;

export const histories = `
-- Further people whom a change is about, besides journal_change.customer_id.
CREATE TABLE journal_about (
  customer_id TEXT NOT NULL,
  change_id INTEGER NOT NULL REFERENCES journal_change (id) ON DELETE CASCADE,
  PRIMARY KEY (customer_id, change_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX about_by_change ON journal_about (change_id);
INSERT INTO journal_about (customer_id, change_id)
SELECT DISTINCT conversation_customer.customer_id, journal_change.id
FROM journal_change JOIN conversation_customer ON conversation_id = row_id
WHERE table_name = 'conversation';
INSERT OR IGNORE INTO journal_about (customer_id, change_id)
SELECT json_extract(coalesce(after, before), '$.other_id'), id FROM journal_change
WHERE table_name = 'customer_relation'
  AND json_extract(coalesce(after, before), '$.other_id') IS NOT NULL;

-- Did the same to each of many, so that it can be taken back for one of them.
ALTER TABLE journal_step ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;
CREATE INDEX step_by_undoes ON journal_step (undoes) WHERE undoes IS NOT NULL;

-- What is found does not follow from how a number is compared.
DROP TRIGGER search_customer_contact_changed;
CREATE TRIGGER search_customer_contact_changed AFTER UPDATE OF value, customer_id ON customer_contact BEGIN
  DELETE FROM search_document WHERE kind = 'customer' AND subject_id = NEW.customer_id;
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'customer', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_customer WHERE subject_id = NEW.customer_id; END;

-- Derived: numbers without a prefix are compared as those of the country in the settings.
${compareAnew}
CREATE TRIGGER phones_by_country_set AFTER INSERT ON setting WHEN NEW.id = 'country' BEGIN
  ${compareAnew} END;
CREATE TRIGGER phones_by_country_changed AFTER UPDATE OF value ON setting
WHEN NEW.id = 'country' AND NEW.value <> OLD.value BEGIN ${compareAnew} END;
CREATE TRIGGER phones_by_country_unset AFTER DELETE ON setting WHEN OLD.id = 'country' BEGIN
  ${compareAnew} END;
`;
