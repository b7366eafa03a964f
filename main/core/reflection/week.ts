import { addDays, daysBetween } from '../../../shared/dates.ts';
import { folded } from '../../../shared/names.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { whoIsPresent } from '../counter/present.ts';
import { all, first } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import { readSettings } from '../settings/settings.ts';
import { allQuestions, questionsOfWeek } from './questions.ts';

/** A Monday, from which weeks are counted. */
const firstMonday = '1970-01-05';

/** The questions that were asked last, on the weekday that the person likes, with their answers. */
export function thisWeek({ connection, clock }: Pick<House, 'connection' | 'clock'>) {
  const { reflectionDay } = readSettings(connection);
  const today = clock.today();
  const askedDay = addDays(today, -remainder(weekdayOf(today) - reflectionDay));
  const week = mondayOf(askedDay);
  const answers = new Map(
    all<{ question: string; answer: string }>(
      connection,
      'SELECT question, answer FROM reflection_answer WHERE week = ? AND colleague_id IS ?',
      [week, whoIsPresent(connection)],
    ).map(({ question, answer }) => [question, answer]),
  );
  const asked = questionsOfWeek(daysBetween(firstMonday, week) / 7);
  return {
    week,
    askedDay,
    nextDay: addDays(askedDay, 7),
    questions: asked.map((one) => ({ ...one, answer: answers.get(one.key) ?? '' })),
  };
}

/**
 * Keeps a private answer of whoever is at the keyboard for a week, by its Monday; an empty one
 * removes what was there.
 */
export function writeAnswer(
  { connection, clock, journal }: Pick<House, 'connection' | 'clock' | 'journal'>,
  given: { week: string; key: string; answer: string },
): { step: string } {
  if (given.week !== mondayOf(given.week)) {
    throw new Refusal('invalid', 'A week is named by its Monday.', 'week');
  }
  if (!allQuestions.some((question) => question.key === given.key)) {
    throw new Refusal('not-found', 'That question is not among the ones asked here.', 'key');
  }
  const colleague = whoIsPresent(connection);
  const known = first<{ id: string }>(
    connection,
    'SELECT id FROM reflection_answer WHERE week = ? AND question = ? AND colleague_id IS ?',
    [given.week, given.key, colleague],
  );
  const written = { answer: given.answer, written_at: clock.now() };
  // The label says nothing of the answer: the journal is read by more eyes than the diary.
  return journal.step('Wrote in your reflection', (write) => {
    if (known && given.answer === '') write.remove('reflection_answer', known.id);
    else if (known) write.update('reflection_answer', known.id, written);
    else if (given.answer !== '') {
      const { week, key: question } = given;
      const row = { id: newId(clock), week, question, colleague_id: colleague, ...written };
      write.insert('reflection_answer', row);
    }
  });
}

/**
 * The private answers of whoever is at the keyboard in which all the words stand, by their
 * beginnings, the latest week first. They are in no other index; others' are only counted.
 */
export function reflectionJournal(
  { connection }: Pick<House, 'connection'>,
  { words }: { words: string },
) {
  const texts = new Map(allQuestions.map((question) => [question.key, question.text]));
  const present = whoIsPresent(connection);
  const wanted = wordsOf(words);
  const entries = all<{ week: string; key: string; answer: string }>(
    connection,
    `SELECT week, question AS key, answer FROM reflection_answer WHERE colleague_id IS ?
     ORDER BY week DESC, question`,
    [present],
  )
    .map((entry) => ({ ...entry, text: texts.get(entry.key) ?? '' }))
    .filter(({ text, answer }) => {
      const said = wordsOf(`${text} ${answer}`);
      return wanted.every((word) => said.some((one) => one.startsWith(word)));
    });
  const others = first<{ count: number }>(
    connection,
    'SELECT count(*) AS count FROM reflection_answer WHERE colleague_id IS NOT ?',
    [present],
  );
  return { entries, ofOthers: others?.count ?? 0 };
}

function wordsOf(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The weekday of a day, from 1 for Monday to 7 for Sunday (ISO 8601). */
function weekdayOf(day: string): number {
  return remainder(daysBetween(firstMonday, day)) + 1;
}

/** The Monday of the week in which a day lies (ISO 8601). */
function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

/** What is left of some days after whole weeks, never negative. */
function remainder(days: number): number {
  return ((days % 7) + 7) % 7;
}
