import { dayOf, daysBetween, fullDay, relativeDay } from '../../shared/wording/days.ts';
import { usePresent } from '../app/present.ts';
import classes from './relative-day.module.css';

interface DayProps {
  /** A local day `YYYY-MM-DD`, or an instant in ms since the Unix epoch. */
  day: string | number;
}

interface RelativeDayProps extends DayProps {
  /** It is something owed: today and what is past stand out. */
  due?: boolean;
}

/** A day as people say it, with the full one for the pointer that rests on it. */
export function RelativeDay({ day, due }: RelativeDayProps) {
  const present = usePresent();
  const local = typeof day === 'number' ? dayOf(day, present.zone) : day;
  const pressing = due && daysBetween(present.day, local) <= 0;
  return (
    <time
      dateTime={local}
      title={fullDay(local, present.day)}
      className={pressing ? classes.pressing : classes.plain}
    >
      {relativeDay(local, present.day)}
    </time>
  );
}

/** The full day: "Monday 2 March", with its year when that is another. */
export function FullDay({ day }: DayProps) {
  const present = usePresent();
  const local = typeof day === 'number' ? dayOf(day, present.zone) : day;
  return (
    <time dateTime={local} className={classes.plain}>
      {fullDay(local, present.day)}
    </time>
  );
}
