import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';
import { hearVoice } from '../answers/voice-to-answer.ts';

/** Rosa in a review, Marco at the counter and a stranger taught that the shop opens too late. */
async function taught() {
  const opened = await openHouse();
  const { client, house, clock } = opened;
  const { id: rosa } = await client.people.add({ givenName: 'Rosa' });
  const { id: marco } = await client.people.add({ givenName: 'Marco' });
  const review = hearVoice(house, { customerId: rosa, text: 'Never open before work.' });
  clock.set('2026-03-02T09:00');
  const { id: talk } = await client.conversations.log({
    customerIds: [marco],
    medium: 'counter',
    said: 'Asked for bread at seven',
  });
  const stranger = hearVoice(house, { author: 'Nobody', text: 'Too late for me' });
  const { id: lesson } = await client.lessons.add({
    sentence: 'We open too late',
    mentionIds: [review, stranger],
    conversationIds: [talk],
  });
  const present = async () => (await client.lessons.list()).find(({ id }) => id === lesson);
  const asked = async () => (await client.followUps.list({})).rows;
  const change = () =>
    client.lessons.change({ id: lesson, state: 'changed', changed: 'We open at seven now' });
  return { ...opened, rosa, marco, lesson, present, asked, change };
}

test('once something changed, those who taught it are told one at a time, in their words', async () => {
  const { client, clock, present, asked, change, rosa } = await taught();
  await change();
  expect(await asked()).toMatchObject([
    {
      customer: { id: rosa },
      text: 'Tell Rosa what changed: We open at seven now. Their words: “Never open before work.”',
      dueDay: '2026-03-03',
    },
  ]);
  expect((await present())?.tellings).toMatchObject([
    { customer: { name: 'Rosa' }, state: 'next' },
    { customer: { name: 'Marco' }, state: 'waiting' },
  ]);
  clock.addDays(1);
  await client.followUps.done({ id: (await asked())[0]?.id ?? '' });
  expect(await asked()).toMatchObject([{ customer: { name: 'Marco' }, dueDay: '2026-03-04' }]);
  expect((await present())?.state).toBe('changed');
  await client.followUps.done({ id: (await asked())[0]?.id ?? '' });
  expect(await asked()).toEqual([]);
  expect(await present()).toMatchObject({
    state: 'told',
    tellings: [{ toldDay: '2026-03-03' }, { toldDay: '2026-03-03' }],
  });
});

test('a conversation that keeps the follow-up tells them as well', async () => {
  const { client, present, asked, change, rosa } = await taught();
  await change();
  await client.conversations.log({
    customerIds: [rosa],
    medium: 'phone',
    said: 'Told her that we open at seven',
    keeps: [(await asked())[0]?.id ?? ''],
  });
  expect((await present())?.tellings.map(({ state }) => state)).toEqual(['told', 'next']);
});

test('whoever is left out on purpose does not hold up the others', async () => {
  const { client, present, asked, change } = await taught();
  await change();
  await client.followUps.bin({ id: (await asked())[0]?.id ?? '' });
  expect((await present())?.tellings.map(({ state }) => state)).toEqual(['left', 'next']);
  await client.journal.undo({});
  expect((await present())?.tellings.map(({ state }) => state)).toEqual(['next', 'waiting']);
});

test('when it comes up again, nobody is told any more, and later all of them anew', async () => {
  const { client, present, asked, change, lesson } = await taught();
  await change();
  await client.followUps.done({ id: (await asked())[0]?.id ?? '' });
  await client.lessons.change({ id: lesson, state: 'thinking' });
  expect(await asked()).toEqual([]);
  await change();
  expect((await present())?.tellings.map(({ state }) => state)).toEqual(['next', 'waiting']);
  expect(await asked()).toHaveLength(1);
});

test('taking the change back takes the telling back, in one step', async () => {
  const { client, present, asked, change } = await taught();
  await change();
  await client.journal.undo({});
  expect(await present()).toMatchObject({ state: 'heard', tellings: [] });
  expect(await asked()).toEqual([]);
});

test('it is kept by whom and when something was changed', async () => {
  const { client, present, change } = await taught();
  const { id } = await client.counter.add({ name: 'Anna' });
  await client.counter.comeIn({ id });
  await change();
  expect(await present()).toMatchObject({ changedBy: 'Anna', changedDay: '2026-03-02' });
});

test('a story shows a name only with leave, and no longer once that is taken back', async () => {
  const { client, rosa } = await taught();
  const { id } = await client.stories.keep({ text: 'They saved our wedding', customerId: rosa });
  await expect(client.stories.change({ id, shownName: 'Rosa' })).rejects.toMatchObject({
    message: 'Ask for their leave first; then the name may be shown.',
  });
  await client.stories.change({ id, leave: 'given', shownName: 'Rosa R.' });
  expect(await client.stories.list()).toMatchObject([
    { shownName: 'Rosa R.', leave: 'given', leaveDay: '2026-03-02', customer: { id: rosa } },
  ]);
  await client.stories.change({ id, leave: 'refused' });
  expect((await client.stories.list())[0]).toMatchObject({ shownName: '', leave: 'refused' });
});
