import type { FollowUp } from '../../../shared/contract/contract.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { client } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';

type Meant = Pick<FollowUp, 'id'>;

/** What can be done with a follow-up anywhere: each is told with its undo, a refusal in words. */
export function useFollowUps() {
  const today = usePresentDay();
  const { attempt } = useDoing();

  return {
    finish: ({ id }: Meant) =>
      attempt(client.followUps.done({ id }), ({ next }) =>
        next ? `Done. Again ${fullDay(next.dueDay, today)}` : 'Done',
      ),
    reopen: ({ id }: Meant) => attempt(client.followUps.reopen({ id }), 'Open again'),
    putOff: ({ id }: Meant, until: string, time: string | null) =>
      attempt(
        client.followUps.snooze({ id, until, time }),
        until === today ? `Put off to ${time}` : `Put off to ${fullDay(until, today)}`,
      ),
    bin: ({ id }: Meant) => attempt(client.followUps.bin({ id }), 'The follow-up is in the bin'),
  };
}
