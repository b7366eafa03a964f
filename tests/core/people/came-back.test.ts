import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';

async function rosas() {
  const opened = await openHouse();
  const { id } = await opened.client.people.add({ givenName: 'Rosa' });
  const days = async (of = id) =>
    (await opened.client.people.get({ id: of })).cameBack.map(({ day }) => day);
  return { ...opened, id, days };
}

test('that somebody came back is noted for a day, once, and taken back', async () => {
  const { client, id, days } = await rosas();
  await client.people.cameBack({ id, day: '2026-02-27' });
  await client.people.cameBack({ id });
  expect(await days()).toEqual(['2026-03-02', '2026-02-27']);
  await expect(client.people.cameBack({ id })).rejects.toMatchObject({
    message: 'That they came back that day is noted already.',
  });
  await expect(client.people.cameBack({ id, day: '2026-03-03' })).rejects.toMatchObject({
    message: 'That day is still ahead.',
  });
  const [today] = (await client.people.get({ id })).cameBack;
  const { step } = await client.people.didNotComeBack({ returnId: today?.id ?? '' });
  expect(await days()).toEqual(['2026-02-27']);
  await client.journal.undo({ step });
  expect(await days()).toEqual(['2026-03-02', '2026-02-27']);
});

test('it stands in their history and in the file about them, and goes along when two are one', async () => {
  const { client, id, days } = await rosas();
  await client.people.cameBack({ id, day: '2026-02-27' });
  const { steps } = await client.people.history({ id });
  expect(steps[0]).toMatchObject({
    label: 'Noted that Rosa came back',
    changes: [{ what: 'Came back', before: null, after: 'Friday 27 February 2026' }],
  });
  const file = await client.exchange.exportPerson({ id, format: 'data' });
  expect(JSON.parse(file.content)).toMatchObject({ person: { cameBack: ['2026-02-27'] } });

  const { id: twin } = await client.people.add({ givenName: 'Rosa', familyName: 'Rossi' });
  await client.people.cameBack({ id: twin, day: '2026-02-27' });
  await client.people.cameBack({ id: twin });
  await client.people.merge({ keep: id, other: twin });
  expect(await days()).toEqual(['2026-03-02', '2026-02-27']);
});
