import { handleKey } from '../../../shared/handles.ts';
import { folded, nameKeys } from '../../../shared/names.ts';
import { all, type Connection, first, run } from '../database/connection.ts';
import { namePartsOf, type StoredName } from '../people/name-of.ts';
import type { Heard } from './sources/source-kind.ts';

/** Who an author may be: certain only by a handle or an address that the person's card holds. */
export interface Match {
  certain: string | null;
  likely: string | null;
  why: string;
}

export interface Matcher {
  match(author: string, authorKey: string): Match;
}

const nobody: Match = { certain: null, likely: null, why: '' };

/**
 * The one form of an author for comparing: `network:handle` (shared/handles.ts), `email:` and the
 * mail address, or empty when the item says nothing but a name.
 */
export function authorKeyOf(item: Heard): string {
  if (item.handle) return handleKey(item.network, item.handle);
  const address = item.authorAddress ?? '';
  if (/^https?:\/\//i.test(address)) return handleKey(item.network, address);
  return address ? `email:${address.toLowerCase()}` : '';
}

/** How a customer's contacts hold what an author's key says. */
const sameContact = `((kind IN ('handle', 'website') AND normalised = @key)
  OR (kind = 'email' AND 'email:' || normalised = @key))`;

/** Knows the customers as they are now; names are read once, on first need. */
export function createMatcher(connection: Connection): Matcher {
  let names: Map<string, { id: string; name: string }[]> | null = null;
  return {
    match(author, authorKey) {
      const certain = authorKey ? customerWith(connection, authorKey) : null;
      if (certain) return { certain, likely: null, why: '' };
      const key = folded(author);
      if (!isWholeName(key)) return nobody;
      names ??= customersByName(connection);
      const [one, another] = names.get(key) ?? [];
      if (!one || another) return nobody;
      return { certain: null, likely: one.id, why: `The name is the same as ${one.name}’s.` };
    },
  };
}

function customerWith(connection: Connection, authorKey: string): string | null {
  const found = all<{ customer_id: string }>(
    connection,
    `SELECT DISTINCT customer_id FROM customer_contact
     JOIN customer ON customer.id = customer_id AND binned_at IS NULL
     WHERE ${sameContact} LIMIT 2`,
    { key: authorKey },
  );
  // A handle that stands on two cards tells nothing for certain.
  return found.length === 1 ? (found[0]?.customer_id ?? null) : null;
}

/** One name alone is too common to tell somebody by, except where it is written together. */
function isWholeName(name: string): boolean {
  return (
    /\S \S/.test(name) ||
    /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2,}$/u.test(name)
  );
}

function customersByName(connection: Connection): Map<string, { id: string; name: string }[]> {
  const names = new Map<string, { id: string; name: string }[]>();
  const rows = all<NameRow>(
    connection,
    `SELECT id, display_name, given_name, family_name, nickname, company, name_order
     FROM customer WHERE binned_at IS NULL`,
  );
  for (const row of rows) {
    for (const key of nameKeys(namePartsOf(row))) {
      const known = names.get(key) ?? [];
      known.push({ id: row.id, name: row.display_name });
      names.set(key, known);
    }
  }
  return names;
}

interface NameRow extends StoredName {
  id: string;
  display_name: string;
}

/**
 * Brings what is already gathered up to the customers' present contacts. Gives the number of
 * mentions whose customer changed. Derived data: it can be run again at any time.
 */
export function rematch(connection: Connection): number {
  if (!first(connection, "SELECT 1 FROM mention WHERE author_key <> '' LIMIT 1")) return 0;
  return run(
    connection,
    `WITH known AS (
       SELECT CASE kind WHEN 'email' THEN 'email:' || normalised ELSE normalised END AS author_key,
         min(customer_id) AS customer_id, count(DISTINCT customer_id) AS customers
       FROM customer_contact JOIN customer ON customer.id = customer_id AND binned_at IS NULL
       WHERE kind IN ('handle', 'website', 'email') AND normalised <> '' GROUP BY 1),
     right_one AS (
       SELECT mention.id, CASE customers WHEN 1 THEN known.customer_id END AS customer_id
       FROM mention JOIN known ON known.author_key = mention.author_key
       WHERE mention.author_key <> ''
       UNION ALL
       SELECT id, NULL FROM mention WHERE matched_customer_id IS NOT NULL
         AND author_key NOT IN (SELECT author_key FROM known))
     UPDATE mention SET matched_customer_id = right_one.customer_id
     FROM right_one WHERE right_one.id = mention.id
       AND mention.matched_customer_id IS NOT right_one.customer_id`,
  );
}
