/**
 * One index over everything a person would search, kept by triggers and rebuildable
 * (main/core/search/rebuild.ts). The SQL function searchable() sets scripts that are written
 * without spaces apart, so that every character can be found; connection.ts brings it.
 */
const unindex = (kind: string, row: string) =>
  `DELETE FROM search_document WHERE kind = '${kind}' AND subject_id = ${row};`;

const index = (kind: string, row: string) => `
  ${unindex(kind, row)}
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT '${kind}', subject_id, customer_id, searchable(title), searchable(body), at
  FROM search_text_${kind.replace('-', '_')} WHERE subject_id = ${row};`;

/** Triggers that keep a kind's documents when its own table changes. */
const keep = (kind: string, table: string) => `
CREATE TRIGGER search_${table}_added AFTER INSERT ON ${table} BEGIN ${index(kind, 'NEW.id')} END;
CREATE TRIGGER search_${table}_changed AFTER UPDATE ON ${table} BEGIN ${index(kind, 'NEW.id')} END;
CREATE TRIGGER search_${table}_removed AFTER DELETE ON ${table} BEGIN ${unindex(kind, 'OLD.id')} END;`;

/** Triggers that keep the customer's document when something of theirs changes. */
const keepCustomer = (table: string) => `
CREATE TRIGGER search_${table}_added AFTER INSERT ON ${table} BEGIN ${index('customer', 'NEW.customer_id')} END;
CREATE TRIGGER search_${table}_changed AFTER UPDATE ON ${table} BEGIN ${index('customer', 'NEW.customer_id')} END;
CREATE TRIGGER search_${table}_removed AFTER DELETE ON ${table} BEGIN ${index('customer', 'OLD.customer_id')} END;`;

export const search = `
CREATE TABLE search_document (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  customer_id TEXT,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  at INTEGER,
  UNIQUE (kind, subject_id)
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
  title, body, content = 'search_document', content_rowid = 'id',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
CREATE TRIGGER search_document_added AFTER INSERT ON search_document BEGIN
  INSERT INTO search_index (rowid, title, body) VALUES (NEW.id, NEW.title, NEW.body); END;
CREATE TRIGGER search_document_removed AFTER DELETE ON search_document BEGIN
  INSERT INTO search_index (search_index, rowid, title, body)
  VALUES ('delete', OLD.id, OLD.title, OLD.body); END;
CREATE TRIGGER search_document_changed AFTER UPDATE ON search_document BEGIN
  INSERT INTO search_index (search_index, rowid, title, body)
  VALUES ('delete', OLD.id, OLD.title, OLD.body);
  INSERT INTO search_index (rowid, title, body) VALUES (NEW.id, NEW.title, NEW.body); END;

CREATE VIEW search_text_customer AS
SELECT customer.id AS subject_id, customer.id AS customer_id,
  display_name || ' ' || given_name || ' ' || family_name || ' ' || nickname AS title,
  company || ' ' || role || ' ' || said_as || ' ' || how_met
    || coalesce((SELECT ' ' || group_concat(value, ' ') FROM customer_contact WHERE customer_contact.customer_id = customer.id), '')
    || coalesce((SELECT ' ' || group_concat(name || ' ' || relation || ' ' || note, ' ') FROM customer_relation WHERE customer_relation.customer_id = customer.id), '')
    || coalesce((SELECT ' ' || group_concat(label, ' ') FROM customer_date WHERE customer_date.customer_id = customer.id), '')
    || coalesce((SELECT ' ' || group_concat(text, ' ') FROM customer_fact WHERE customer_fact.customer_id = customer.id), '')
    || coalesce((SELECT ' ' || group_concat(tag, ' ') FROM customer_tag WHERE customer_tag.customer_id = customer.id), '') AS body,
  added_at AS at
FROM customer WHERE binned_at IS NULL;

CREATE VIEW search_text_conversation AS
SELECT id AS subject_id,
  (SELECT customer_id FROM conversation_customer WHERE conversation_id = conversation.id ORDER BY id LIMIT 1) AS customer_id,
  '' AS title, said || ' ' || of_us AS body, happened_at AS at
FROM conversation WHERE binned_at IS NULL;

CREATE VIEW search_text_note AS
SELECT id AS subject_id, customer_id, '' AS title, body, written_at AS at
FROM note WHERE binned_at IS NULL;

CREATE VIEW search_text_follow_up AS
SELECT id AS subject_id, customer_id, text AS title, '' AS body, made_at AS at
FROM follow_up WHERE binned_at IS NULL;

CREATE VIEW search_text_mention AS
SELECT mention.id AS subject_id, matched_customer_id AS customer_id, title,
  author || ' ' || author_handle || ' ' || text AS body, said_at AS at
FROM mention JOIN source ON source.id = source_id AND removed_at IS NULL;

CREATE VIEW search_text_lesson AS
SELECT id AS subject_id, NULL AS customer_id, sentence AS title, changed || ' ' || reason AS body, NULL AS at
FROM lesson WHERE binned_at IS NULL;

${keep('customer', 'customer')}
${keepCustomer('customer_contact')}
${keepCustomer('customer_relation')}
${keepCustomer('customer_date')}
${keepCustomer('customer_fact')}
${keepCustomer('customer_tag')}
${keep('conversation', 'conversation')}
CREATE TRIGGER search_conversation_joined AFTER INSERT ON conversation_customer BEGIN
  ${index('conversation', 'NEW.conversation_id')} END;
${keep('note', 'note')}
${keep('follow-up', 'follow_up')}
${keep('mention', 'mention')}
${keep('lesson', 'lesson')}
CREATE TRIGGER search_source_removed AFTER UPDATE OF removed_at ON source
WHEN NEW.removed_at IS NOT OLD.removed_at BEGIN
  DELETE FROM search_document WHERE kind = 'mention'
    AND subject_id IN (SELECT id FROM mention WHERE source_id = NEW.id);
  INSERT INTO search_document (kind, subject_id, customer_id, title, body, at)
  SELECT 'mention', subject_id, search_text_mention.customer_id, searchable(search_text_mention.title),
    searchable(body), at
  FROM search_text_mention JOIN mention ON mention.id = subject_id
  WHERE mention.source_id = NEW.id; END;
`;
