import { expect, test } from 'vitest';
import { all } from '../../../main/core/database/connection.ts';
import { standingOf } from '../../../main/core/desk/standing.ts';
import { openHouse, stillClock } from '../../support/open-house.ts';

test('nobody is named before the morning only because the tray would like to know', async () => {
  const { house, client, clock } = await openHouse({ clock: stillClock('2026-03-02T00:00') });
  await client.people.add({ givenName: 'Rosa', circle: 'inner' });
  expect(standingOf(house).today).toBeNull();
  expect(all(house.connection, 'SELECT * FROM daily_pick')).toEqual([]);
  clock.set('2026-03-02T08:00');
  expect(standingOf(house).today).toMatchObject({ name: 'Rosa' });
});

test('what waits is counted and the first are named, without what is put off', async () => {
  const { house, client } = await openHouse();
  for (let number = 1; number <= 7; number += 1) {
    await client.followUps.add({ text: `Number ${number}`, dueDay: '2026-03-01' });
  }
  const { id } = await client.followUps.add({ text: 'Off', dueDay: '2026-03-01' });
  await client.followUps.snooze({ id, until: '2026-03-02', time: '17:00' });
  await client.settings.save({ remindersPausedUntil: '2026-03-03', closeToTray: false });
  const standing = standingOf(house);
  expect(standing).toMatchObject({ waiting: 7, paused: true, closeToTray: false });
  expect(standing.followUps.map(({ text }) => text)).toEqual(
    [1, 2, 3, 4, 5].map((n) => `Number ${n}`),
  );
});
