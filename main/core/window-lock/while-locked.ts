import type { HouseEvent } from '../../../shared/contract/contract.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { House } from '../core.ts';

/** What is answered while the window is locked; `listen` then tells of the lock only. */
const answered = new Set(['lock.state', 'lock.open', 'events.listen']);

/** Refuses what is not to be had while the window is locked. */
export function refuseWhileLocked(
  { lock }: { lock: Pick<House['lock'], 'isLocked'> },
  procedure: string,
): void {
  if (!answered.has(procedure) && lock.isLocked()) {
    throw new Refusal('locked', 'Porchlight is locked. Unlock its window first.');
  }
}

/** What may be heard just now: everything, or while it is locked that the lock changed and that something waits. */
export async function* heard(
  { bell, lock }: Pick<House, 'bell' | 'lock'>,
  signal: AbortSignal | undefined,
): AsyncGenerator<HouseEvent, void> {
  for await (const event of bell.listen(signal)) {
    const isAboutLock = event.type === 'changed' && event.topics.includes('lock');
    if (isAboutLock || event.type === 'notice' || !lock.isLocked()) yield event;
  }
}
