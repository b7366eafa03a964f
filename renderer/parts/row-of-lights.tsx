import type { ReactNode } from 'react';
import { daysBetween } from '../../shared/wording/days.ts';
import { type DayLight, DayLights } from './day-lights.tsx';
import classes from './row-of-lights.module.css';
import { useWidth } from './width.ts';

interface LightsProps {
  /** Oldest first, ending today. */
  days: readonly DayLight[];
  /** The count in words: "43 of the last 61 days". */
  summary: string;
  /** `YYYY-MM-DD`; its place is ringed while it is still dark. */
  today: string;
  /** After the count: the way to the whole year and back. */
  action?: ReactNode;
}

/** Pixels from one light to the next: as wide as may be, never so narrow that they touch. */
const widest = 14;
const narrowest = 7.5;

/** How many lights go in a row, so that every one is whole and the rows are alike. */
export function lightsInRow(count: number, width: number): number {
  if (width <= 0 || count === 0) return Math.max(1, count);
  const rows = Math.ceil(count / Math.max(1, Math.floor(width / narrowest)));
  return Math.ceil(count / rows);
}

const item = (day: DayLight) => ({
  key: day.day,
  // A dark day is nothing to be heard of, and nothing to be blamed for.
  'aria-hidden': day.people.length === 0 || undefined,
});

/** The days with their steps, a light each. A missed day is only a smaller dot. */
export function RowOfLights({ days, summary, today, action }: LightsProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  const perRow = lightsInRow(days.length, width);
  return (
    <div className={classes.row}>
      <div ref={ref} className={classes.room}>
        <DayLights days={days} today={today}>
          {(light) => (
            <ol
              aria-label={`Days with a step: ${summary}`}
              className={classes.lights}
              style={{ gridTemplateColumns: `repeat(${perRow}, minmax(0, ${widest}px))` }}
            >
              {days.map((day) => {
                const { key, ...rest } = item(day);
                return (
                  <li key={key} {...rest}>
                    {light(day)}
                  </li>
                );
              })}
            </ol>
          )}
        </DayLights>
      </div>
      <p className={classes.summary}>
        {summary}
        {action && <> · {action}</>}
      </p>
    </div>
  );
}

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const monthAndYear = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A year of days, a row a month, each with its own count: of the days there were, and no more. */
export function YearOfLights({ days, summary, today, action }: LightsProps) {
  const months = Map.groupBy(days, ({ day }) => day.slice(0, 7));
  return (
    <div className={classes.year}>
      <DayLights days={days} today={today}>
        {(light) =>
          [...months].map(([month, lights]) => {
            const begins = Date.parse(`${month}-01`);
            const count = `${lights.filter(({ lit }) => lit).length} of ${lights.length}`;
            return (
              <div key={month} className={classes.month}>
                <span className={classes.monthName} aria-hidden="true">
                  {monthName.format(begins)}
                </span>
                <ol
                  aria-label={`${monthAndYear.format(begins)}: ${count} days`}
                  className={classes.lights}
                  style={{ gridTemplateColumns: `repeat(31, minmax(0, ${widest + 2}px))` }}
                >
                  {lights.map((day) => {
                    const { key, ...rest } = item(day);
                    const column = daysBetween(`${month}-01`, day.day) + 1;
                    return (
                      <li key={key} {...rest} style={{ gridColumn: column, gridRow: 1 }}>
                        {light(day)}
                      </li>
                    );
                  })}
                </ol>
                <span className={classes.monthCount} aria-hidden="true">
                  {count}
                </span>
              </div>
            );
          })
        }
      </DayLights>
      <p className={classes.summary}>
        {summary}
        {action && <> · {action}</>}
      </p>
    </div>
  );
}
