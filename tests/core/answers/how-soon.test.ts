import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';
import { hearVoice } from './voice-to-answer.ts';

const hour = 3_600_000;

/** A voice that was said an hour ago, and how it was answered. */
async function heardNow() {
  const opened = await openHouse();
  const id = hearVoice(opened.house);
  const answered = async () => (await opened.client.mentions.get({ id })).answered;
  return { ...opened, id, answered };
}

test('an answered voice says how soon it was answered, and by whom of us', async () => {
  const { client, clock, id, answered } = await heardNow();
  const { id: anna } = await client.counter.add({ name: 'Anna' });
  const { id: mia } = await client.counter.add({ name: 'Mia' });
  expect(await answered()).toBeNull();
  await client.counter.comeIn({ id: anna });
  clock.addHours(4);
  await client.answers.sent({ mentionId: id, text: 'We are sorry' });
  expect(await answered()).toEqual({ after: 5 * hour, by: 'Anna' });
  // What comes after that changes nothing of how soon, or by whom, it was.
  await client.counter.comeIn({ id: mia });
  clock.addHours(4);
  await client.answers.sent({ mentionId: id, text: 'And thank you' });
  await client.mentions.mark({ ids: [id], state: 'answered' });
  expect(await answered()).toEqual({ after: 5 * hour, by: 'Anna' });
  const { sent } = await client.answers.get({ mentionId: id });
  expect(sent.map(({ by }) => by)).toEqual(['Mia', 'Anna']);
});

test('marked as answered it is answered then, and no longer when it is new again', async () => {
  const { client, clock, id, answered } = await heardNow();
  clock.addHours(1);
  await client.mentions.mark({ ids: [id], state: 'answered' });
  expect(await answered()).toEqual({ after: 2 * hour, by: '' });
  await client.mentions.mark({ ids: [id], state: 'new' });
  expect(await answered()).toBeNull();
  clock.addHours(1);
  await client.mentions.mark({ ids: [id], state: 'answered' });
  expect(await answered()).toEqual({ after: 3 * hour, by: '' });
});

test('a question that was asked first is no answer', async () => {
  const { client, clock, id, answered } = await heardNow();
  await client.answers.sent({ mentionId: id, kind: 'question', text: 'Which day was that?' });
  expect(await answered()).toBeNull();
  clock.addHours(2);
  await client.answers.sent({ mentionId: id, text: 'Then we know' });
  expect(await answered()).toEqual({ after: 3 * hour, by: '' });
});
