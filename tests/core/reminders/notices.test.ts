import { describe, expect, test } from 'vitest';
import { openRemindingHouse, settled } from './told.ts';

async function reminded(shows = true) {
  const house = await openRemindingHouse();
  house.host.showsNotices = shows;
  const { id } = await house.client.followUps.add({
    text: 'Ring',
    dueDay: '2026-03-02',
    dueTime: '15:00',
  });
  await settled();
  house.clock.set('2026-03-02T15:00');
  await settled();
  return { ...house, id, followUp: () => house.client.followUps.get({ id }) };
}

describe('from the machine’s notice', () => {
  test('it is done, with an undo in the journal', async () => {
    const house = await reminded();
    expect(house.host.shown[0]).toMatchObject({
      title: 'Ring',
      place: `/follow-ups?follow-up=${house.id}`,
      actions: [
        { id: 'done', label: 'Done' },
        { id: 'hour', label: 'In an hour' },
        { id: 'tomorrow', label: 'Tomorrow' },
      ],
    });
    house.host.shown[0]?.answered('done');
    expect(await house.followUp()).toMatchObject({ state: 'done' });
    await house.client.journal.undo({});
    expect(await house.followUp()).toMatchObject({ state: 'open' });
  });

  test('it comes back in an hour, or tomorrow in the morning', async () => {
    const house = await reminded();
    house.host.shown[0]?.answered('hour');
    expect(await house.followUp()).toMatchObject({
      snoozedUntil: '2026-03-02',
      snoozedTime: '16:00',
    });
    await settled();
    house.clock.set('2026-03-02T16:00');
    await settled();
    expect(house.host.notices).toHaveLength(2);
    house.host.shown[1]?.answered('tomorrow');
    expect(await house.followUp()).toMatchObject({ snoozedUntil: '2026-03-03', snoozedTime: null });
    await settled();
    house.clock.set('2026-03-03T08:00');
    await settled();
    expect(house.host.notices).toHaveLength(3);
  });

  test('what was done meanwhile stays as it is, and the log says so', async () => {
    const house = await reminded();
    await house.client.followUps.done({ id: house.id });
    house.host.shown[0]?.answered('hour');
    expect(await house.followUp()).toMatchObject({ state: 'done', snoozedUntil: null });
    expect(house.host.lines.join()).toContain('“hour” on a notice was not done');
  });
});

describe('where the machine has no notices', () => {
  test('windows are told that one waits, and the first that asks has it', async () => {
    const house = await openRemindingHouse();
    house.host.showsNotices = false;
    const ending = new AbortController();
    const events = house.house.bell.listen(ending.signal);
    const notice = (async () => {
      for await (const event of events) if (event.type === 'notice') return event;
      return undefined;
    })();
    const { id } = await house.client.followUps.add({ text: 'Ring', dueDay: '2026-03-03' });
    await settled();
    house.clock.set('2026-03-03T08:00');
    expect(await notice).toEqual({ type: 'notice' });
    ending.abort();
    const both = await Promise.all([house.client.reminders.take(), house.client.reminders.take()]);
    expect(both.map((taken) => taken.length).sort()).toEqual([0, 1]);
    const [taken] = both.flat();
    expect(taken).toMatchObject({ title: 'Ring', place: `/follow-ups?follow-up=${id}` });

    const { said, step } = await house.client.reminders.answer({
      id: taken?.id ?? '',
      action: 'done',
    });
    expect(said).toBe('Done');
    expect((await house.client.followUps.get({ id })).state).toBe('done');
    await house.client.journal.undo({ step });
    expect((await house.client.followUps.get({ id })).state).toBe('open');
    await house.client.followUps.done({ id });
    await expect(
      house.client.reminders.answer({ id: taken?.id ?? '', action: 'hour' }),
    ).rejects.toThrow('This one is done already.');
  });

  test('what came up for hours while no window was open comes as one, and stays in sight', async () => {
    const house = await openRemindingHouse();
    house.host.showsNotices = false;
    for (const time of ['09:00', '10:00', '11:00', '17:00']) {
      await house.client.followUps.add({ text: time, dueDay: '2026-03-02', dueTime: time });
      await settled();
    }
    for (const time of ['09:00', '10:00', '11:00']) {
      house.clock.set(`2026-03-02T${time}`);
      await settled();
    }
    house.clock.set('2026-03-02T15:00');
    expect(await house.client.reminders.take()).toMatchObject([
      {
        title: 'While you were away: 3 notices',
        body: '09:00 · 10:00 · and 1 more',
        place: '/today',
        missed: true,
      },
    ]);
    expect((await house.client.reminders.missed()).map(({ words }) => words)).toEqual([
      '09:00',
      '10:00',
      '11:00',
    ]);
    house.clock.set('2026-03-02T17:00');
    await settled();
    expect(await house.client.reminders.take()).toMatchObject([{ title: '17:00', missed: false }]);
    expect(await house.client.reminders.missed()).toHaveLength(3);
  });

  test('a notice of another time is refused in words', async () => {
    const house = await reminded(false);
    const id = '019c0000-0000-7000-8000-000000000000';
    await expect(house.client.reminders.answer({ id, action: 'done' })).rejects.toThrow('too old');
  });
});
