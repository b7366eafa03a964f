import { folded, type NameParts, nameKeys } from '../../../../shared/names.ts';
import type { House } from '../../core.ts';
import { all, first } from '../../database/connection.ts';
import { newId } from '../../journal/new-id.ts';
import type { customerLists } from '../../journal/tables.ts';
import type { Write } from '../../journal/write.ts';

type Needs = Pick<House, 'connection' | 'clock'>;
type ListTable = (typeof customerLists)[number];

/** Keeps the other's name as another name of the kept person, unless it is known already. */
export function keepName(
  write: Write,
  house: Needs,
  kept: { id: string } & NameParts,
  other: { name: string } & NameParts,
): void {
  const known = [
    ...nameKeys(kept),
    ...[kept.nickname, kept.company].map(folded),
    ...all<{ name: string }>(
      house.connection,
      'SELECT name FROM customer_name WHERE customer_id = ?',
      [kept.id],
    ).map(({ name }) => folded(name)),
  ];
  if (nameKeys(other).some((key) => known.includes(key))) return;
  append(write, house, 'customer_name', kept.id, { name: other.name });
}

/** Keeps the other's business, and what they do there, as a further one of the kept person. */
export function keepWork(
  write: Write,
  house: Needs,
  id: string,
  work: { company: string; role: string },
): void {
  const there = first(
    house.connection,
    'SELECT 1 FROM customer_work WHERE customer_id = ? AND company = ? AND role = ?',
    [id, work.company, work.role],
  );
  if (!there) append(write, house, 'customer_work', id, work);
}

function append(
  write: Write,
  { connection, clock }: Needs,
  table: ListTable,
  customerId: string,
  row: Record<string, string>,
): void {
  const last = first<{ position: number | null }>(
    connection,
    `SELECT max(position) AS position FROM ${table} WHERE customer_id = ?`,
    [customerId],
  );
  write.insert(table, {
    ...row,
    id: newId(clock),
    customer_id: customerId,
    position: (last?.position ?? -1) + 1,
  });
}
