import { expect, test } from 'vitest';
import { addCustomers } from '../../support/customers.ts';
import { openHouse, stillClock } from '../../support/open-house.ts';
import { mention, promise, talk } from '../../support/stored-rows.ts';

test('all reasons are told, the heaviest first', async () => {
  const { client, clock, house } = await openHouse();
  clock.set('2025-12-01T08:00');
  const { id } = await client.people.add({
    givenName: 'Rosa',
    dates: [{ kind: 'birthday', label: '', year: 1976, month: 3, day: 4 }],
  });
  clock.set('2026-03-02T08:00');
  talk(house, [id], '2026-01-10', { said: 'Ordered the blue cups' });
  promise(house, id, 'Send the quote', '2026-02-27');
  promise(house, id, 'Call about the summer', '2026-05-01');
  const words = 'Nobody picks up the phone.';
  const mentionId = mention(house, id, words, clock.now() - 2 * 86_400_000);
  house.connection.prepare(`UPDATE mention SET tone = 'complaint'`).run();
  const { pick } = await client.today.get();
  expect(pick?.reasons).toMatchObject([
    { kind: 'promise', text: 'Send the quote', dueDay: '2026-02-27', daysLate: 3 },
    { kind: 'voice', mentionId, tone: 'complaint', daysWaiting: 2, excerpt: words },
    { kind: 'date', dateKind: 'birthday', day: '2026-03-04', inDays: 2, years: 50 },
    { kind: 'silence', silentDays: 51, rhythmDays: 30 },
  ]);
  expect(pick?.brief).toMatchObject({
    lastConversation: { day: '2026-01-10', medium: 'counter', said: 'Ordered the blue cups' },
    promises: [{ text: 'Send the quote' }, { text: 'Call about the summer' }],
    latestWords: { mentionId, excerpt: words, sourceName: 'Town paper', day: '2026-02-28' },
    question: { from: 'mention', about: 'Nobody picks up the phone.', day: '2026-02-28' },
  });
});

test('a snoozed promise and a snoozed mention are no reasons before their day', async () => {
  const { client, clock, house } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Rosa', circle: 'none' });
  const promised = promise(house, id, 'Send the quote', '2026-03-02');
  const asked = mention(house, id, 'Open on Sunday?', clock.now());
  await client.followUps.snooze({ id: promised, until: '2026-03-05' });
  await client.mentions.snooze({ ids: [asked], until: '2026-03-06' });
  expect((await client.today.get()).pick).toBeNull();
  clock.set('2026-03-05T08:00');
  expect((await client.today.get()).pick?.reasons).toMatchObject([
    { kind: 'promise', daysLate: 3 },
  ]);
  clock.set('2026-03-06T08:00');
  expect((await client.today.get()).pick?.reasons).toMatchObject([
    { kind: 'promise' },
    { kind: 'voice' },
  ]);
});

test('a 29 February is a reason on the day on which it is kept, in every kind of year', async () => {
  const { client, clock } = await openHouse();
  await client.people.add({
    givenName: 'Rosa',
    circle: 'none',
    dates: [{ kind: 'birthday', year: 1980, month: 2, day: 29, noticeDays: 0 }],
  });
  const reasonsOn = async (day: string) => {
    clock.set(`${day}T08:00`);
    return (await client.today.get()).pick?.reasons;
  };
  expect(await reasonsOn('2027-02-27')).toBeUndefined();
  expect(await reasonsOn('2027-02-28')).toMatchObject([{ day: '2027-02-28', years: 47 }]);
  expect(await reasonsOn('2028-02-28')).toBeUndefined();
  expect(await reasonsOn('2028-02-29')).toMatchObject([{ day: '2028-02-29', years: 48 }]);
  await client.settings.save({ leapDay: 'march-1' });
  expect(await reasonsOn('2029-02-28')).toBeUndefined();
  expect(await reasonsOn('2029-03-01')).toMatchObject([{ day: '2029-03-01', years: 49 }]);
});

test('a date of which only the month is known is a reason as the month begins, and not again', async () => {
  const { client, clock, house } = await openHouse({ clock: stillClock('2026-04-20T08:00') });
  const { id } = await client.people.add({
    givenName: 'Rosa',
    circle: 'none',
    dates: [{ kind: 'birthday', year: 1960, month: 5, noticeDays: 5 }],
  });
  const reasonsOn = async (day: string) => {
    clock.set(`${day}T08:00`);
    return (await client.today.get()).pick?.reasons;
  };
  const may = { kind: 'date', day: '2026-05-01', wholeMonth: true, years: 66 };
  expect(await reasonsOn('2026-04-25')).toBeUndefined();
  expect(await reasonsOn('2026-04-26')).toMatchObject([{ ...may, inDays: 5 }]);
  expect((await client.today.around()).dates).toMatchObject([
    { day: '2026-05-01', wholeMonth: true },
  ]);
  expect(await reasonsOn('2026-05-01')).toMatchObject([{ ...may, inDays: 0 }]);
  talk(house, [id], '2026-04-30');
  expect(await reasonsOn('2026-05-02')).toBeUndefined();
  expect(await reasonsOn('2027-04-30')).toMatchObject([{ day: '2027-05-01', years: 67 }]);
});

