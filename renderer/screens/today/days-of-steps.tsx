import { useQuery } from '@tanstack/react-query';
import { api } from '../../app/client.ts';
import { usePresentDay } from '../../app/present.ts';
import { RowOfLights } from '../../parts/row-of-lights.tsx';

/** The last two months as a row of lights. A missed day is simply dark, and nothing is said of it. */
export function DaysOfSteps() {
  const today = usePresentDay();
  const steps = useQuery(api.today.steps.queryOptions({ input: { days: 61 } }));
  if (!steps.data || steps.data.counted === 0) return null;
  const { days, lit, counted } = steps.data;
  return (
    <RowOfLights
      days={days.map((day) => ({ day: day.day, lit: day.steps > 0 }))}
      summary={
        counted === 1
          ? lit === 1
            ? 'Your first light'
            : 'Your first day'
          : `${lit} of the last ${counted} days`
      }
      today={today}
    />
  );
}
