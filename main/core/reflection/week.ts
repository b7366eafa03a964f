import { addDays, daysBetween } from '../../../shared/dates.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';
import { all, first } from '../database/connection.ts';
import { newId } from '../journal/new-id.ts';
import { honestNumbers } from './numbers.ts';
import { allQuestions, questionsOfWeek } from './questions.ts';

/** A Monday, from which weeks are counted. */
const firstMonday = '1970-01-05';

/** This week's questions with what was answered, and the last thirty days in numbers. */
export function thisWeek(house: Pick<House, 'connection' | 'clock'>) {
  const today = house.clock.today();
  const week = mondayOf(today);
  const answers = new Map(
    all<{ question: string; answer: string }>(
      house.connection,
      'SELECT question, answer FROM reflection_answer WHERE week = ?',
      [week],
    ).map(({ question, answer }) => [question, answer]),
  );
  const asked = questionsOfWeek(daysBetween(firstMonday, week) / 7);
  return {
    week,
    questions: asked.map((one) => ({ ...one, answer: answers.get(one.key) ?? '' })),
    numbers: honestNumbers(house),
  };
}

/** Keeps a private answer for a week, by its Monday; an empty one removes what was there. */
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
  const known = first<{ id: string }>(
    connection,
    'SELECT id FROM reflection_answer WHERE week = ? AND question = ?',
    [given.week, given.key],
  );
  const written = { answer: given.answer, written_at: clock.now() };
  // The label says nothing of the answer: the journal is read by more eyes than the diary.
  return journal.step('Wrote in your reflection', (write) => {
    if (known && given.answer === '') write.remove('reflection_answer', known.id);
    else if (known) write.update('reflection_answer', known.id, written);
    else if (given.answer !== '') {
      const { week, key: question } = given;
      write.insert('reflection_answer', { id: newId(clock), week, question, ...written });
    }
  });
}

/** All private answers with their questions, the latest week first. */
export function reflectionJournal({ connection }: Pick<House, 'connection'>) {
  const texts = new Map(allQuestions.map((question) => [question.key, question.text]));
  return all<{ week: string; key: string; answer: string }>(
    connection,
    `SELECT week, question AS key, answer FROM reflection_answer ORDER BY week DESC, question`,
  ).map((entry) => ({ ...entry, text: texts.get(entry.key) ?? '' }));
}

/** The Monday of the week in which a day lies (ISO 8601). */
function mondayOf(day: string): string {
  const since = daysBetween(firstMonday, day);
  return addDays(day, -(((since % 7) + 7) % 7));
}
