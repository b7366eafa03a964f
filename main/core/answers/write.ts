import { answerLength, mostOf } from '../../../shared/answer-length.ts';
import type { Answer } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import type { House } from '../core.ts';
import { whoIsPresent } from '../counter/present.ts';
import { type Row, run } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';
import { goneOut } from './gone-out.ts';
import { type AnswerRow, presentAnswer, readAnswer, readVoice, type VoiceRow } from './read.ts';
import { countingNetwork, type PostingNetwork, postingNetwork } from './ways.ts';

type Needed = Pick<House, 'connection' | 'clock' | 'journal'>;

/** What a person has written to a voice so far. */
export interface Written {
  mentionId: string;
  kind: Answer['kind'];
  text: string;
  heart: string;
}

/**
 * Keeps what is written so far, and the version before it; one that slept or waited is at hand
 * again. Null when nothing is new.
 */
export function keepAnswer(house: Needed, given: Written): { step: string } | null {
  const voice = readVoice(house.connection, given.mentionId);
  const present = presentAnswer(house.connection, given.mentionId);
  checkStillHere(present);
  const same =
    present?.state === 'draft' &&
    present.text === given.text &&
    present.heart === given.heart &&
    present.kind === given.kind;
  if (same || (!present && given.text === '' && given.heart === '')) return null;
  return house.journal.step(`Wrote at ${whatTo(voice, given.kind)}`, (write) => {
    putAnswer(write, house, present, given, {});
  });
}

/** Lets an answer sleep until the morning of a day, for a cooler head. Refuses a day that is past. */
export function letAnswerSleep(house: Needed, given: Written & { until: string }) {
  const voice = readVoice(house.connection, given.mentionId);
  checkWritten(given);
  if (given.until <= house.clock.today()) {
    throw new Refusal('invalid', 'Please choose a day after today.', 'until');
  }
  const present = presentAnswer(house.connection, given.mentionId);
  checkStillHere(present);
  const label = `Slept on ${whatTo(voice, given.kind)} until ${fullDay(given.until)}`;
  return house.journal.step(label, (write) => {
    putAnswer(write, house, present, given, { state: 'asleep', wakes_on: given.until });
  });
}

/** Hands an answer over to be posted. Refuses one that its network would not take. */
export function giveAnswer(house: Needed, given: Written & { network: PostingNetwork }) {
  const { connection, clock, journal } = house;
  const voice = readVoice(connection, given.mentionId);
  checkWritten(given);
  if (postingNetwork(voice) !== given.network) {
    throw new Refusal('invalid', 'This voice cannot be answered there. Copy the answer instead.');
  }
  checkLength(voice, given.text);
  const present = presentAnswer(connection, given.mentionId);
  checkStillHere(present);
  return journal.step(`Sent ${whatTo(voice, given.kind)}`, (write) => {
    const id = putAnswer(write, house, present, given, { state: 'given', way: given.network });
    run(
      connection,
      `INSERT INTO answer_post (answer_id, state, next_try_at) VALUES (?, 'waiting', ?)
       ON CONFLICT (answer_id) DO UPDATE SET state = 'waiting', tries = 0, problem = '',
         next_try_at = excluded.next_try_at`,
      [id, clock.now()],
    );
  });
}

/** Says that an answer went out by hand, with all that this brings about. */
export function sentByHand(house: Needed, given: Written): { step: string } {
  const { connection, journal } = house;
  const voice = readVoice(connection, given.mentionId);
  checkWritten(given);
  const present = presentAnswer(connection, given.mentionId);
  checkStillHere(present);
  return journal.step(`Sent ${whatTo(voice, given.kind)}`, (write) => {
    const id = putAnswer(write, house, present, given, { way: 'copied' });
    goneOut(write, house, id, { address: '' });
  });
}

/** Takes an answer back from those that wait to be posted. Refuses while it may be on its way. */
export function holdAnswer(house: Needed, id: string): { step: string } {
  const row = readAnswer(house.connection, id);
  if (row.state !== 'given') throw new Refusal('conflict', 'This answer does not wait any more.');
  checkStillHere(row.post_state === 'posting' ? row : undefined);
  const voice = readVoice(house.connection, row.mention_id);
  return house.journal.step(`Held back ${whatTo(voice, row.kind)}`, (write) => {
    write.update('answer', id, { state: 'draft', way: '' });
    run(house.connection, 'DELETE FROM answer_post WHERE answer_id = ?', [id]);
  });
}

/** Writes the answer as part of a step, with the version before it; gives its id. */
function putAnswer(
  write: Write,
  { clock, connection }: Needed,
  present: AnswerRow | undefined,
  { mentionId, kind, text, heart }: Written,
  changes: Row,
): string {
  const id = present?.id ?? newId(clock);
  if (present && present.text !== '' && present.text !== text) {
    const version = { id: newId(clock), answer_id: id, text: present.text, at: clock.now() };
    write.insert('answer_version', version);
  }
  const colleague_id = whoIsPresent(connection);
  const written = { kind, text, heart, state: 'draft', wakes_on: null, colleague_id, ...changes };
  if (present) write.update('answer', id, written);
  else write.insert('answer', { id, mention_id: mentionId, begun_at: clock.now(), ...written });
  return id;
}

function checkWritten({ text }: Written): void {
  if (text === '') throw new Refusal('invalid', 'Please write something first.', 'text');
}

function checkLength(voice: VoiceRow, text: string): void {
  const network = countingNetwork(voice);
  if (!network) return;
  const over = answerLength(network, text) - mostOf[network];
  if (over > 0) {
    throw new Refusal(
      'invalid',
      `This is ${over} ${over === 1 ? 'character' : 'characters'} longer than fits there.`,
      'text',
    );
  }
}

/** Refuses to touch what may be read by them at this very moment. */
function checkStillHere(row: AnswerRow | undefined): void {
  if (row?.state === 'given' && row.post_state === 'posting') {
    throw new Refusal('conflict', 'This answer is just being posted. Wait a moment, please.');
  }
}

/** "the answer to Rosa", "the question to a voice at Town square". */
function whatTo(voice: VoiceRow, kind: Answer['kind']): string {
  return `the ${kind} to ${voice.called ?? (voice.author || `a voice at ${voice.source_name}`)}`;
}
