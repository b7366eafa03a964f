import { Temporal } from 'temporal-polyfill';
import { shortened } from '../conversations/called.ts';
import type { House } from '../core.ts';
import { all, first } from '../database/connection.ts';
import { insertFollowUp } from '../followups/write.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';
import { listLessons, readLesson } from './read.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

interface Telling {
  id: string;
  lesson_id: string;
  customer_id: string;
  words: string;
}

/**
 * As part of the step that changes something for a lesson: whoever taught it is to be told, one
 * at a time, each with the words they used. Strangers cannot be told.
 */
export function beginTelling(write: Write, house: Needed, lessonId: string): void {
  const lesson = listLessons(house).find(({ id }) => id === lessonId);
  const known = new Set(
    all<{ customer_id: string }>(
      house.connection,
      'SELECT customer_id FROM lesson_telling WHERE lesson_id = ?',
      [lessonId],
    ).map((row) => row.customer_id),
  );
  // The first who said it is the first to be told.
  for (const { customer, excerpt } of (lesson?.voices ?? []).toReversed()) {
    if (!customer || known.has(customer.id)) continue;
    write.insert('lesson_telling', {
      id: newId(house.clock),
      lesson_id: lessonId,
      customer_id: customer.id,
      words: excerpt,
      position: known.size,
    });
    known.add(customer.id);
  }
  askForNext(write, house, lessonId);
}

/** As part of a step, takes back what is still to be told: the lesson is not there yet. */
export function stopTelling(write: Write, { connection, clock }: Needed, lessonId: string): void {
  const tellings = all<{ id: string; follow_up_id: string | null; is_open: number }>(
    connection,
    `SELECT lesson_telling.id, follow_up_id,
       coalesce(follow_up.state = 'open' AND follow_up.binned_at IS NULL, 0) AS is_open
     FROM lesson_telling LEFT JOIN follow_up ON follow_up.id = follow_up_id WHERE lesson_id = ?`,
    [lessonId],
  );
  for (const { id, follow_up_id: followUp, is_open: isOpen } of tellings) {
    if (followUp && isOpen) write.update('follow_up', followUp, { binned_at: clock.now() });
    write.update('lesson_telling', id, { state: 'waiting', follow_up_id: null, told_day: null });
  }
}

/**
 * As part of the step that ends a follow-up: when it was to tell somebody what changed, they are
 * told (or left out, when it was binned), and the next one's turn comes.
 */
export function endTelling(
  write: Write,
  house: Needed,
  followUpId: string,
  how: 'told' | 'left',
): void {
  const telling = first<Telling>(
    house.connection,
    `SELECT * FROM lesson_telling WHERE follow_up_id = ? AND state = 'next'`,
    [followUpId],
  );
  if (!telling) return;
  write.update('lesson_telling', telling.id, {
    state: how,
    told_day: how === 'told' ? house.clock.today() : null,
  });
  askForNext(write, house, telling.lesson_id);
}

/** The next follow-up, for tomorrow; once nobody is left and somebody was told, the lesson is told. */
function askForNext(write: Write, house: Needed, lessonId: string): void {
  const { connection, clock } = house;
  const states = all<Telling & { state: string; called: string; binned: number }>(
    connection,
    `SELECT lesson_telling.*, customer.binned_at IS NOT NULL AS binned,
       coalesce(nullif(given_name, ''), nullif(nickname, ''), display_name) AS called
     FROM lesson_telling JOIN customer ON customer.id = customer_id
     WHERE lesson_id = ? ORDER BY position`,
    [lessonId],
  );
  if (states.some(({ state }) => state === 'next')) return;
  const next = states.find(({ state, binned }) => state === 'waiting' && binned === 0);
  const lesson = readLesson(connection, lessonId);
  if (!next) {
    if (lesson.state === 'changed' && states.some(({ state }) => state === 'told')) {
      write.update('lesson', lessonId, { state: 'told' });
    }
    return;
  }
  const theirs = next.words ? ` Their words: “${next.words}”` : '';
  const followUp = insertFollowUp(write, house, {
    text: `Tell ${next.called} what changed: ${shortened(lesson.changed)}.${theirs}`.slice(0, 500),
    customerId: next.customer_id,
    dueDay: Temporal.PlainDate.from(clock.today()).add({ days: 1 }).toString(),
    dueTime: null,
    recurrence: null,
    conversationId: null,
  });
  write.update('lesson_telling', next.id, { state: 'next', follow_up_id: followUp });
}
