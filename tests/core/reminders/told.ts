import { type OpenedHouse, openHouse } from '../../support/open-house.ts';

/** A house that reminds, on Monday 2 March 2026 at eight in Rome. */
export const openRemindingHouse = (options: Parameters<typeof openHouse>[0] = {}) =>
  openHouse({ shell: 'desktop', ...options });

/** Lets everything that was rung be heard. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((go) => setImmediate(go));
}

/** The titles of all notices until now. */
export async function told({ host }: OpenedHouse): Promise<string[]> {
  await settled();
  return host.notices.map(({ title }) => title);
}
