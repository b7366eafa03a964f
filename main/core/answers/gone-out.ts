import { Temporal } from 'temporal-polyfill';
import type { House } from '../core.ts';
import { newId } from '../journal/new-id.ts';
import type { Write } from '../journal/write.ts';
import { withConversations } from '../listening/hearing/members.ts';
import { touchMention } from '../listening/hearing/touch.ts';
import { closePick } from '../today/close-pick.ts';
import { readAnswer, readVoice } from './read.ts';

/** Days after which a question that was asked is looked at again. */
const questionWaits = 3;

/**
 * As part of a step, all that follows from an answer being out: the voice is answered, and with
 * its customer there was a conversation. After a question the voice waits a few days and comes back.
 */
export function goneOut(
  write: Write,
  house: Pick<House, 'connection' | 'clock'>,
  id: string,
  out: { address: string; text?: string },
): void {
  const { connection, clock } = house;
  const { mention_id: mentionId, kind, text: written, colleague_id } = readAnswer(connection, id);
  // What was posted is what they read, whatever was written since.
  const { address, text = written } = out;
  const voice = readVoice(connection, mentionId);
  const now = clock.now();
  let conversation: string | null = null;
  if (voice.customer_id) {
    conversation = newId(clock);
    write.insert('conversation', {
      id: conversation,
      medium: voice.has_rating ? 'review' : 'post',
      happened_at: now,
      happened_day: clock.today(),
      said: text,
      reached: 1,
      begun_by: 'them',
      colleague_id,
      written_at: now,
    });
    write.insert('conversation_customer', {
      id: newId(clock),
      conversation_id: conversation,
      customer_id: voice.customer_id,
    });
    closePick(write, house, voice.customer_id, true);
  }
  write.update('answer', id, {
    state: 'sent',
    text,
    wakes_on: null,
    sent_at: now,
    address,
    conversation_id: conversation,
  });
  if (kind === 'question') {
    const until = Temporal.PlainDate.from(clock.today()).add({ days: questionWaits }).toString();
    touchMention(write, connection, mentionId, { snoozed_until: until });
    return;
  }
  for (const one of withConversations(connection, [mentionId])) {
    const by = { answered_by: colleague_id };
    touchMention(write, connection, one, { state: 'answered', state_at: now, ...by });
  }
  touchMention(write, connection, mentionId, { answer: text, answered_at: now });
}
