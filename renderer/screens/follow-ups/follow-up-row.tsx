import type { FollowUp } from '../../../shared/contract/contract.ts';
import { dayOf } from '../../../shared/wording/days.ts';
import { usePresent } from '../../app/present.ts';
import { PersonName } from '../../parts/person-name.tsx';
import { RelativeDay } from '../../parts/relative-day.tsx';
import classes from './follow-ups.module.css';
import { repeats } from './when.ts';

/** One follow-up in the list; the first of a day carries the day's heading. */
export function FollowUpRow({ row, heading }: { row: FollowUp; heading: string | undefined }) {
  const { zone } = usePresent();
  return (
    <span className={`${classes.row} ${row.state === 'done' ? classes.done : ''}`}>
      {heading && (
        <span className={classes.group} data-late={heading === 'Overdue' || undefined}>
          {heading}
        </span>
      )}
      <span className={classes.text} dir="auto">
        {row.text}
      </span>
      <span className={classes.about}>
        {row.customer && (
          <>
            <PersonName name={row.customer.name} /> ·{' '}
          </>
        )}
        {row.state === 'done' && row.doneAt ? (
          <>
            done <RelativeDay day={dayOf(row.doneAt, zone)} />
          </>
        ) : (
          <>
            <RelativeDay day={row.dueDay} due />
            {row.dueTime && `, ${row.dueTime}`}
          </>
        )}
        {row.recurrence &&
          ` · ${repeats(row.recurrence.every, row.recurrence.unit, row.recurrence.from)}`}
        {row.snoozedUntil && row.state === 'open' && (
          <>
            {' '}
            · put off to <RelativeDay day={row.snoozedUntil} />
          </>
        )}
      </span>
    </span>
  );
}
