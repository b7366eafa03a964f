import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { fullDay } from '../../../shared/wording/days.ts';
import { api } from '../../app/client.ts';
import { usePresent } from '../../app/present.ts';
import { Street } from '../../parts/street.tsx';
import { greeting } from './greeting.ts';
import classes from './street-band.module.css';

/** The street over the day: who is near, who is dimming, and the lamp at today's door. */
export function StreetBand() {
  const { now, day, zone } = usePresent();
  const [, go] = useLocation();
  const street = useQuery(api.today.street.queryOptions({ input: { limit: 48 } }));
  return (
    <div className={classes.band}>
      <p className={classes.greeting}>
        {fullDay(day)} · {greeting(now, zone)} · <Link href="/street">the whole street</Link>
      </p>
      <Street houses={street.data?.houses ?? []} onOpen={(id) => go(`/people/${id}`)} />
    </div>
  );
}
