import type { WhatGoes } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { asShown } from '../backups/list.ts';
import { isThere } from '../backups/second-folder.ts';
import type { House } from '../core.ts';
import { all, first } from '../database/connection.ts';
import { setAsideFolder } from '../rescue/set-aside.ts';
import { backupsThatKnow, type Known } from './still-know.ts';

type Needs = Pick<House, 'connection' | 'backups' | 'dataFolder'>;

const counts = `
  WITH RECURSIVE same (id) AS (
    SELECT :id UNION SELECT customer.id FROM customer JOIN same ON merged_into = same.id),
  talk (id) AS (
    SELECT conversation_id FROM conversation_customer WHERE customer_id IN (SELECT id FROM same)),
  others (id) AS (
    SELECT conversation_id FROM conversation_customer
    WHERE conversation_id IN (SELECT id FROM talk) AND customer_id NOT IN (SELECT id FROM same))
  SELECT
    (SELECT count(*) FROM talk WHERE id NOT IN (SELECT id FROM others)) AS conversations,
    (SELECT count(*) FROM (
      SELECT id FROM others UNION SELECT conversation_id FROM conversation_spoken_of
      WHERE customer_id IN (SELECT id FROM same))) AS shared,
    (SELECT count(*) FROM note WHERE customer_id IN (SELECT id FROM same)) AS notes,
    (SELECT count(*) FROM follow_up WHERE customer_id IN (SELECT id FROM same)) AS followUps,
    (SELECT count(*) FROM matter WHERE customer_id IN (SELECT id FROM same)) AS matters,
    (SELECT count(*) FROM story WHERE customer_id IN (SELECT id FROM same)) AS stories,
    (SELECT count(*) FROM customer_photo WHERE customer_id IN (SELECT id FROM same)) AS photo,
    (SELECT count(*) FROM heard WHERE customer_id IN (SELECT id FROM same)) AS voices,
    (SELECT min(added_at) FROM customer WHERE id IN (SELECT id FROM same)) AS addedAt`;

type Counts = Omit<WhatGoes, 'name' | 'alsoKnownAs' | 'photo' | 'older'>;

/** Since when somebody is known. Refuses when there is nobody. */
export function knownOf({ connection }: Pick<House, 'connection'>, id: string): Known {
  const found = first<Known>(
    connection,
    'SELECT id, added_at AS addedAt FROM customer WHERE id = ?',
    [id],
  );
  if (!found) throw new Refusal('not-found', 'That person is not here any more.');
  return found;
}

/** What would go, and stay, if somebody was forgotten. Refuses when there is nobody. */
export async function whatGoes(house: Needs, id: string): Promise<WhatGoes> {
  const { connection } = house;
  const known = knownOf(house, id);
  const counted = first<Counts & { photo: number; addedAt: number }>(connection, counts, { id });
  if (!counted) throw new Error('Nothing was counted');
  const { photo, addedAt, ...rest } = counted;
  const names = all<{ id: string; name: string }>(
    connection,
    `WITH RECURSIVE same (id) AS (
       SELECT ? UNION SELECT customer.id FROM customer JOIN same ON merged_into = same.id)
     SELECT customer.id, display_name AS name FROM customer JOIN same USING (id)`,
    [id],
  );
  return {
    ...rest,
    name: names.find((one) => one.id === id)?.name ?? '',
    alsoKnownAs: names.filter((one) => one.id !== id).map(({ name }) => name),
    photo: photo > 0,
    older: await olderOf(house, { ...known, addedAt }),
  };
}

/** What older copies know of somebody. */
export async function olderOf(house: Needs, known: Known): Promise<WhatGoes['older']> {
  const { backups, dataFolder } = house;
  const folder = setAsideFolder(dataFolder);
  const setAside = await backups.run('holdersOf', { folder, text: known.id });
  const { backupFolder } = backups.choices;
  return {
    backups: backupsThatKnow(house, known).map(asShown),
    setAside: setAside.length,
    secondAway: backupFolder !== '' && !isThere(backupFolder),
  };
}
