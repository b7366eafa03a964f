import type { Load } from '../../../shared/contract/contract.ts';
import { peopleADay, timesAsLong } from '../../../shared/wording/circles.ts';
import { FitRhythms } from '../../parts/fit-rhythms.tsx';
import classes from './day-card.module.css';

/** Honest arithmetic: said only when the circles ask for clearly more people a day than are named. */
export function LoadNote({ load }: { load: Load }) {
  if (load.stretch < 1.2) return null;
  const perDay = load.perDay.toLocaleString('en-GB', { maximumFractionDigits: 1 });
  return (
    <div className={classes.load}>
      <p>
        Your circles hold {load.people.toLocaleString('en-GB')} people and ask for about {perDay} a
        day, and promises take their days too. With {peopleADay(load.named)} everybody still gets
        their turn; it only takes about {timesAsLong(load.stretch)} to come round.
      </p>
      <FitRhythms load={load} />
    </div>
  );
}
