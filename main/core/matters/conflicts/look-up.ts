import type { ConflictHit } from '../../../../shared/contract/contract.ts';
import { fullDay } from '../../../../shared/wording/days.ts';
import type { House } from '../../core.ts';
import { type Connection, first } from '../../database/connection.ts';
import { unhurried } from '../../unhurried.ts';
import { addMatterNote } from '../write-matters.ts';
import { type Comparable, comparable, type Likeness, likenessOf } from './likeness.ts';
import { type KnownName, namesKnown, tiesOf } from './names-known.ts';

/** Names taken apart once: whoever types a name looks it up several times. */
const takenApart = new WeakMap<Connection, Map<string, Comparable>>();

type Found = KnownName & Likeness;

const order: Record<Likeness['likeness'], number> = { same: 0, near: 1, part: 2 };

/** More than these are counted: a name of one short word is in half the house. */
const mostShown = 60;

/**
 * Everybody who is named like that or nearly so, with what each name is and in what it is alike:
 * over names, nicknames, other names, businesses, family, and both sides of every matter, in any
 * script, people in the bin too. The likest come first.
 */
export async function lookUpConflicts(
  { connection }: Pick<House, 'connection'>,
  { name, exceptMatter }: { name: string; exceptMatter?: string | undefined },
): Promise<{ hits: ConflictHit[]; more: number }> {
  const wanted = comparable(name);
  if (wanted.glued.length < 2) return { hits: [], more: 0 };
  const found: Found[] = [];
  const taken = takenApart.get(connection) ?? new Map<string, Comparable>();
  takenApart.set(connection, taken);
  await unhurried(namesKnown(connection, exceptMatter), (known) => {
    const other = taken.get(known.name) ?? comparable(known.name);
    taken.set(known.name, other);
    const likeness = likenessOf(wanted, other);
    if (likeness) found.push({ ...known, ...likeness });
  });
  const best = onceEach(found).sort((a, b) => order[a.likeness] - order[b.likeness]);
  const hits = best.slice(0, mostShown).flatMap((one) => shown(connection, one));
  return { hits, more: Math.max(0, best.length - mostShown) };
}

/** Looks a name up and keeps what was found as a dated note on a matter, as one step. */
export async function keepLookUp(
  house: Pick<House, 'connection' | 'clock' | 'journal'>,
  { id, name }: { id: string; name: string },
): Promise<{ id: string; step: string }> {
  const { hits, more } = await lookUpConflicts(house, { name, exceptMatter: id });
  const head = `Checked “${name}” for conflicts on ${fullDay(house.clock.today(), '')}`;
  const lines = hits.map(({ name: found, as, why, customer, ties }) =>
    [
      `- ${found}: ${as}${customer.name === found ? '' : ` (${customer.name})`}. ${why}.`,
      customer.binned && 'In the bin.',
      ties.length > 0 && `${ties.join('; ')}.`,
    ]
      .filter(Boolean)
      .join(' '),
  );
  const body =
    lines.length === 0
      ? `${head}: nobody is named like that.`
      : [`${head}:`, ...lines, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n');
  return addMatterNote(house, id, body.slice(0, 5000));
}

/** One name of somebody in one capacity is said once, by what is likest. */
function onceEach(found: readonly Found[]): Found[] {
  const best = new Map<string, Found>();
  for (const one of found) {
    const key = `${one.customerId} ${one.as}`;
    const known = best.get(key);
    if (!known || order[one.likeness] < order[known.likeness]) best.set(key, one);
  }
  return [...best.values()];
}

function shown(connection: Connection, one: Found): ConflictHit[] {
  const customer = first<{ name: string; binned: number }>(
    connection,
    'SELECT display_name AS name, binned_at IS NOT NULL AS binned FROM customer WHERE id = ?',
    [one.customerId],
  );
  // Gone while the names were gone through.
  if (!customer) return [];
  const { name, as, why, likeness, customerId, isTheirs } = one;
  return [
    {
      ...{ name, as, why, likeness },
      customer: { id: customerId, name: customer.name, binned: customer.binned === 1 },
      ties: isTheirs ? tiesOf(connection, customerId) : [],
    },
  ];
}
