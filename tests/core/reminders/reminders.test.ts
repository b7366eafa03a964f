import { describe, expect, test } from 'vitest';
import { addCustomer } from '../../support/customers.ts';
import { stillClock } from '../../support/open-house.ts';
import { openRemindingHouse, settled, told } from './told.ts';

describe('a follow-up', () => {
  test('wish 4: the next follow-up reminds: told at its time, or in the morning of its day, once', async () => {
    const house = await openRemindingHouse();
    const rosa = addCustomer(house.house, { givenName: 'Rosa', familyName: 'Rossi' });
    await house.client.followUps.add({ text: 'Ring', dueDay: '2026-03-02', dueTime: '15:00' });
    await house.client.followUps.add({
      text: 'Send the quote',
      customerId: rosa,
      dueDay: '2026-03-04',
    });
    await settled();
    house.clock.set('2026-03-02T14:59');
    expect(await told(house)).toEqual([]);
    house.clock.set('2026-03-02T15:00');
    expect(await told(house)).toEqual(['Ring']);
    house.clock.set('2026-03-04T07:59');
    expect(await told(house)).toEqual(['Ring']);
    house.clock.set('2026-03-04T08:00');
    house.clock.set('2026-03-05T12:00');
    await settled();
    expect(house.host.notices).toEqual([
      { title: 'Ring', body: 'Due today at 15:00' },
      { title: 'Send the quote', body: 'Rosa Rossi · due today' },
    ]);
  });

  test('that comes again is told each time', async () => {
    const house = await openRemindingHouse();
    let { id } = await house.client.followUps.add({
      text: 'Water the fern',
      dueDay: '2026-03-03',
      recurrence: { every: 1, unit: 'day', from: 'due' },
    });
    for (const day of ['03', '04', '05']) {
      house.clock.set(`2026-03-${day}T09:00`);
      await settled();
      id = (await house.client.followUps.done({ id })).next?.id ?? '';
    }
    expect(await told(house)).toHaveLength(3);
  });

  test('put off is told again when it comes back, and an undo does not tell it a second time', async () => {
    const house = await openRemindingHouse();
    const { id } = await house.client.followUps.add({ text: 'Ring', dueDay: '2026-03-03' });
    house.clock.set('2026-03-03T08:00');
    expect(await told(house)).toEqual(['Ring']);
    const { step } = await house.client.followUps.snooze({
      id,
      until: '2026-03-03',
      time: '17:00',
    });
    await house.client.journal.undo({ step });
    const done = await house.client.followUps.done({ id });
    await house.client.journal.undo({ step: done.step });
    expect(await told(house)).toEqual(['Ring']);
    await house.client.followUps.snooze({ id, until: '2026-03-03', time: '17:00' });
    house.clock.set('2026-03-03T16:59');
    expect(await told(house)).toEqual(['Ring']);
    house.clock.set('2026-03-03T17:00');
    expect(await told(house)).toEqual(['Ring', 'Ring']);
  });

  test('that is done, binned, or of somebody in the bin is not told', async () => {
    const house = await openRemindingHouse();
    const rosa = addCustomer(house.house, { givenName: 'Rosa' });
    const add = async (text: string, customerId: string | null = null) =>
      (await house.client.followUps.add({ text, customerId, dueDay: '2026-03-03' })).id;
    await house.client.followUps.done({ id: await add('Done') });
    await house.client.followUps.bin({ id: await add('Binned') });
    await add('Of Rosa', rosa);
    await add('Told');
    await house.client.people.bin({ ids: [rosa] });
    house.clock.set('2026-03-03T09:00');
    expect(await told(house)).toEqual(['Told']);
  });

  test('written for a moment that has passed is known to whoever wrote it', async () => {
    const house = await openRemindingHouse();
    house.clock.set('2026-03-02T10:00');
    await house.client.followUps.add({ text: 'Today', dueDay: '2026-03-02' });
    await house.client.followUps.add({ text: 'Long ago', dueDay: '2025-03-02' });
    await settled();
    house.clock.addDays(1);
    expect(await told(house)).toEqual([]);
    const again = await house.reopen();
    expect(await told(again)).toEqual([]);
  });

  test('several at one moment come in one notice', async () => {
    const house = await openRemindingHouse();
    for (const text of ['One', 'Two', 'Three', 'Four']) {
      await house.client.followUps.add({ text, dueDay: '2026-03-03' });
    }
    house.clock.set('2026-03-03T08:00');
    await settled();
    expect(house.host.shown).toMatchObject([
      {
        title: '4 follow-ups are waiting',
        body: 'One · Two · Three · and 1 more',
        place: '/follow-ups',
      },
    ]);
    expect(house.host.shown[0]?.actions).toBeUndefined();
  });
});

