import type { Story } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { calledCustomer, shortened } from '../conversations/called.ts';
import type { House } from '../core.ts';
import { all, type Connection, first, type Row } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

interface StoryRow {
  id: string;
  text: string;
  customer_id: string | null;
  name: string | null;
  mention_id: string | null;
  conversation_id: string | null;
  shown_name: string;
  leave: Story['leave'];
  leave_day: string | null;
}

const storyRows = `SELECT story.*, display_name AS name FROM story
  LEFT JOIN customer ON customer.id = story.customer_id AND customer.binned_at IS NULL
  WHERE story.binned_at IS NULL`;

/** Praise and good moments that were kept, the latest first. */
export function listStories(connection: Connection): Story[] {
  return all<StoryRow>(connection, `${storyRows} ORDER BY kept_at DESC, story.id DESC`).map(
    toStory,
  );
}

export interface StoryToKeep {
  text: string;
  customerId: string | null;
  mentionId: string | null;
  conversationId: string | null;
}

/** Keeps a good moment as a story. Nobody's leave has been asked yet. */
export function keepStory(house: Needed, given: StoryToKeep): { step: string; id: string } {
  const { connection, clock, journal } = house;
  if (given.customerId) calledCustomer(connection, given.customerId);
  const id = newId(clock);
  const { step } = journal.step(`Kept the story “${shortened(given.text)}”`, (write) => {
    write.insert('story', {
      id,
      text: given.text,
      customer_id: given.customerId,
      mention_id: given.mentionId,
      conversation_id: given.conversationId,
      kept_at: clock.now(),
    });
  });
  return { step, id };
}

export interface StoryChanges {
  id: string;
  text?: string | undefined;
  shownName?: string | undefined;
  leave?: Story['leave'] | undefined;
}

/**
 * Changes a story, or notes what they said when they were asked for leave. A name is kept only
 * with leave; when that is taken back the name goes.
 */
export function changeStory(house: Needed, given: StoryChanges): { step: string } {
  const row = readStory(house.connection, given.id);
  const leave = given.leave ?? row.leave;
  const changes: Row = { text: given.text ?? row.text, leave };
  if (leave !== row.leave) changes.leave_day = house.clock.today();
  if (given.shownName !== undefined && given.shownName !== '' && leave !== 'given') {
    throw new Refusal('invalid', 'Ask for their leave first; then the name may be shown.', 'leave');
  }
  changes.shown_name = leave === 'given' ? (given.shownName ?? row.shown_name) : '';
  return house.journal.step(`Changed the story “${shortened(row.text)}”`, (write) => {
    write.update('story', row.id, changes);
  });
}

/** Puts a story into the bin; undo brings it back. */
export function binStory(house: Needed, id: string): { step: string } {
  const row = readStory(house.connection, id);
  return house.journal.step(`Binned the story “${shortened(row.text)}”`, (write) => {
    write.update('story', id, { binned_at: house.clock.now() });
  });
}

function readStory(connection: Connection, id: string): StoryRow {
  const row = first<StoryRow>(connection, `${storyRows} AND story.id = ?`, [id]);
  if (!row) throw new Refusal('not-found', 'This story is not there any more.');
  return row;
}

function toStory(row: StoryRow): Story {
  return {
    id: row.id,
    text: row.text,
    customer: row.customer_id && row.name ? { id: row.customer_id, name: row.name } : null,
    mentionId: row.mention_id,
    conversationId: row.conversation_id,
    shownName: row.shown_name,
    leave: row.leave,
    leaveDay: row.leave_day,
  };
}
