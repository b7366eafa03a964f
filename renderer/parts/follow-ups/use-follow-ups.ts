import type { FollowUp } from '../../../shared/contract/contract.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { client } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';

type Meant = Pick<FollowUp, 'id'>;

/** What can be done with a follow-up anywhere: each is told with its undo, a refusal in words. */
export function useFollowUps() {
  const today = usePresentDay();
  const { done, failed } = useDoing();

  /** Tells what was done; answers whether it was. */
  async function tell<Answer extends { step: string }>(
    work: Promise<Answer>,
    said: (answer: Answer) => string,
  ): Promise<boolean> {
    try {
      const answer = await work;
      done(said(answer), answer.step);
      return true;
    } catch (problem) {
      failed(problem);
      return false;
    }
  }

  return {
    finish: ({ id }: Meant) =>
      tell(client.followUps.done({ id }), ({ next }) =>
        next ? `Done. Again ${fullDay(next.dueDay, today)}` : 'Done',
      ),
    reopen: ({ id }: Meant) => tell(client.followUps.reopen({ id }), () => 'Open again'),
    putOff: ({ id }: Meant, until: string, time: string | null) =>
      tell(client.followUps.snooze({ id, until, time }), () =>
        until === today ? `Put off to ${time}` : `Put off to ${fullDay(until, today)}`,
      ),
    bin: ({ id }: Meant) => tell(client.followUps.bin({ id }), () => 'The follow-up is in the bin'),
  };
}
