import { expect, test } from 'vitest';
import { allQuestions, questionsOfWeek } from '../../../main/core/reflection/questions.ts';
import { openHouse } from '../../support/open-house.ts';

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
  const { week, questions } = await client.reflection.week();
  const numbers = await client.reflection.numbers({ over: 'all' });
  const { key = '', text = '' } = questions[0] ?? {};
  const answerNow = async () => (await client.reflection.week()).questions[0]?.answer;
  await client.reflection.write({ week, key, answer: 'The heliotrope sentence' });
  const { step } = await client.reflection.write({ week, key, answer: 'Another heliotrope' });
  expect(await answerNow()).toBe('Another heliotrope');
  await client.journal.undo({ step });
  expect(await answerNow()).toBe('The heliotrope sentence');
  expect(await client.reflection.journal()).toEqual({
    entries: [{ week, key, text, answer: 'The heliotrope sentence' }],
    ofOthers: 0,
  });
  expect((await client.search.find({ words: 'heliotrope' })).hits).toEqual([]);
  expect(JSON.stringify(await client.journal.history({}))).not.toContain('heliotrope');
  expect(await client.reflection.numbers({ over: 'all' })).toEqual(numbers);
  clock.addDays(7);
  expect(await answerNow()).toBe('');
  await client.reflection.write({ week, key, answer: '' });
  expect(await client.reflection.journal()).toEqual({ entries: [], ofOthers: 0 });
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

test('the questions come on the weekday that one likes, and stay until the next', async () => {
  const { client, clock } = await openHouse();
  const monday = await client.reflection.week();
  await client.settings.save({ reflectionDay: 5 });
  // On a Monday Friday’s questions are still those of the week before.
  expect(await client.reflection.week()).toMatchObject({
    week: '2026-02-23',
    askedDay: '2026-02-27',
    nextDay: '2026-03-06',
  });
  clock.set('2026-03-05T23:59');
  expect((await client.reflection.week()).week).toBe('2026-02-23');
  clock.set('2026-03-06T00:00');
  expect(await client.reflection.week()).toMatchObject({
    week: '2026-03-02',
    askedDay: '2026-03-06',
    questions: monday.questions,
  });
});

test('the journal is searched by the beginnings of words, in the questions too', async () => {
  const { client, clock } = await openHouse();
  const write = async (answer: string) => {
    const { week, questions } = await client.reflection.week();
    await client.reflection.write({ week, key: questions[0]?.key ?? '', answer });
    return questions[0]?.text ?? '';
  };
  await write('Rosa’s café was full of quiet people');
  clock.addDays(7);
  const asked = await write('Nothing at all');
  const found = async (words: string) =>
    (await client.reflection.journal({ words })).entries.map(({ answer }) => answer);
  expect(await found('CAFE qui')).toEqual(['Rosa’s café was full of quiet people']);
  expect(await found('cafe loud')).toEqual([]);
  expect(await found(asked.split(' ').slice(-2).join(' '))).toEqual(['Nothing at all']);
  expect(await found('')).toHaveLength(2);
});

test('each of us has a journal of their own; of others’ there is only the number', async () => {
  const { client } = await openHouse();
  const { week, questions } = await client.reflection.week();
  const key = questions[0]?.key ?? '';
  const firstAnswer = async () => (await client.reflection.week()).questions[0]?.answer;
  await client.reflection.write({ week, key, answer: 'Nobody’s by name' });
  const { id: anna } = await client.counter.add({ name: 'Anna' });
  await client.counter.comeIn({ id: anna });
  expect(await firstAnswer()).toBe('');
  await client.reflection.write({ week, key, answer: 'Anna’s own' });
  expect(await client.reflection.journal()).toMatchObject({
    entries: [{ answer: 'Anna’s own' }],
    ofOthers: 1,
  });
  await client.counter.comeIn({ id: null });
  expect(await firstAnswer()).toBe('Nobody’s by name');
});
