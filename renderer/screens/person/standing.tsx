import { Button } from '@mantine/core';
import type { Customer } from '../../../shared/contract/contract.ts';
import { warmth } from '../../../shared/rhythm.ts';
import { circleName, everyWords, roundRhythm } from '../../../shared/wording/circles.ts';
import { client } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { Card } from '../../parts/card.tsx';
import { LitWindow } from '../../parts/lit-window.tsx';
import { overdueWords } from '../../parts/overdue.ts';
import { RelativeDay } from '../../parts/relative-day.tsx';
import { useOpening } from '../../parts/use-opening.ts';
import { CircleForm } from './circle-form.tsx';
import classes from './person.module.css';
import type { ChangePerson } from './use-change.ts';

interface StandingProps {
  person: Customer;
  change: ChangePerson;
}

/** How long since you spoke, in words, and how near you keep them. */
export function Standing({ person, change }: StandingProps) {
  const today = usePresentDay();
  const { open, setOpen, opener } = useOpening();
  const { lastSpokeDay, rhythmDays, circle, attempts } = person;
  const overdue = overdueWords(person);
  return (
    <>
      <div className={classes.standing}>
        <LitWindow warmth={warmth(lastSpokeDay, rhythmDays, today)} />
        <div>
          <p className={classes.sentence}>
            {lastSpokeDay ? (
              <>
                You last spoke <RelativeDay day={lastSpokeDay} />
              </>
            ) : (
              <>
                You have not spoken yet; they came here <RelativeDay day={person.addedDay} />
              </>
            )}
            {overdue && <span className={classes.overdue}>, {overdue}</span>}.
            {attempts > 0 && ` ${attemptWords(attempts)}`}
          </p>
          <p className={classes.circle}>
            <span>
              {circleName(circle)}
              {rhythmDays !== null && `, ${everyWords(rhythmDays)}`}
              {person.ownRhythmDays !== null && circle !== 'none' && ', as set for them'}
            </span>
            {!open && (
              <Button
                ref={opener}
                variant="subtle"
                size="compact-sm"
                aria-label="Change the circle"
                onClick={() => setOpen(true)}
              >
                Change
              </Button>
            )}
          </p>
        </div>
      </div>
      {open && <CircleForm person={person} change={change} onClose={() => setOpen(false)} />}
      {!open && person.seenRhythmDays !== null && (
        <SeenRhythm id={person.id} seen={person.seenRhythmDays} change={change} />
      )}
    </>
  );
}

function attemptWords(attempts: number): string {
  if (attempts === 1) return 'You tried once since, and reached nobody.';
  return `You tried ${attempts} times since, and reached nobody.`;
}

interface SeenRhythmProps {
  id: string;
  seen: number;
  change: ChangePerson;
}

function SeenRhythm({ id, seen, change }: SeenRhythmProps) {
  const days = roundRhythm(seen);
  const { done, failed } = useDoing();
  const leave = () =>
    client.people
      .leaveRhythm({ id, days: seen })
      .then(({ step }) => done('Left as it is', step), failed);
  return (
    <div className={classes.below}>
      <Card tone="calm" padding="small">
        <div className={classes.hint}>
          <p>You usually speak {everyWords(days)}. Keep it like that?</p>
          <Button
            variant="default"
            size="compact-md"
            onClick={() => change(`Set to ${everyWords(days)}`, { rhythmDays: days }).catch(failed)}
          >
            Set {everyWords(days)}
          </Button>
          <Button variant="subtle" size="compact-md" onClick={leave}>
            No, leave it
          </Button>
        </div>
      </Card>
    </div>
  );
}
