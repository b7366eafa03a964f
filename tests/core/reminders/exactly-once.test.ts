import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OpenedHouse } from '../../support/open-house.ts';
import { openRemindingHouse, settled } from './told.ts';

/** What may happen to a machine: time passes, its clock is set, it travels, the house is closed. */
const happening = fc.oneof(
  fc.record({ what: fc.constant('passes' as const), hours: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ what: fc.constant('set' as const), hours: fc.integer({ min: -40, max: 40 }) }),
  fc.record({
    what: fc.constant('travels' as const),
    zone: fc.constantFrom('Europe/Rome', 'Asia/Tokyo', 'America/New_York', 'Pacific/Apia'),
  }),
  fc.record({ what: fc.constant('restarts' as const), hours: fc.integer({ min: 0, max: 30 }) }),
);

test('wish 5: reminders really arrive: each exactly once, whatever happens to the machine', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 23 })), {
        minLength: 1,
        maxLength: 5,
      }),
      fc.array(happening, { minLength: 3, maxLength: 8 }),
      async (moments, happenings) => {
        let house: OpenedHouse = await openRemindingHouse();
        const ids = new Set<string>();
        for (const [index, [day, hour]] of moments.entries()) {
          const { id } = await house.client.followUps.add({
            text: `Number ${index}`,
            dueDay: `2026-03-0${day + 2}`,
            dueTime: `${String(hour).padStart(2, '0')}:00`,
          });
          ids.add(id);
        }
        await settled();
        const hosts = new Set([house.host]);
        for (const one of happenings) {
          if (one.what === 'restarts') {
            await house.close();
            house.clock.addHours(one.hours);
            house = await house.reopen();
            hosts.add(house.host);
          } else if (one.what === 'travels') {
            house.clock.goTo(one.zone);
            house.house.bell.ring({ type: 'changed', topics: ['clock'] });
          } else house.clock.addHours(one.hours);
          await settled();
        }
        // A noon at which all of it is past, outside of the quiet hours.
        house.clock.set('2026-06-01T12:00');
        await settled();
        // Each notice names what it is about, alone or together with others.
        const said = [...hosts].flatMap(({ notices }) => notices);
        const count = (text: string) =>
          said.filter(({ title, body }) => `${title} · ${body}`.split(' · ').includes(text)).length;
        const unnamed = said.reduce(
          (sum, { body }) => sum + Number(/and (\d+) more/.exec(body)?.[1] ?? 0),
          0,
        );
        const named = moments.map((_, index) => count(`Number ${index}`));
        expect(Math.max(...named)).toBeLessThanOrEqual(1);
        expect(named.reduce((sum, one) => sum + one, 0) + unnamed).toBe(moments.length);
        await house.close();
      },
    ),
    { numRuns: 8 },
  );
});
