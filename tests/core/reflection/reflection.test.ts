import { expect, test } from 'vitest';
import { allQuestions, questionsOfWeek } from '../../../main/core/reflection/questions.ts';
import { addCustomers } from '../../support/customers.ts';
import { openHouse } from '../../support/open-house.ts';
import { mention, promise, talk } from '../../support/stored-rows.ts';

test('there are at least 36 questions, all different, and each comes up in turn', () => {
  expect(allQuestions.length).toBeGreaterThanOrEqual(36);
  expect(new Set(allQuestions.map((one) => one.key)).size).toBe(allQuestions.length);
  expect(new Set(allQuestions.map((one) => one.text)).size).toBe(allQuestions.length);
  const asked = Array.from({ length: 14 }, (_, week) => questionsOfWeek(2900 + week));
  for (const week of asked) expect(new Set(week.map((one) => one.key)).size).toBe(3);
  expect(new Set(asked.flat().map((one) => one.key)).size).toBe(allQuestions.length);
  expect(questionsOfWeek(2914)).toEqual(asked[0]);
});

test('the questions stay the same from Monday to Sunday, and change with the week', async () => {
  const { client, clock } = await openHouse();
  const monday = await client.reflection.week();
  expect(monday.week).toBe('2026-03-02');
  expect(monday.questions.every((one) => one.text.endsWith('?') && one.answer === '')).toBe(true);
  clock.set('2026-03-08T23:00');
  expect((await client.reflection.week()).questions).toEqual(monday.questions);
  clock.set('2026-03-09T00:00');
  const next = await client.reflection.week();
  expect(next.week).toBe('2026-03-09');
  expect(next.questions).not.toEqual(monday.questions);
});

test('an answer is kept, can be changed, taken back and wiped, and shows in no search or number', async () => {
  const { client, clock, house } = await openHouse();
  const { week, questions, numbers } = await client.reflection.week();
  const { key = '', text = '' } = questions[0] ?? {};
  const answerNow = async () => (await client.reflection.week()).questions[0]?.answer;
  await client.reflection.write({ week, key, answer: 'The heliotrope sentence' });
  const { step } = await client.reflection.write({ week, key, answer: 'Another heliotrope' });
  expect(await answerNow()).toBe('Another heliotrope');
  await client.journal.undo({ step });
  expect(await answerNow()).toBe('The heliotrope sentence');
  expect(await client.reflection.journal()).toEqual([
    { week, key, text, answer: 'The heliotrope sentence' },
  ]);
  expect((await client.search.find({ words: 'heliotrope' })).hits).toEqual([]);
  expect(JSON.stringify(await client.journal.history({}))).not.toContain('heliotrope');
  expect((await client.reflection.week()).numbers).toEqual({
    ...numbers,
    steps: { of: 1, met: 0 },
  });
  clock.addDays(7);
  expect(await answerNow()).toBe('');
  await client.reflection.write({ week, key, answer: '' });
  expect(await client.reflection.journal()).toEqual([]);
  expect(house.connection.prepare('SELECT count(*) FROM reflection_answer').pluck().get()).toBe(0);
});

test('an answer belongs to a Monday and to a question that is asked', async () => {
  const { client } = await openHouse();
  const { questions } = await client.reflection.week();
  const key = questions[0]?.key ?? '';
  await expect(
    client.reflection.write({ week: '2026-03-03', key, answer: 'x' }),
  ).rejects.toMatchObject({ code: 'REFUSED', data: { field: 'week' } });
  await expect(
    client.reflection.write({ week: '2026-03-02', key: 'nonsense', answer: 'x' }),
  ).rejects.toMatchObject({ data: { code: 'not-found' } });
});

test('the numbers count thirty days, each with what it is counted of', async () => {
  const { client, clock, house } = await openHouse();
  clock.set('2026-01-20T08:00');
  const [rosa = '', marco = ''] = addCustomers(house, [
    { givenName: 'Rosa' },
    { givenName: 'Marco' },
  ]);
  const kept = promise(house, rosa, 'In time', '2026-02-20');
  const late = promise(house, rosa, 'Late', '2026-02-10');
  promise(house, marco, 'Forgotten', '2026-02-25');
  promise(house, marco, 'Today, still open', '2026-03-02');
  promise(house, marco, 'Long ago', '2026-01-25');
  clock.set('2026-02-15T08:00');
  await client.followUps.done({ id: late });
  await client.followUps.done({ id: kept });
  clock.set('2026-03-02T20:00');
  talk(house, [rosa], '2026-02-10');
  talk(house, [rosa], '2026-02-11');
  talk(house, [marco], '2026-01-21');
  talk(house, [marco], '2026-02-12', { reached: false });
  const day = 86_400_000;
  const answered = mention(house, null, 'Lovely', clock.now() - 3 * day);
  mention(house, null, 'Cold soup', clock.now() - 29 * day);
  mention(house, null, 'Before', clock.now() - 31 * day);
  await client.mentions.mark({ ids: [answered], state: 'answered' });
  expect((await client.reflection.week()).numbers).toEqual({
    days: 30,
    steps: { of: 30, met: 2 },
    peopleTurnedTo: 1,
    voicesHeard: 2,
    voicesAnswered: { of: 2, met: 1 },
    promisesKeptInTime: { of: 3, met: 1 },
  });
});
