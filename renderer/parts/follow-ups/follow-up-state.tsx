import type { FollowUp } from '../../../shared/contract/contract.ts';
import { timeOf } from '../../../shared/wording/days.ts';
import { repeats } from '../../../shared/wording/recurrence.ts';
import { type Present, usePresent } from '../../app/present.ts';
import classes from './follow-up-state.module.css';

type Marked = Pick<FollowUp, 'state' | 'dueDay' | 'snoozedUntil' | 'snoozedTime' | 'recurrence'>;

/** How a follow-up stands, and its word. */
const standings = {
  waiting: 'Waiting',
  due: 'Due',
  late: 'Late',
  'put-off': 'Put off',
  done: 'Done',
};

/** How a follow-up stands at this moment. */
export function standingOf(
  { state, dueDay, snoozedUntil, snoozedTime }: Marked,
  { now, day: today, zone }: Present,
): keyof typeof standings {
  if (state === 'done') return 'done';
  if (snoozedUntil !== null && snoozedUntil >= today) {
    if (snoozedUntil > today) return 'put-off';
    if (snoozedTime !== null && snoozedTime > timeOf(now, zone)) return 'put-off';
  }
  if (dueDay === today) return 'due';
  return dueDay < today ? 'late' : 'waiting';
}

/** How a follow-up stands, at a glance: waiting, due, late, put off or done; and whether it repeats. */
export function FollowUpState({ of }: { of: Marked }) {
  const standing = standingOf(of, usePresent());
  return (
    <span className={classes.marks}>
      <span className={classes.mark} data-standing={standing}>
        {standings[standing]}
      </span>
      {of.recurrence && (
        <span className={classes.mark} data-standing="repeats">
          <span aria-hidden="true">↻ </span>
          {repeats(of.recurrence)}
        </span>
      )}
    </span>
  );
}
