import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { daysBetween } from '../../../shared/wording/days.ts';
import { api } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { RowOfLights, YearOfLights } from '../../parts/row-of-lights.tsx';
import classes from './days-of-steps.module.css';

/** Two months, as a row. */
const some = 61;

/** From the first of the month eleven months ago until today: twelve rows. */
function daysOfYear(today: string): number {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const begins = new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10);
  return daysBetween(begins, today) + 1;
}

/**
 * The last two months as a row of lights, or the year; from the first day of use. A missed day is
 * simply dark, and nothing is said of it.
 */
export function DaysOfSteps() {
  const today = usePresentDay();
  const [whole, setWhole] = useState(false);
  const input = { days: whole ? daysOfYear(today) : some };
  const steps = useQuery(
    api.today.steps.queryOptions({ input, placeholderData: keepPreviousData }),
  );
  if (!steps.data || steps.data.counted === 0) return null;
  const { days, lit, counted } = steps.data;
  const isYear = days.length > some;
  const Lights = isYear ? YearOfLights : RowOfLights;
  return (
    <Lights
      days={days.slice(-counted).map(({ day, steps, people }) => ({ day, lit: steps > 0, people }))}
      summary={words(lit, counted)}
      today={today}
      action={
        (isYear || counted === some) && (
          <button type="button" className={classes.quietLink} onClick={() => setWhole(!whole)}>
            {whole ? 'two months' : 'the year'}
          </button>
        )
      }
    />
  );
}

function words(lit: number, counted: number): string {
  if (counted > 1) return `${lit} of the last ${counted} days`;
  return lit === 1 ? 'Your first light' : 'Your first day';
}
