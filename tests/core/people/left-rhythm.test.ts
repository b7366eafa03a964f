import { expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';
import { talk } from '../../support/stored-rows.ts';

test('"No, leave it" is remembered until the rhythm seen is clearly another, and can be undone', async () => {
  const { client, clock, house } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Rosa', circle: 'regular' });
  const seen = async () => (await client.people.get({ id })).seenRhythmDays;
  for (const day of ['2026-02-09', '2026-02-16', '2026-02-23']) talk(house, [id], day);
  const { step } = await client.people.leaveRhythm({ id, days: 7 });
  expect(await seen()).toBeNull();
  await client.journal.undo({ step });
  expect(await seen()).toBe(7);
  await client.people.leaveRhythm({ id, days: 7 });
  clock.set('2026-09-01T08:00');
  talk(house, [id], '2026-03-04');
  expect(await seen()).toBeNull();
  for (const day of ['2026-03-20', '2026-04-05', '2026-04-21', '2026-05-07']) {
    talk(house, [id], day);
  }
  expect(await seen()).toBe(16);
});
