import { expect, test } from 'vitest';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { mention, promise, talk } from '../../support/stored-rows.ts';

async function town(): Promise<OpenedHouse & { ids: Record<string, string> }> {
  const opened = await openHouse();
  const { client, house, clock } = opened;
  clock.set('2026-01-01T09:00');
  const ids: Record<string, string> = {};
  const add = async (givenName: string, more: object) => {
    ids[givenName] = (await client.people.add({ givenName, ...more })).id;
    clock.addDays(1);
  };
  await add('Ágata', { circle: 'inner', tags: ['bakers'], company: 'Panificio Blu' });
  await add('Zoë', { circle: 'regular', tags: ['bakers', 'sailors'] });
  await add('Bruno', {
    circle: 'wider',
    contacts: [{ kind: 'phone', value: '+39 347 123 4567' }],
  });
  await add('Óscar', { circle: 'none' });
  clock.set('2026-03-02T09:00');
  talk(house, [ids.Ágata ?? ''], '2026-02-28');
  talk(house, [ids.Zoë ?? ''], '2026-01-20');
  promise(house, ids.Bruno ?? '', 'send the quote', '2026-03-05');
  promise(house, ids.Zoë ?? '', 'bring the keys', '2026-03-04');
  return { ...opened, ids };
}

const names = (page: { rows: { name: string }[] }) => page.rows.map((row) => row.name);

test('wish 4: the next follow-up is a field to sort by, as are name, silence, stretch and when they were added', async () => {
  const { client } = await town();
  const sorted = async (sort: 'name' | 'silence' | 'stretch' | 'next-follow-up' | 'added') =>
    names(await client.people.list({ sort }));
  expect(await sorted('name')).toEqual(['Ágata', 'Bruno', 'Óscar', 'Zoë']);
  expect(await sorted('silence')).toEqual(['Bruno', 'Óscar', 'Zoë', 'Ágata']);
  expect(await sorted('stretch')).toEqual(['Zoë', 'Bruno', 'Ágata', 'Óscar']);
  expect(await sorted('next-follow-up')).toEqual(['Zoë', 'Bruno', 'Ágata', 'Óscar']);
  expect(await sorted('added')).toEqual(['Óscar', 'Bruno', 'Zoë', 'Ágata']);
});

test('a row says how things stand', async () => {
  const { client, house, ids } = await town();
  mention(house, ids.Zoë ?? '', 'The bread was stale', 1);
  const { rows } = await client.people.list({ words: 'zoe' });
  expect(rows).toEqual([
    {
      id: ids.Zoë,
      name: 'Zoë',
      company: '',
      circle: 'regular',
      rhythmDays: 30,
      tags: ['bakers', 'sailors'],
      lastSpokeDay: '2026-01-20',
      silentDays: 41,
      stretch: 41 / 30,
      nextFollowUpDay: '2026-03-04',
      waitingVoices: 1,
      sent: 0,
      photo: null,
      addedDay: '2026-01-02',
    },
  ]);
});

test('wish 3: overdue as a list that one can filter by circle and tag, with an honest total', async () => {
  const { client } = await town();
  expect(names(await client.people.list({ circle: 'wider' }))).toEqual(['Bruno']);
  expect(names(await client.people.list({ tag: 'bakers' }))).toEqual(['Ágata', 'Zoë']);
  expect(names(await client.people.list({ overdue: true }))).toEqual(['Zoë']);
  const page = await client.people.list({ offset: 1, limit: 2 });
  expect(page.total).toBe(4);
  expect(names(page)).toEqual(['Bruno', 'Óscar']);
  expect(await client.people.tags()).toEqual([
    { tag: 'bakers', people: 2 },
    { tag: 'sailors', people: 1 },
  ]);
});

test.each([
  ['aga', ['Ágata']],
  ['PANIFICIO', ['Ágata']],
  ['blu bak', ['Ágata']],
  ['sailors', ['Zoë']],
  ['347123', ['Bruno']],
  ['0039 347 123', ['Bruno']],
  ['123 4567', ['Bruno']],
  ['" OR *', []],
  ['"', []],
  ['Panifcio', ['Ágata']],
  ['Burno', ['Bruno']],
  ['xylophone', []],
])('typing %s finds %s', async (words, found) => {
  const { client } = await town();
  expect(names(await client.people.list({ words }))).toEqual(found);
});

test('wish 2: rhythm by circle: the overdue and the stretch follow the days that are set for each', async () => {
  const { client } = await town();
  await client.settings.save({ regularDays: 60, innerDays: 1 });
  expect(names(await client.people.list({ overdue: true }))).toEqual(['Ágata']);
});
