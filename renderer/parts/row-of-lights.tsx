import { daysBetween, fullDay } from '../../shared/wording/days.ts';
import classes from './row-of-lights.module.css';
import { useWidth } from './width.ts';

export interface DayLight {
  /** `YYYY-MM-DD` */
  day: string;
  lit: boolean;
}

interface RowOfLightsProps {
  /** Oldest first, ending today. More than seventy are laid out a row a month. */
  days: readonly DayLight[];
  /** The count in words: "43 of the last 61 days". */
  summary: string;
  /** `YYYY-MM-DD`; its place is ringed while it is still dark. */
  today: string;
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

function Light({ light, today }: { light: DayLight; today: string }) {
  const state = light.lit ? 'lit' : light.day === today ? 'waiting' : 'dark';
  return (
    <span
      className={classes.light}
      data-state={state}
      title={`${fullDay(light.day, today)}${light.lit ? ': a step' : ''}`}
    />
  );
}

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** The days with their steps, a light each. A missed day is only a smaller dot. */
export function RowOfLights({ days, summary, today }: RowOfLightsProps) {
  const { ref, width } = useWidth<HTMLDivElement>();
  if (days.length > 70) return <YearOfLights days={days} summary={summary} today={today} />;
  const perRow = lightsInRow(days.length, width);
  return (
    <div className={classes.row}>
      <div
        ref={ref}
        role="img"
        aria-label={summary}
        className={classes.lights}
        style={{ gridTemplateColumns: `repeat(${perRow}, minmax(0, ${widest}px))` }}
      >
        {days.map((light) => (
          <Light key={light.day} light={light} today={today} />
        ))}
      </div>
      <p className={classes.summary} aria-hidden="true">
        {summary}
      </p>
    </div>
  );
}

function YearOfLights({ days, summary, today }: RowOfLightsProps) {
  const months = Map.groupBy(days, ({ day }) => day.slice(0, 7));
  return (
    <div className={classes.year}>
      <div role="img" aria-label={summary} className={classes.months}>
        {[...months].map(([month, lights]) => (
          <div key={month} className={classes.month}>
            <span className={classes.monthName}>{monthName.format(Date.parse(`${month}-01`))}</span>
            <div
              className={classes.lights}
              style={{ gridTemplateColumns: `repeat(31, minmax(0, ${widest}px))` }}
            >
              {lights.map((light) => (
                <span
                  key={light.day}
                  className={classes.place}
                  style={{ gridColumn: daysBetween(`${month}-01`, light.day) + 1 }}
                >
                  <Light light={light} today={today} />
                </span>
              ))}
            </div>
          </div>
        ))}
      </div>
      <p className={classes.summary} aria-hidden="true">
        {summary}
      </p>
    </div>
  );
}