test('wish 15: today’s birthdays are on the first screen, whatever notice they give', async () => {
  const { client } = await openHouse();
  const { id } = await client.people.add({
    givenName: 'Rosa',
    dates: [{ kind: 'birthday', year: 1976, month: 3, day: 2, noticeDays: 0 }],
  });
  expect((await client.today.around()).dates).toMatchObject([
    { customerId: id, kind: 'birthday', day: '2026-03-02', inDays: 0, years: 50 },
  ]);
});

test('around today: what is promised within a week, the dates, and who waits, complaints first', async () => {
  const { client, clock, house } = await openHouse();
  const { id } = await client.people.add({
    givenName: 'Rosa',
    dates: [
      { kind: 'birthday', month: 3, day: 9 },
      { kind: 'other', label: 'Shop opened', month: 3, day: 10 },
    ],
  });
  promise(house, id, 'Next week', '2026-03-09');
  promise(house, id, 'Overdue', '2026-02-20');
  promise(house, id, 'Far away', '2026-03-10');
  const kind = mention(house, null, 'A lovely place', clock.now());
  const theirs = mention(house, id, 'Are you open?', clock.now() - 86_400_000);
  const unhappy = mention(house, null, 'Cold soup', clock.now() - 2 * 86_400_000);
  const done = mention(house, id, 'Thank you', clock.now());
  house.connection.prepare(`UPDATE mention SET tone = 'complaint' WHERE id = ?`).run(unhappy);
  await client.mentions.mark({ ids: [done], state: 'noted' });
  const { promises, dates, voices } = await client.today.around();
  expect(promises.map((one) => one.text)).toEqual(['Overdue', 'Next week']);
  expect(dates).toEqual([
    {
      customerId: id,
      name: 'Rosa',
      label: '',
      kind: 'birthday',
      day: '2026-03-09',
      inDays: 7,
      wholeMonth: false,
      years: null,
    },
  ]);
  expect(voices.map((one) => one.id)).toEqual([unhappy, theirs, kind]);
  expect(voices[1]?.customer).toEqual({ id, name: 'Rosa' });
});

test('the row of lights counts the days since the first, and holds nothing before against you', async () => {
  const { client, clock, house } = await openHouse();
  expect(await client.today.steps({ days: 3 })).toMatchObject({ lit: 0, counted: 0 });
  const [rosa = '', marco = ''] = addCustomers(house, [
    { givenName: 'Rosa' },
    { givenName: 'Marco' },
  ]);
  talk(house, [rosa, marco], '2026-03-02');
  talk(house, [rosa], '2026-03-02', { time: '15:00' });
  talk(house, [rosa], '2026-02-28');
  clock.addDays(2);
  talk(house, [marco], '2026-03-03', { reached: false });
  expect(await client.today.steps({ days: 5 })).toEqual({
    days: [
      { day: '2026-02-28', steps: 1, people: [{ id: rosa, name: 'Rosa' }] },
      { day: '2026-03-01', steps: 0, people: [] },
      {
        day: '2026-03-02',
        steps: 2,
        people: [
          { id: marco, name: 'Marco' },
          { id: rosa, name: 'Rosa' },
        ],
      },
      { day: '2026-03-03', steps: 0, people: [] },
      { day: '2026-03-04', steps: 0, people: [] },
    ],
    lit: 1,
    counted: 3,
  });
});

test('the street is lit by how lately you spoke, the nearest first, today’s house always on it', async () => {
  const { client, clock, house } = await openHouse();
  clock.set('2026-01-01T08:00');
  const add = async (givenName: string, circle: 'inner' | 'regular' | 'wider' | 'none') =>
    (await client.people.add({ givenName, circle })).id;
  const rosa = await add('Rosa', 'regular');
  const marco = await add('Marco', 'inner');
  const ines = await add('Ines', 'none');
  await add('Wanjiru', 'wider');
  clock.set('2026-03-02T08:00');
  talk(house, [rosa], '2026-02-15');
  talk(house, [marco], '2026-03-01');
  talk(house, [ines], '2025-01-01');
  promise(house, ines, 'Send the map', '2026-03-02');
  const { houses, total } = await client.today.street({});
  expect(total).toBe(4);
  expect(houses.map(({ name, isToday }) => [name, isToday])).toEqual([
    ['Marco', false],
    ['Rosa', false],
    ['Wanjiru', false],
    ['Ines', true],
  ]);
  expect(houses.map((one) => Math.round(one.warmth * 100))).toEqual([93, 50, 0, 0]);
  const short = await client.today.street({ limit: 2 });
  expect(short.houses.map((one) => one.name)).toEqual(['Marco', 'Ines']);
});
