import { Temporal } from 'temporal-polyfill';
import type { MentionState } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { all, type Connection, type Row } from '../database/connection.ts';

type Needs = Pick<House, 'connection' | 'journal' | 'clock'>;

const stateWords: Record<MentionState, string> = {
  new: 'new again',
  answered: 'answered',
  noted: 'noted',
  'let-go': 'let go',
};

/** Says what became of these mentions, as one step. */
export function markMentions(house: Needs, ids: string[], state: MentionState) {
  const label = `Marked ${counted(ids)} as ${stateWords[state]}`;
  return change(house, ids, label, { state, state_at: house.clock.now() });
}

/** Stars these mentions, or takes their stars away. */
export function starMentions(house: Needs, ids: string[], starred: boolean) {
  const label = starred ? `Starred ${counted(ids)}` : `Took the star from ${counted(ids)}`;
  return change(house, ids, label, { starred: starred ? 1 : 0 });
}

/** Lets these mentions sleep until the morning of that day. */
export function snoozeMentions(house: Needs, ids: string[], until: string) {
  if (Temporal.PlainDate.compare(until, house.clock.today()) <= 0) {
    throw new Refusal('invalid', 'Please choose a day after today.', 'until');
  }
  return change(house, ids, `Put ${counted(ids)} off`, { snoozed_until: until });
}

function change(house: Needs, ids: string[], label: string, changes: Row): { step: string } {
  requireMentions(house.connection, ids);
  const { step } = house.journal.step(label, (write) => {
    for (const id of new Set(ids)) write.put('mention_state', { id, ...changes });
  });
  return { step };
}

function requireMentions(connection: Connection, ids: string[]): void {
  const found = all<{ id: string }>(
    connection,
    'SELECT id FROM mention WHERE id IN (SELECT value FROM json_each(?))',
    [JSON.stringify(ids)],
  );
  if (found.length < new Set(ids).size) {
    throw new Refusal('not-found', 'This mention is not here any more.');
  }
}

function counted(ids: string[]): string {
  return ids.length === 1 ? 'a mention' : `${ids.length} mentions`;
}
