import { Button } from '@mantine/core';
import type { FollowUp } from '../../../../shared/contract/contract.ts';
import { fullDay } from '../../../../shared/wording/days.ts';
import { client } from '../../../app/client.ts';
import { usePresentDay } from '../../../app/present.ts';
import { useDoing } from '../../../app/undo.ts';
import { RelativeDay } from '../../../parts/relative-day.tsx';
import classes from '../block.module.css';
import { Block, Changeable } from '../block.tsx';
import { FollowUpForm } from '../follow-up-form.tsx';

interface PromisedProps {
  personId: string;
  /** Undefined until they are known. */
  promises: readonly FollowUp[] | undefined;
}

/** What is owed to somebody, the next first. */
export function Promised({ personId, promises }: PromisedProps) {
  const today = usePresentDay();
  const { done, failed } = useDoing();

  async function finish(promise: FollowUp) {
    try {
      const { step, next } = await client.followUps.done({ id: promise.id });
      done(next ? `Done. Again ${fullDay(next.dueDay, today)}` : 'Done', step);
    } catch (problem) {
      failed(problem);
    }
  }

  return (
    <Block
      title="Promised"
      action="Add"
      actionLabel="Add a promise"
      form={(close) => <FollowUpForm personId={personId} onClose={close} />}
    >
      {promises?.length === 0 && <p className={classes.nothing}>Nothing is owed.</p>}
      {promises && promises.length > 0 && (
        <ul className={classes.list}>
          {promises.map((promise) => (
            <Changeable
              key={promise.id}
              name={promise.text}
              actions={
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`Done: ${promise.text}`}
                  onClick={() => void finish(promise)}
                >
                  Done
                </Button>
              }
              form={(close) => (
                <FollowUpForm personId={personId} followUp={promise} onClose={close} />
              )}
            >
              <span dir="auto">{promise.text}</span>
              <div className={classes.soft}>
                <RelativeDay day={promise.dueDay} due />
                {promise.dueTime && `, ${promise.dueTime}`}
              </div>
            </Changeable>
          ))}
        </ul>
      )}
    </Block>
  );
}
