import type { LessonState } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { shortened } from '../conversations/called.ts';
import type { House } from '../core.ts';
import { whoIsPresent } from '../counter/present.ts';
import { type Connection, first, type Row } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';
import { readLesson } from './read.ts';
import { beginTelling, stopTelling } from './telling.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

/** What a lesson can rest on. */
export type VoiceKind = 'mention' | 'conversation';

const column = { mention: 'mention_id', conversation: 'conversation_id' } as const;

/** Keeps a lesson in one sentence, with the voices it rests on. */
export function addLesson(
  house: Needed,
  given: { sentence: string; mentionIds: string[]; conversationIds: string[] },
): { step: string; id: string } {
  const { clock, connection, journal } = house;
  const voices = [
    ...[...new Set(given.mentionIds)].map((id) => ({ kind: 'mention' as const, id })),
    ...[...new Set(given.conversationIds)].map((id) => ({ kind: 'conversation' as const, id })),
  ];
  for (const voice of voices) checkVoice(connection, voice.kind, voice.id);
  const id = newId(clock);
  const { step } = journal.step(`Kept the lesson “${shortened(given.sentence)}”`, (write) => {
    write.insert('lesson', { id, sentence: given.sentence, since_day: clock.today() });
    for (const voice of voices) insertVoice(write, house, id, voice.kind, voice.id);
  });
  return { step, id };
}

export interface LessonChanges {
  id: string;
  sentence?: string | undefined;
  state?: LessonState | undefined;
  changed?: string | undefined;
  reason?: string | undefined;
}

/**
 * Changes a lesson. Refuses "changed" and "told" while nobody has written what was changed, and
 * "kept" while there is no reason: that is what the customers would ask first.
 */
export function changeLesson(house: Needed, given: LessonChanges): { step: string } {
  const row = readLesson(house.connection, given.id);
  const state = given.state ?? row.state;
  const changed = given.changed ?? row.changed;
  const reason = given.reason ?? row.reason;
  if ((state === 'changed' || state === 'told') && changed === '') {
    throw new Refusal('invalid', 'Write down what you changed; a few words are enough.', 'changed');
  }
  if (state === 'kept' && reason === '') {
    throw new Refusal(
      'invalid',
      'Write down why it stays as it is; whoever asked will want to know.',
      'reason',
    );
  }
  const changes: Row = { sentence: given.sentence ?? row.sentence, state, changed, reason };
  const isNews = state === 'changed' && row.state !== 'changed';
  if (isNews) {
    changes.changed_day = house.clock.today();
    changes.changed_by = whoIsPresent(house.connection);
  }
  const isOpenAgain =
    row.state === 'changed' || row.state === 'told' ? !/^(changed|told)$/.test(state) : false;
  return house.journal.step(`Changed the lesson “${shortened(row.sentence)}”`, (write) => {
    write.update('lesson', row.id, changes);
    if (isNews) beginTelling(write, house, row.id);
    if (isOpenAgain) stopTelling(write, house, row.id);
  });
}

/** Rests a lesson on one more voice. Linking the same one twice changes nothing. */
export function linkVoice(
  house: Needed,
  { id, kind, voiceId }: { id: string; kind: VoiceKind; voiceId: string },
): { step: string } {
  const row = readLesson(house.connection, id);
  checkVoice(house.connection, kind, voiceId);
  return house.journal.step(`Linked a voice to “${shortened(row.sentence)}”`, (write) => {
    if (!linkOf(house.connection, id, kind, voiceId)) insertVoice(write, house, id, kind, voiceId);
  });
}

/** Takes a voice off a lesson again. Refuses when it is not linked. */
export function unlinkVoice(
  house: Needed,
  { id, kind, voiceId }: { id: string; kind: VoiceKind; voiceId: string },
): { step: string } {
  const row = readLesson(house.connection, id);
  const link = linkOf(house.connection, id, kind, voiceId);
  if (!link) throw new Refusal('not-found', 'The lesson does not rest on that voice.');
  return house.journal.step(`Took a voice off “${shortened(row.sentence)}”`, (write) => {
    write.remove('lesson_voice', link);
  });
}

/** Puts a lesson into the bin; undo brings it back with its voices. */
export function binLesson(house: Needed, id: string): { step: string } {
  const row = readLesson(house.connection, id);
  return house.journal.step(`Binned the lesson “${shortened(row.sentence)}”`, (write) => {
    stopTelling(write, house, id);
    write.update('lesson', id, { binned_at: house.clock.now() });
  });
}

function linkOf(
  connection: Connection,
  lessonId: string,
  kind: VoiceKind,
  voiceId: string,
): string | undefined {
  return first<{ id: string }>(
    connection,
    `SELECT id FROM lesson_voice WHERE lesson_id = ? AND ${column[kind]} = ?`,
    [lessonId, voiceId],
  )?.id;
}

function insertVoice(write: Write, house: Needed, lesson: string, kind: VoiceKind, voice: string) {
  write.insert('lesson_voice', {
    id: newId(house.clock),
    lesson_id: lesson,
    [column[kind]]: voice,
    added_at: house.clock.now(),
  });
}

function checkVoice(connection: Connection, kind: VoiceKind, id: string): void {
  const found =
    kind === 'mention'
      ? first(connection, 'SELECT 1 FROM mention WHERE id = ?', [id])
      : first(connection, 'SELECT 1 FROM conversation WHERE id = ? AND binned_at IS NULL', [id]);
  if (!found)
    throw new Refusal('not-found', 'What this lesson should rest on is not there any more.');
}
