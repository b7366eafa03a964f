import { Temporal } from 'temporal-polyfill';
import { daysBetween } from '../../../shared/dates.ts';
import { questionsOfWeek } from '../reflection/questions.ts';
import { type Builder, conversationId, followUpId, personId, talkId, talkOn } from './builder.ts';
import { dayBefore, momentBefore, sampleId } from './relative.ts';
import type { TownConversation } from './town.ts';

/** The Monday from which the weeks of questions are counted. */
const firstMonday = '1970-01-05';
const weeksOfAnswers = 12;

/** A conversation that was had, or an attempt that reached nobody. */
export function speak({ write, house, put }: Builder, conversation: TownConversation): void {
  const { daysAgo, at } = conversation;
  const [first = ''] = conversation.with;
  const id = conversationId(first, daysAgo, at);
  const happened = momentBefore(house.clock, daysAgo, at);
  put('conversation', {
    id,
    medium: conversation.medium,
    happened_at: happened,
    happened_day: dayBefore(house.clock, daysAgo),
    said: conversation.said,
    reached: conversation.reached ? 1 : 0,
    begun_by: conversation.begunBy,
    of_us: conversation.ofUs,
    written_at: happened,
  });
  for (const key of conversation.with) {
    write.insert('conversation_customer', {
      id: sampleId('conversation-customer', first, daysAgo, at, key),
      conversation_id: id,
      customer_id: personId(key),
    });
  }
}

/** The promises: kept, late, due and still ahead, some of them coming back. */
export function promise({ house: { clock }, town, put }: Builder): void {
  for (const one of town.promises) {
    const moment = (daysAgo: number) =>
      momentBefore(clock, daysAgo, talkOn(town, one.for, daysAgo)?.at ?? '17:30');
    const due = dayBefore(clock, one.dueDaysAgo);
    put('follow_up', {
      id: followUpId(one.for, one.text),
      text: one.text,
      customer_id: personId(one.for),
      due_day: due,
      recurs_every: one.repeats?.every ?? null,
      recurs_unit: one.repeats?.unit ?? null,
      recurs_from: one.repeats?.from ?? null,
      recurs_anchor: one.repeats ? due : null,
      state: one.keptDaysAgo === null ? 'open' : 'done',
      done_at: one.keptDaysAgo === null ? null : moment(one.keptDaysAgo),
      made_at: moment(one.madeDaysAgo),
      conversation_id: talkId(town, one.for, one.madeDaysAgo),
      kept_by: talkId(town, one.for, one.keptDaysAgo),
    });
  }
}

/** The notes on people. */
export function writeDown({ house: { clock }, town, put }: Builder): void {
  for (const { about, daysAgo, body } of town.notes) {
    put('note', {
      id: sampleId('note', about, daysAgo),
      customer_id: personId(about),
      body,
      written_at: momentBefore(clock, daysAgo, '17:45'),
    });
  }
}

/** What customers taught the shop, and whose words each lesson rests on. */
export function learn({ write, house: { clock }, town, put }: Builder): void {
  for (const lesson of town.lessons) {
    const id = sampleId('lesson', lesson.key);
    put('lesson', {
      id,
      sentence: lesson.sentence,
      state: lesson.state,
      changed: lesson.changed,
      reason: lesson.reason,
      since_day: dayBefore(clock, lesson.sinceDaysAgo),
      changed_day: lesson.changedDaysAgo === null ? null : dayBefore(clock, lesson.changedDaysAgo),
    });
    for (const voice of lesson.voices) {
      write.insert('lesson_voice', {
        id: sampleId('lesson-voice', lesson.key, voice.with, voice.daysAgo),
        lesson_id: id,
        conversation_id: talkId(town, voice.with, voice.daysAgo),
        added_at: momentBefore(clock, voice.daysAgo, '18:00'),
      });
    }
  }
}

/** The weekly questions, answered on some of the past weeks' evenings. */
export function reflect({ house: { clock }, town, put }: Builder): void {
  const answers = new Map(town.reflections.map(({ key, answer }) => [key, answer]));
  const { dayOfWeek } = Temporal.PlainDate.from(clock.today());
  for (let weeksAgo = 1; weeksAgo <= weeksOfAnswers; weeksAgo += 1) {
    const mondayDaysAgo = dayOfWeek - 1 + 7 * weeksAgo;
    const week = dayBefore(clock, mondayDaysAgo);
    for (const { key } of questionsOfWeek(daysBetween(firstMonday, week) / 7)) {
      const answer = answers.get(key);
      if (!answer) continue;
      put('reflection_answer', {
        id: sampleId('reflection-answer', weeksAgo, key),
        week,
        question: key,
        answer,
        written_at: momentBefore(clock, mondayDaysAgo - 6, '20:30'),
      });
    }
  }
}
