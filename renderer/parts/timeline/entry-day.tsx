import { daysBetween, fullDay } from '../../../shared/wording/days.ts';
import { usePresentDay } from '../../app/present.ts';
import { RelativeDay } from '../relative-day.tsx';

/** Days in which "3 weeks ago" says more than a date does. */
const lately = 42;

const shortDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** The day of an entry: as people say it while it is near, a date when it is long ago. */
export function EntryDay({ day }: { day: string }) {
  const today = usePresentDay();
  if (daysBetween(day, today) <= lately) return <RelativeDay day={day} />;
  return (
    <time dateTime={day} title={fullDay(day, today)}>
      {shortDay.format(Date.parse(day))}
    </time>
  );
}
