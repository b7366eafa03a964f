import type { Matter } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { all, type Connection, first } from '../database/connection.ts';
import { readRecord } from '../people/get.ts';

/** A matter's own row. */
export interface MatterRow {
  id: string;
  customer_id: string;
  name: string;
  state: Matter['state'];
  opened_day: string | null;
  closed_day: string | null;
  note: string;
}

/** A matter's own row. Refuses when there is none. */
export function readMatter(connection: Connection, id: string): MatterRow {
  const row = first<MatterRow>(connection, 'SELECT * FROM matter WHERE id = ?', [id]);
  if (!row) throw new Refusal('not-found', 'This matter is not there any more.');
  return row;
}

/** Those still worked on first, then the latest opened. */
const order = `matter.state IN ('closed', 'declined'), coalesce(opened_day, '') DESC,
  made_at DESC, matter.id`;

/**
 * A client's own matters, and those of others in which they are named. Refuses when there is
 * nobody.
 */
export function listMatters({ connection }: Pick<House, 'connection'>, customerId: string) {
  const record = readRecord(connection, customerId);
  const customer = {
    id: customerId,
    name: record.display_name,
    binned: record.binned_at !== null,
  };
  const own = all<MatterRow>(
    connection,
    `SELECT * FROM matter WHERE customer_id = ? ORDER BY ${order}`,
    [customerId],
  );
  return {
    own: own.map(
      (row): Matter => ({
        id: row.id,
        customer,
        name: row.name,
        state: row.state,
        openedDay: row.opened_day,
        closedDay: row.closed_day,
        note: row.note,
        parties: readParties(connection, row.id),
        notes: all<Matter['notes'][number]>(
          connection,
          `SELECT id, body, written_at AS writtenAt FROM matter_note
         WHERE matter_id = ? ORDER BY written_at DESC, id DESC`,
          [row.id],
        ),
      }),
    ),
    namedIn: namedIn(connection, customerId),
  };
}

/** Who is in a matter besides the client; customers by the name they have now. */
function readParties(connection: Connection, matterId: string): Matter['parties'] {
  return all<Matter['parties'][number]>(
    connection,
    `SELECT matter_party.id, side, coalesce(display_name, name) AS name, other_id AS otherId,
       matter_party.role
     FROM matter_party LEFT JOIN customer ON customer.id = other_id
     WHERE matter_id = ? ORDER BY position, matter_party.id`,
    [matterId],
  );
}

function namedIn(connection: Connection, customerId: string) {
  return all<{
    id: string;
    name: string;
    state: Matter['state'];
    side: Matter['parties'][number]['side'];
    client: string;
    clientName: string;
    binned: number;
  }>(
    connection,
    `SELECT matter.id, matter.name, matter.state, side, customer.id AS client,
       display_name AS clientName, binned_at IS NOT NULL AS binned
     FROM matter_party JOIN matter ON matter.id = matter_id
     JOIN customer ON customer.id = matter.customer_id
     WHERE other_id = ? ORDER BY ${order}`,
    [customerId],
  ).map(({ client, clientName, binned, ...matter }) => ({
    ...matter,
    customer: { id: client, name: clientName, binned: binned === 1 },
  }));
}
