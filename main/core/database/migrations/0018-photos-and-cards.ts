/** What people look like; and what their cards in other address books said beyond what we know. */
export const photosAndCards = `
-- Pictures under the SHA-256 of their bytes (hex): never changed, only pointed at, so that the
-- journal keeps no copies of them and taking a step back finds them again.
CREATE TABLE picture (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL CHECK (type IN ('image/jpeg', 'image/png', 'image/webp', 'image/gif')),
  bytes BLOB NOT NULL
) STRICT;

-- One for each customer, under the customer's own id.
CREATE TABLE customer_photo (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  picture_id TEXT NOT NULL REFERENCES picture (id),
  CHECK (id = customer_id)
) STRICT;
CREATE UNIQUE INDEX photo_by_customer ON customer_photo (customer_id);
CREATE INDEX photo_by_picture ON customer_photo (picture_id);

-- A card by which they are known elsewhere: its UID, and the lines that are written back as they
-- came (JSON, main/core/exchange/vcard-kept.ts).
CREATE TABLE customer_card (
  id TEXT PRIMARY KEY,
  customer_id TEXT NOT NULL REFERENCES customer (id),
  uid TEXT NOT NULL DEFAULT '',
  lines TEXT NOT NULL DEFAULT '[]',
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX card_by_customer ON customer_card (customer_id, position);
CREATE INDEX card_by_uid ON customer_card (uid) WHERE uid <> '';
`;
