import type { MergeFields } from '../../../../shared/contract/contract.ts';
import { displayName, sortName } from '../../../../shared/names.ts';
import { Refusal } from '../../../../shared/refusal.ts';
import type { House } from '../../core.ts';
import { first, type Row } from '../../database/connection.ts';
import type { Write } from '../../journal/write.ts';
import { rematch } from '../../listening/match.ts';
import { type CustomerRecord, readRecord } from '../get.ts';
import { cameThrough } from '../referrals.ts';
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
    write.update('customer', other.id, { binned_at: clock.now(), merged_into: keep.id });
    rematch(connection);
  });
  return { step };
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
  const after = { ...keep, ...row } as Stored;
  const names = {
    givenName: after.given_name,
    familyName: after.family_name,
    nickname: after.nickname,
    company: after.company,
    nameOrder: after.name_order,
  };
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
