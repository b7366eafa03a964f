import { Temporal } from 'temporal-polyfill';
import type { MentionState, Tone } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { whoIsPresent } from '../counter/present.ts';
import type { Row } from '../database/connection.ts';
import { closeAnswered } from '../today/close-pick.ts';
import { withConversations } from './hearing/members.ts';
import { touchMention } from './hearing/touch.ts';

type Needs = Pick<House, 'connection' | 'journal' | 'clock'>;

const stateWords: Record<MentionState, string> = {
  new: 'new again',
  answered: 'answered',
  noted: 'noted',
  'let-go': 'let go',
};

/** Says what became of these mentions and of all that were joined to them, as one step. */
export function markMentions(house: Needs, ids: string[], state: MentionState) {
  const label = `Marked ${counted(ids)} as ${stateWords[state]}`;
  // New again is new now, also what was put off.
  const wakes: Row = state === 'new' ? { snoozed_until: null } : {};
  const answered_by = state === 'answered' ? whoIsPresent(house.connection) : null;
  const changes = { state, state_at: house.clock.now(), answered_by, ...wakes };
  const together = withConversations(house.connection, ids);
  return house.journal.step(label, (write) => {
    for (const id of together) touchMention(write, house.connection, id, changes);
    if (state === 'answered') closeAnswered(write, house, together);
  });
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

const toneWords: Record<Tone, string> = {
  complaint: 'a complaint',
  question: 'a question',
  praise: 'praise',
  plain: 'neither complaint nor praise',
};

/** Says how these mentions are meant; null leaves it to the guess again. */
export function sayTone(house: Needs, ids: string[], tone: Tone | null) {
  const label = tone
    ? `Took ${counted(ids)} for ${toneWords[tone]}`
    : `Left it open how ${counted(ids)} ${ids.length === 1 ? 'is' : 'are'} meant`;
  return change(house, ids, label, { tone }, ids);
}

/** One step for all of them; a conversation goes as a whole, unless `only` says which. */
function change(house: Needs, ids: string[], label: string, changes: Row, only?: string[]) {
  const together = withConversations(house.connection, ids);
  const { step } = house.journal.step(label, (write) => {
    for (const id of only ?? together) touchMention(write, house.connection, id, changes);
  });
  return { step };
}

function counted(ids: string[]): string {
  return ids.length === 1 ? 'a mention' : `${ids.length} mentions`;
}