describe('whatever becomes of the clock', () => {
  const withRing = async (dueTime: string, dueDay = '2026-03-03', clock = stillClock()) => {
    const house = await openRemindingHouse({ clock });
    await house.client.followUps.add({ text: 'Ring', dueDay, dueTime });
    await settled();
    return house;
  };

  test('set back, it tells nothing twice; set ahead, it loses nothing', async () => {
    const house = await withRing('15:00');
    house.clock.set('2026-03-03T15:00');
    house.clock.set('2026-03-01T09:00');
    house.clock.set('2026-03-03T15:30');
    expect(await told(house)).toEqual(['Ring']);
    await house.client.followUps.add({ text: 'Write', dueDay: '2026-03-10', dueTime: '11:00' });
    await settled();
    house.clock.set('2026-06-01T11:00');
    expect(await told(house)).toEqual(['Ring', 'Write']);
  });

  test('to the east of the sun a passed hour is told at once, to the west no hour twice', async () => {
    const east = await withRing('15:00', '2026-03-02');
    east.clock.set('2026-03-02T10:00');
    east.clock.goTo('Asia/Tokyo');
    // As the watch rings when it notices.
    east.house.bell.ring({ type: 'changed', topics: ['clock'] });
    expect(await told(east)).toEqual(['Ring']);

    const west = await withRing('15:00', '2026-03-02');
    west.clock.set('2026-03-02T15:00');
    west.clock.goTo('America/New_York');
    west.house.bell.ring({ type: 'changed', topics: ['clock'] });
    await settled();
    west.clock.set('2026-03-02T15:00');
    expect(await told(west)).toEqual(['Ring']);
  });

  test('an hour that the clocks leave out is told after it, one that comes twice is told once', async () => {
    // Rome goes from two to three on 29 March 2026, and from three back to two on 25 October.
    const quiet = { quietHours: false };
    const spring = await withRing('02:30', '2026-03-29', stillClock('2026-03-28T20:00'));
    await spring.client.settings.save(quiet);
    spring.clock.set('2026-03-29T01:59');
    expect(await told(spring)).toEqual([]);
    spring.clock.addHours(2);
    expect(await told(spring)).toEqual(['Ring']);

    const autumn = await withRing('02:30', '2026-10-25', stillClock('2026-10-24T20:00'));
    await autumn.client.settings.save(quiet);
    autumn.clock.set('2026-10-25T01:59');
    for (let hour = 0; hour < 4; hour += 1) autumn.clock.addHours(1);
    expect(await told(autumn)).toEqual(['Ring']);
  });

  test('there is one alarm, for the next moment, set anew when something changes', async () => {
    const house = await withRing('15:00');
    const at = (local: string) => stillClock(local).now();
    // Each morning is one, for the dates that may come up.
    expect(house.clock.nextAlarm()).toBe(at('2026-03-03T00:00'));
    const { id } = await house.client.followUps.add({
      text: 'Soon',
      dueDay: '2026-03-02',
      dueTime: '09:30',
    });
    await settled();
    expect(house.clock.nextAlarm()).toBe(at('2026-03-02T09:30'));
    await house.client.followUps.done({ id });
    await settled();
    house.clock.set('2026-03-03T14:00');
    await settled();
    expect(house.clock.nextAlarm()).toBe(at('2026-03-03T15:00'));
  });
});
