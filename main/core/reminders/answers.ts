import { addDays } from '../../../shared/dates.ts';
import { Refusal } from '../../../shared/refusal.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { localDay, localTime } from '../clock.ts';
import type { House } from '../core.ts';
import { doFollowUp } from '../followups/keep.ts';
import { snoozeFollowUp } from '../followups/write.ts';
import type { NoticeOutcome } from '../notices.ts';

/** What can be done with a follow-up on the notice about it. */
export const followUpActions = [
  { id: 'done', label: 'Done' },
  { id: 'hour', label: 'In an hour' },
  { id: 'tomorrow', label: 'Tomorrow' },
] as const;

const hour = 3_600_000;

/** Does with a follow-up what was chosen on its notice. Refuses what it was too late for. */
export function answerFollowUp(
  house: Pick<House, 'connection' | 'clock' | 'journal'>,
  id: string,
  action: string,
): NoticeOutcome {
  const { clock } = house;
  if (action === 'done') {
    const { step, next } = doFollowUp(house, id);
    return { step, said: next ? `Done. Again ${fullDay(next.dueDay, clock.today())}` : 'Done' };
  }
  if (action === 'hour') {
    const at = clock.now() + hour;
    const time = localTime(at, clock.zone());
    const { step } = snoozeFollowUp(house, { id, until: localDay(at, clock.zone()), time });
    return { step, said: `Put off to ${time}` };
  }
  if (action === 'tomorrow') {
    const { step } = snoozeFollowUp(house, { id, until: addDays(clock.today(), 1) });
    return { step, said: 'Put off to tomorrow' };
  }
  throw new Refusal('invalid', 'A notice cannot do that.');
}
