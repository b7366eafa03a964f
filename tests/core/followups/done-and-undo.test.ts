import fc from 'fast-check';
import { expect, test } from 'vitest';
import { all } from '../../../main/core/database/connection.ts';
import { openHouse } from '../../support/open-house.ts';

test('“done” and its undo together change nothing, for whatever repeats however', async () => {
  const { client, house, clock } = await openHouse();
  const table = () => all(house.connection, 'SELECT * FROM follow_up ORDER BY id');
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        every: fc.integer({ min: 1, max: 365 }),
        unit: fc.constantFrom('day', 'week', 'month', 'year'),
        from: fc.constantFrom('due', 'done'),
      }),
      fc.date({ min: new Date('2020-01-01'), max: new Date('2032-01-01'), noInvalidDate: true }),
      fc.boolean(),
      fc.integer({ min: 0, max: 5 }),
      async (recurrence, due, repeats, later) => {
        const { id } = await client.followUps.add({
          text: 'Again',
          dueDay: due.toISOString().slice(0, 10),
          recurrence: repeats ? recurrence : null,
        });
        const before = table();
        const { step, next } = await client.followUps.done({ id });
        expect(next === null).toBe(!repeats);
        expect(table()).toHaveLength(before.length + (repeats ? 1 : 0));
        clock.addDays(later);
        await client.journal.undo({ step });
        expect(table()).toEqual(before);
        // And the same by opening it again.
        await client.followUps.done({ id });
        await client.followUps.reopen({ id });
        expect(table()).toEqual(before);
      },
    ),
    { numRuns: 25 },
  );
});
