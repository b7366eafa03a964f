import { Button } from '@mantine/core';
import type { FollowUp } from '../../../../shared/contract/contract.ts';
import { usePresent } from '../../../app/present.ts';
import { FollowUpState } from '../../../parts/follow-ups/follow-up-state.tsx';
import { useFollowUps } from '../../../parts/follow-ups/use-follow-ups.ts';
import { RelativeDay } from '../../../parts/relative-day.tsx';
import { followUpChoices } from '../../../parts/snooze-choices.ts';
import { SnoozeMenu } from '../../../parts/snooze-menu.tsx';
import { FollowUpForm } from '../../../parts/timeline/follow-up-form.tsx';
import classes from '../block.module.css';
import { Block, Changeable } from '../block.tsx';

interface PromisedProps {
  personId: string;
  /** Undefined until they are known. */
  promises: readonly FollowUp[] | undefined;
}

/** What is owed to somebody, the next first. */
export function Promised({ personId, promises }: PromisedProps) {
  const present = usePresent();
  const { finish, putOff } = useFollowUps();
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
                <>
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    aria-label={`Done: ${promise.text}`}
                    onClick={() => void finish(promise)}
                  >
                    Done
                  </Button>
                  <SnoozeMenu
                    what={promise.text}
                    size="compact-sm"
                    choices={followUpChoices(present, promise)}
                    times
                    onSnooze={(day, time) => void putOff(promise, day, time)}
                  />
                </>
              }
              form={(close) => (
                <FollowUpForm personId={personId} followUp={promise} onClose={close} />
              )}
            >
              <span dir="auto">{promise.text}</span>
              <div className={classes.soft}>
                <FollowUpState of={promise} /> <RelativeDay day={promise.dueDay} due />
                {promise.dueTime && `, ${promise.dueTime}`}
              </div>
            </Changeable>
          ))}
        </ul>
      )}
    </Block>
  );
}
