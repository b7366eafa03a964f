import { expect, test } from 'vitest';
import { loadOf, shareForCircles } from '../../../main/core/today/load.ts';
import { addCustomers } from '../../support/customers.ts';
import { openHouse } from '../../support/open-house.ts';

test('the load says how many a day the circles ask for', async () => {
  const { client, house } = await openHouse();
  addCustomers(
    house,
    Array.from({ length: 60 }, (_, index) => ({ givenName: `P${index}` })),
  );
  expect((await client.today.get()).load).toMatchObject({ people: 60, perDay: 2, stretch: 2 });
  await client.settings.save({ regularDays: 120 });
  expect((await client.today.get()).load).toMatchObject({ people: 60, perDay: 0.5, stretch: 1 });
});

test('the advice counts in the days that duties take and the days without a step, once there are enough', () => {
  const asked = { people: 60, perDay: 2 };
  expect(shareForCircles({ days: 27, done: 10, duties: 9 })).toBe(1);
  const share = shareForCircles({ days: 90, done: 80, duties: 30 });
  expect(share).toBeCloseTo(0.444, 3);
  expect(loadOf(asked, share)).toEqual({ people: 60, perDay: 2, stretch: 4.5, named: 1 });
  expect(loadOf(asked, share, 3).stretch).toBe(1.5);
  expect(shareForCircles({ days: 90, done: 80, duties: 80 })).toBe(0.25);
});

test('made to fit, all rhythms are stretched alike in one step that can be undone', async () => {
  const { client, house } = await openHouse();
  const ids = addCustomers(
    house,
    Array.from({ length: 90 }, (_, index) => ({ givenName: `P${index}` })),
  );
  await client.people.change({ id: ids[0] ?? '', changes: { rhythmDays: 10 } });
  const before = await client.settings.get();
  expect((await client.today.get()).load.stretch).toBe(3.1);
  const { step } = await client.today.fitRhythms();
  expect(await client.settings.get()).toMatchObject({
    innerDays: 49,
    regularDays: 98,
    widerDays: 287,
  });
  expect((await client.people.get({ id: ids[0] ?? '' })).ownRhythmDays).toBe(35);
  expect((await client.today.get()).load.stretch).toBe(1);
  await expect(client.today.fitRhythms()).rejects.toMatchObject({ data: { code: 'conflict' } });
  await client.journal.undo({ step });
  expect(await client.settings.get()).toEqual(before);
  expect((await client.people.get({ id: ids[0] ?? '' })).ownRhythmDays).toBe(10);
});
