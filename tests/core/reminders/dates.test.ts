import { describe, expect, test } from 'vitest';
import { stillClock } from '../../support/open-house.ts';
import { openRemindingHouse, settled, told } from './told.ts';

const birthday = (month: number, day: number, more: object = {}) => ({
  kind: 'birthday' as const,
  month,
  day,
  year: null,
  noticeDays: 3,
  ...more,
});

async function withDates(dates: object[], clock = stillClock()) {
  const house = await openRemindingHouse({ clock });
  const { id } = await house.client.people.add({
    givenName: 'Rosa',
    familyName: 'Rossi',
    dates: dates as never,
  });
  await settled();
  return { ...house, rosa: id };
}

describe('a date of somebody', () => {
  test('is told on the day of its notice and on the day itself, each once', async () => {
    const house = await withDates([birthday(3, 10, { year: 1966 })]);
    house.clock.set('2026-03-07T07:59');
    expect(await told(house)).toEqual([]);
    house.clock.set('2026-03-07T08:00');
    house.clock.set('2026-03-08T08:00');
    house.clock.set('2026-03-10T08:00');
    house.clock.set('2026-03-11T08:00');
    await settled();
    expect(house.host.shown).toMatchObject([
      {
        title: 'Tuesday: Rosa Rossi’s birthday',
        body: 'Tuesday 10 March, 60 years',
        place: `/people/${house.rosa}`,
      },
      { title: 'Today: Rosa Rossi’s birthday' },
    ]);
    house.clock.set('2027-03-10T08:00');
    expect(await told(house)).toHaveLength(3);
  });

  test('without notice is told on its day only', async () => {
    const house = await withDates([
      birthday(3, 5, { noticeDays: 0, kind: 'other', label: 'wedding day' }),
    ]);
    for (const day of ['03', '04', '05', '06']) house.clock.set(`2026-03-${day}T08:00`);
    expect(await told(house)).toEqual(['Today: Rosa Rossi’s wedding day']);
  });

  test('of which only the month is known is told on its first day, and as its notice says', async () => {
    const house = await withDates([
      { kind: 'birthday', month: 5, year: 1966, noticeDays: 5 },
      { kind: 'other', label: 'yearly stocktaking', month: 5, noticeDays: 0 },
    ]);
    for (const day of ['04-25', '04-26', '04-27', '05-01', '05-02', '05-31', '06-01']) {
      house.clock.set(`2026-${day}T08:00`);
    }
    await settled();
    expect(house.host.shown).toMatchObject([
      { title: 'Sometime in May: Rosa Rossi’s birthday', body: 'The day is not known, 60 years' },
      { title: '2 dates are waiting' },
    ]);
    house.clock.set('2027-04-26T08:00');
    expect((await told(house)).at(-1)).toBe('Sometime in May: Rosa Rossi’s birthday');
  });

  test('on 29 February is kept as the person has it', async () => {
    const leap = birthday(2, 29, { noticeDays: 0 });
    const early = await withDates([leap], stillClock('2026-02-20T08:00'));
    for (const day of ['02-28', '03-01']) early.clock.set(`2026-${day}T08:00`);
    expect(await told(early)).toEqual(['Today: Rosa Rossi’s birthday']);

    const late = await withDates([leap], stillClock('2026-02-20T08:00'));
    await late.client.settings.save({ leapDay: 'march-1' });
    await settled();
    late.clock.set('2026-02-28T08:00');
    expect(await told(late)).toEqual([]);
    late.clock.set('2026-03-01T08:00');
    expect(await told(late)).toEqual(['Today: Rosa Rossi’s birthday']);
  });

  test('that was missed while closed is told afterwards, in one notice with the rest', async () => {
    const house = await withDates([birthday(3, 10), birthday(6, 1)]);
    await house.client.followUps.add({ text: 'Ring', dueDay: '2026-03-11' });
    await house.close();
    house.clock.set('2026-03-12T09:00');
    const next = await house.reopen();
    expect(await told(next)).toEqual(['While Porchlight was closed: a follow-up and a date']);
    expect((await next.client.reminders.missed()).map(({ words }) => words)).toEqual([
      '2 days ago: Rosa Rossi’s birthday',
      'Ring',
    ]);
  });

  test('just written, within its own notice, is known to whoever wrote it; its day is told', async () => {
    const house = await withDates([birthday(3, 4)]);
    expect(await told(house)).toEqual([]);
    house.clock.set('2026-03-04T08:00');
    expect(await told(house)).toEqual(['Today: Rosa Rossi’s birthday']);
  });

  test('is not told when dates are switched off', async () => {
    const house = await withDates([birthday(3, 4)]);
    await house.client.settings.save({ remindDates: false });
    await settled();
    house.clock.set('2026-03-04T08:00');
    expect(await told(house)).toEqual([]);
  });
});

describe('whom the day names', () => {
  test('is told in the morning, once a day, by those who want it, with the reason', async () => {
    const house = await withDates([]);
    house.clock.set('2026-03-03T08:00');
    expect(await told(house)).toEqual([]);
    await house.client.settings.save({ remindMorning: true });
    await house.client.followUps.add({
      text: 'Send the quote',
      customerId: house.rosa,
      dueDay: '2026-03-04',
      dueTime: '12:00',
    });
    await settled();
    house.clock.set('2026-03-04T08:00');
    house.clock.set('2026-03-04T09:00');
    await settled();
    expect(house.host.shown).toMatchObject(
      [
        {
          title: 'Today, turn to Rosa Rossi',
          body: /You promised: send the quote/,
          place: '/today',
        },
      ].map((notice) => ({ ...notice, body: expect.stringMatching(notice.body) })),
    );
  });

  test('is not told when the day is begun already, nor at a start', async () => {
    const house = await withDates([]);
    await house.client.settings.save({ remindMorning: true });
    await house.close();
    house.clock.set('2026-03-03T09:00');
    const next = await house.reopen();
    expect(await told(next)).toEqual([]);
  });

  test('comes together with what is due', async () => {
    const house = await withDates([birthday(3, 4, { noticeDays: 0 })]);
    await house.client.settings.save({ remindMorning: true });
    for (const text of ['One', 'Two'])
      await house.client.followUps.add({ text, dueDay: '2026-03-04' });
    await settled();
    house.clock.set('2026-03-04T08:00');
    await settled();
    expect(house.host.notices).toEqual([
      { title: 'Today, turn to Rosa Rossi', body: 'Also: 2 follow-ups and a date.' },
    ]);
  });
});
