import { addCustomers } from '../../support/customers.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { talk } from '../../support/stored-rows.ts';

const names = ['Rosa', 'Marco', 'Wanjiru', 'Ines'] as const;

/** A house with people of the regular circle, spoken with so many days before 2 March 2026. */
export async function town(...spokenOn: (string | null)[]) {
  const opened = await openHouse();
  opened.clock.set('2025-12-01T08:00');
  const ids = addCustomers(
    opened.house,
    spokenOn.map((_, index) => ({ givenName: names[index] ?? `Person ${index}` })),
  );
  opened.clock.set('2026-03-02T08:00');
  spokenOn.forEach((day, index) => {
    if (day) talk(opened.house, [ids[index] ?? ''], day);
  });
  return { ...opened, ids };
}

/** The given name of whom the day names. */
export const named = async ({ client }: Pick<OpenedHouse, 'client'>) =>
  (await client.today.get()).pick?.customer.givenName;

/** Logs a call with somebody, in which they were reached or not. */
export const log = (client: OpenedHouse['client'], id: string | undefined, reached = true) =>
  client.conversations.log({ customerIds: [id ?? ''], medium: 'phone', said: 'Hello', reached });
