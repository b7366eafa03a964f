import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';
import { promise, talk } from '../../support/stored-rows.ts';

/** Zoë was spoken with yesterday, Ada a month ago, Bo never; Cleo lies in the bin. */
async function town() {
  const opened = await openHouse();
  const { client, house } = opened;
  const add = async (givenName: string, more: object = {}) =>
    (await client.people.add({ givenName, ...more })).id;
  const zoe = await add('Zoë', { circle: 'inner', tags: ['music', 'market'] });
  const ada = await add('ada', { circle: 'regular', rhythmDays: 60 });
  const bo = await add('Bo', { circle: 'none', tags: ['market'] });
  const cleo = await add('Cleo');
  await client.people.bin({ ids: [cleo] });
  talk(house, [zoe], '2026-03-01');
  talk(house, [ada], '2026-01-31');
  return { ...opened, zoe, ada, bo };
}

test('the town has every house once, by name, with what is told at its door', async () => {
  const { client, house, zoe, ada, bo } = await town();
  promise(house, bo, 'Send the map', '2026-03-02');
  expect((await client.today.town()).houses).toEqual([
    {
      id: ada,
      name: 'ada',
      circle: 'regular',
      tags: [],
      rhythmDays: 60,
      lastSpokeDay: '2026-01-31',
      warmth: 0.5,
      isToday: false,
    },
    {
      id: bo,
      name: 'Bo',
      circle: 'none',
      tags: ['market'],
      rhythmDays: null,
      lastSpokeDay: null,
      warmth: 0,
      isToday: true,
    },
    {
      id: zoe,
      name: 'Zoë',
      circle: 'inner',
      tags: ['music', 'market'],
      rhythmDays: 14,
      lastSpokeDay: '2026-03-01',
      warmth: 13 / 14,
      isToday: false,
    },
  ]);
});

test('the lamp of the town stands at the door that Today names, also after "not today"', async () => {
  const { client } = await town();
  const lamp = async () => (await client.today.town()).houses.find((house) => house.isToday)?.name;
  const { pick } = await client.today.get();
  expect(await lamp()).toBe(pick?.customer.name);
  if (pick) await client.today.notToday({ pickId: pick.id });
  expect(await lamp()).toBe((await client.today.get()).pick?.customer.name);
});

test('an empty town has no houses', async () => {
  const { client } = await openHouse();
  expect(await client.today.town()).toEqual({ houses: [] });
});

test('a day of steps names whom it was, those in the bin only counted', async () => {
  const { client, zoe, ada } = await town();
  await client.people.bin({ ids: [ada] });
  const { days } = await client.today.steps({ days: 40 });
  const lit = days.filter(({ steps }) => steps > 0);
  expect(lit).toEqual([
    { day: '2026-01-31', steps: 1, people: [] },
    { day: '2026-03-01', steps: 1, people: [{ id: zoe, name: 'Zoë' }] },
  ]);
});
