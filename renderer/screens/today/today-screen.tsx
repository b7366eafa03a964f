import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api } from '../../app/client.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { Screen } from '../../parts/screen.tsx';
import { AroundToday } from './around-today.tsx';
import classes from './day-card.module.css';
import { DayCard } from './day-card.tsx';
import { DaysOfSteps } from './days-of-steps.tsx';
import { DoneCard } from './done-card.tsx';
import { LoadNote } from './load-note.tsx';
import { MissedCard } from './missed-card.tsx';
import { Overdue } from './overdue.tsx';
import { StreetBand } from './street-band.tsx';
import { TriedCard } from './tried-card.tsx';
import { WeekAsks } from './week-asks.tsx';

/** Whom to turn to today, and why; then what else the day holds. */
export default function TodayScreen() {
  const today = useQuery(api.today.get.queryOptions());
  const counts = useQuery(api.house.counts.queryOptions());
  const aside = (
    <>
      <MissedCard />
      <AroundToday />
      <Overdue />
      <WeekAsks />
    </>
  );
  return (
    <Screen title="Today" headless above={<StreetBand />} width="wide" aside={aside}>
      <Loaded query={today}>
        {({ pick, doneToday, moreWaiting, load }) => (
          <>
            {pick?.state === 'waiting' ? (
              <DayCard key={pick.id} pick={pick} />
            ) : doneToday.length > 0 ? (
              <DoneCard people={doneToday} more={moreWaiting} />
            ) : pick?.state === 'not-reached' ? (
              <TriedCard customer={pick.customer} more={moreWaiting} />
            ) : counts.data?.people === 0 ? (
              <EmptyState
                title="Nobody lives on this street yet"
                drawing="house"
                action={
                  <Button component={Link} href="/people?new=1">
                    Add the first person
                  </Button>
                }
              >
                Think of somebody you would like to keep close. Porchlight will name them tomorrow
                morning, and remind you why.
              </EmptyState>
            ) : (
              <EmptyState title="A quiet day" drawing="lamp">
                Nobody is waiting for you today, and nothing is due. Enjoy it; somebody will be at
                the door tomorrow.
              </EmptyState>
            )}
            <div className={classes.below}>
              <DaysOfSteps />
              <LoadNote load={load} />
            </div>
          </>
        )}
      </Loaded>
    </Screen>
  );
}
