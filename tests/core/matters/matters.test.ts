import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';

test('a client has matters with parties on both sides, and the others see where they are named', async () => {
  const { client, clock } = await openHouse();
  const { id: rosa } = await client.people.add({ givenName: 'Rosa' });
  const { id: ada } = await client.people.add({ givenName: 'Ada' });
  const first = await client.matters.add({
    customerId: rosa,
    matter: {
      name: 'Lease of the corner shop',
      openedDay: '2026-02-01',
      note: 'Waits for the survey',
      parties: [
        { name: 'Northgate Estates', role: 'landlord' },
        { otherId: ada, side: 'with', role: 'co-tenant' },
      ],
    },
  });
  await client.matters.add({ customerId: rosa, matter: { name: 'Will', state: 'closed' } });
  const { own, namedIn } = await client.matters.list({ customerId: rosa });
  expect(namedIn).toEqual([]);
  expect(own).toMatchObject([
    {
      name: 'Lease of the corner shop',
      state: 'open',
      customer: { id: rosa, name: 'Rosa' },
      parties: [
        { side: 'other', name: 'Northgate Estates', otherId: null, role: 'landlord' },
        { side: 'with', name: 'Ada', otherId: ada, role: 'co-tenant' },
      ],
    },
    { name: 'Will', state: 'closed' },
  ]);
  expect((await client.matters.list({ customerId: ada })).namedIn).toEqual([
    {
      id: first.id,
      name: 'Lease of the corner shop',
      state: 'open',
      side: 'with',
      customer: { id: rosa, name: 'Rosa', binned: false },
    },
  ]);

  clock.addDays(1);
  await client.matters.change({ id: first.id, changes: { state: 'closed' } });
  const closed = (await client.matters.list({ customerId: rosa })).own;
  expect(closed.find(({ id }) => id === first.id)).toMatchObject({ closedDay: '2026-03-03' });
  await client.matters.change({ id: first.id, changes: { state: 'waiting' } });
  expect((await client.matters.list({ customerId: rosa })).own[0]?.closedDay).toBeNull();
  expect((await client.people.list({ words: 'northgate' })).rows).toMatchObject([{ id: rosa }]);
});

test('notes are dated, all of it is in the history, and all of it can be taken back', async () => {
  const { client } = await openHouse();
  const { id: rosa } = await client.people.add({ givenName: 'Rosa' });
  const { id: ada } = await client.people.add({ givenName: 'Ada' });
  const { id } = await client.matters.add({
    customerId: rosa,
    matter: { name: 'Lease', parties: [{ otherId: ada }] },
  });
  const noted = await client.matters.addNote({ id, body: 'Asked for the survey' });
  const before = await client.matters.list({ customerId: rosa });
  expect(before.own[0]?.notes).toMatchObject([{ body: 'Asked for the survey' }]);
  await client.matters.remove({ id });
  expect((await client.matters.list({ customerId: rosa })).own).toEqual([]);
  const { steps } = await client.people.history({ id: rosa });
  expect(steps.map(({ label }) => label)).toEqual([
    'Took the matter “Lease” away',
    'Noted something on the matter “Lease”',
    'Opened the matter “Lease” for Rosa',
    'Added Rosa',
  ]);
  expect((await client.people.history({ id: ada })).steps[1]?.label).toContain('Opened the matter');
  await client.journal.undo({});
  expect(await client.matters.list({ customerId: rosa })).toEqual(before);
  await client.matters.removeNote({ noteId: noted.id });
  expect((await client.matters.list({ customerId: rosa })).own[0]?.notes).toEqual([]);
  await client.journal.undo({});
  const [party] = before.own[0]?.parties ?? [];
  await client.matters.change({ id, changes: { parties: [{ ...party, role: 'guarantor' }] } });
  await client.journal.undo({});
  expect(await client.matters.list({ customerId: rosa })).toEqual(before);
});

test('a matter is refused in words: without a name, closed before it was opened, against its own client', async () => {
  const { client } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Rosa' });
  const add = (matter: object) =>
    client.matters.add({ customerId: id, matter: { name: 'Lease', ...matter } });
  await expect(add({ name: ' ' })).rejects.toMatchObject({ data: { code: 'invalid' } });
  await expect(add({ openedDay: '2026-03-02', closedDay: '2026-03-01' })).rejects.toThrow(
    'It was closed before it was opened.',
  );
  await expect(add({ parties: [{ otherId: id }] })).rejects.toThrow('The client is in it already.');
  await expect(add({ parties: [{ role: 'witness' }] })).rejects.toThrow('a name is enough');
  expect((await client.matters.list({ customerId: id })).own).toEqual([]);
});

test('when two become one, the matters of both are theirs', async () => {
  const { client } = await openHouse();
  const { id: keep } = await client.people.add({ givenName: 'Rosa' });
  const { id: other } = await client.people.add({ givenName: 'Rosa' });
  const { id: third } = await client.people.add({ givenName: 'Ada' });
  await client.matters.add({ customerId: other, matter: { name: 'Will' } });
  await client.matters.add({
    customerId: third,
    matter: { name: 'Fence', parties: [{ otherId: other }] },
  });
  await client.people.merge({ keep, other });
  const { own, namedIn } = await client.matters.list({ customerId: keep });
  expect(own.map(({ name }) => name)).toEqual(['Will']);
  expect(namedIn.map(({ name }) => name)).toEqual(['Fence']);
});

test('the sample town leaves matters behind without its people', async () => {
  const { client } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Mara' });
  await client.sample.load();
  const roz = (await client.people.list({ words: 'Achterberg' })).rows[0]?.id ?? '';
  await client.matters.add({
    customerId: id,
    matter: { name: 'Fence', parties: [{ otherId: roz }] },
  });
  await client.matters.add({
    customerId: roz,
    matter: { name: 'Will', parties: [{ otherId: id }] },
  });
  await client.sample.remove();
  expect(await client.matters.list({ customerId: id })).toMatchObject({
    own: [{ parties: [{ name: 'Rosalind Achterberg', otherId: null }] }],
    namedIn: [],
  });
});
