import type { MergeFields } from '../../../../shared/contract/contract.ts';
import { displayName, folded, sortName } from '../../../../shared/names.ts';
import { Refusal } from '../../../../shared/refusal.ts';
import type { House } from '../../core.ts';
import { first, type Row } from '../../database/connection.ts';
import type { Write } from '../../journal/write.ts';
import { rematch } from '../../listening/match.ts';
import { type CustomerRecord, readRecord } from '../get.ts';
import { namePartsOf } from '../name-of.ts';
import { cameThrough } from '../referrals.ts';
import { keepName, keepWork } from './keep-aside.ts';
import { moveKnown } from './move-known.ts';
import { moveSaid } from './move-said.ts';

/** What stands in the person's own row, and is chosen one by one. */
const columns = {
  givenName: 'given_name',
  familyName: 'family_name',
  nickname: 'nickname',
  company: 'company',
  role: 'role',
  nameOrder: 'name_order',
  pronouns: 'pronouns',
  saidAs: 'said_as',
  circle: 'circle',
  rhythmDays: 'rhythm_days',
  howMet: 'how_met',
  sentBy: 'sent_by',
} as const;

type Stored = CustomerRecord & { added_at: number; added_day: string };

/**
 * Makes one of two people, as one step. All that was said with `other` and all that is known of
 * them goes to `keep`; what both have stays once. What was not chosen remains with `other`, who
 * goes to the bin with a trace. Refuses one person twice, and somebody who is in the bin.
 */
export function mergePeople(
  house: Pick<House, 'connection' | 'clock' | 'journal'>,
  input: { keep: string; other: string; fields: MergeFields },
): { step: string } {
  const { connection, clock, journal } = house;
  if (input.keep === input.other) throw new Refusal('invalid', 'That is the same person twice.');
  const keep = readRecord(connection, input.keep) as Stored;
  const other = readRecord(connection, input.other) as Stored;
  if (keep.binned_at !== null || other.binned_at !== null) {
    throw new Refusal('conflict', 'One of them is in the bin. Put them back first.');
  }
  const own = chosen(connection, keep, other, input.fields);
  const label = `Merged ${other.display_name} into ${keep.display_name}`;
  const { step } = journal.step(label, (write) => {
    moveSaid(write, connection, keep.id, other.id);
    moveKnown(write, connection, keep.id, other.id, input.fields);
    becomeReal(write, connection, keep.id, other.id);
    write.update('customer', keep.id, own);
    keepAside(write, house, { ...keep, ...own } as Stored, other, input.fields);
    write.update('customer', other.id, { binned_at: clock.now(), merged_into: keep.id });
    rematch(connection);
  });
  return { step };
}

/** What there can be several of is kept beside what was chosen: another name, another business. */
function keepAside(
  write: Write,
  house: Pick<House, 'connection' | 'clock'>,
  after: Stored,
  other: Stored,
  fields: MergeFields,
): void {
  const kept = { id: after.id, ...namePartsOf(after) };
  keepName(write, house, kept, { name: other.display_name, ...namePartsOf(other) });
  if (!takesBoth(after, other, fields)) return;
  const role = fields.role === 'other' ? '' : other.role;
  keepWork(write, house, after.id, { company: other.company, role });
}

/** Whether both work somewhere, and nobody said that only one of it holds. */
function takesBoth(keep: Stored, other: Stored, fields: MergeFields): boolean {
  const differ = keep.company && other.company && folded(keep.company) !== folded(other.company);
  return Boolean(differ) && (fields.company ?? 'both') === 'both';
}

/** The kept person's row: what was chosen, and what only the other knew. */
function chosen(
  connection: House['connection'],
  keep: Stored,
  other: Stored,
  fields: MergeFields,
): Row {
  const row: Row = {};
  for (const [field, column] of Object.entries(columns)) {
    // What the other does there goes with their business.
    if (field === 'role' && !fields.role && takesBoth(keep, other, fields)) continue;
    const choice = fields[field as keyof typeof columns] ?? usual(field, keep, other);
    if (choice === 'other') row[column] = other[column];
    if (choice === 'both' && column === 'how_met' && keep.how_met !== other.how_met) {
      row.how_met = [keep.how_met, other.how_met].filter(Boolean).join('\n');
    }
  }
  // Nobody sends themselves, nor who sent them in turn.
  const mayHaveSent = (id: string | null) =>
    id !== keep.id &&
    id !== other.id &&
    (id === null || ![keep.id, other.id].some((through) => cameThrough(connection, id, through)));
  const sender = row.sent_by === undefined ? keep.sent_by : (row.sent_by as string | null);
  if (!mayHaveSent(sender)) {
    row.sent_by = [keep.sent_by, other.sent_by].find(mayHaveSent) ?? null;
  }
  // Since when they are known: by whichever was there first.
  if (other.added_at < keep.added_at) {
    row.added_at = other.added_at;
    row.added_day = other.added_day;
  }
  const names = namePartsOf({ ...keep, ...row } as Stored);
  const name = displayName(names);
  if (name === '') {
    throw new Refusal('invalid', 'Please leave a name to remember them by.', 'givenName');
  }
  return { ...row, display_name: name, sort_name: sortName(names) };
}

/** What is taken when nothing is chosen. */
function usual(field: string, keep: Stored, other: Stored): 'keep' | 'other' | 'both' {
  const column = columns[field as keyof typeof columns];
  if (field === 'howMet') return 'both';
  // The order belongs to the names it was given for.
  if (field === 'nameOrder') return keep.given_name || keep.family_name ? 'keep' : 'other';
  const isEmpty = keep[column] === '' || keep[column] === null;
  // An own rhythm belongs to a circle; another circle's would be a surprise.
  if (field === 'rhythmDays') return isEmpty && keep.circle === other.circle ? 'other' : 'keep';
  return isEmpty ? 'other' : 'keep';
}

/** Somebody of the sample town who is one with a real person does not leave with the town. */
function becomeReal(
  write: Write,
  connection: House['connection'],
  keepId: string,
  otherId: string,
): void {
  const ofTown = (id: string) =>
    first(connection, 'SELECT 1 FROM sample_row WHERE id = ?', [id]) !== undefined;
  if (ofTown(keepId) && !ofTown(otherId)) write.remove('sample_row', keepId);
}
