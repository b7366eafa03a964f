import type { Pick, TownHouse } from '../../../shared/contract/contract.ts';
import { circleName, everyWords } from '../../../shared/wording/circles.ts';
import { daysBetween, relativeDay } from '../../../shared/wording/days.ts';
import { reasonSentence } from '../../../shared/wording/reasons.ts';
import { usePresentDay } from '../../app/present.ts';
import { overdueWords } from '../../parts/overdue.ts';
import { PersonName } from '../../parts/person-name.tsx';
import classes from './street-screen.module.css';
import type { Box } from './town-plan.ts';

interface SignProps {
  id: string;
  house: TownHouse;
  box: Box;
  /** Of the lane, in pixels: the sign stays within. */
  width: number;
  pick: Pick | null;
}

/** At a door that is looked at: who lives there, when you last spoke, the rhythm, why today. */
export function Sign({ id, house, box, width, pick }: SignProps) {
  const today = usePresentDay();
  const middle = box.x + box.width / 2;
  const side = middle < 170 ? 'start' : middle > width - 170 ? 'end' : 'middle';
  return (
    <div
      id={id}
      role="tooltip"
      className={classes.sign}
      data-side={side}
      style={{ left: middle, top: box.foot + 8 }}
    >
      <strong>
        <PersonName name={house.name} />
      </strong>
      {house.isToday && pick?.customer.id === house.id && (
        <p className={classes.why}>{reasonSentence(pick.reasons, pick.customer.pronouns, today)}</p>
      )}
      <p>{standing(house, today)}</p>
      <p className={classes.quiet}>
        {circleName(house.circle)}
        {house.rhythmDays !== null && `, ${everyWords(house.rhythmDays)}`}
        {house.tags.length > 0 && (
          <>
            {' · '}
            <bdi>{house.tags.join(', ')}</bdi>
          </>
        )}
      </p>
    </div>
  );
}

/** When you last spoke, and by how much the rhythm has run out. */
function standing({ lastSpokeDay, rhythmDays }: TownHouse, today: string): string {
  if (lastSpokeDay === null) return 'You have not spoken yet.';
  const silentDays = daysBetween(lastSpokeDay, today);
  const overdue = overdueWords({ silentDays, rhythmDays });
  return `You last spoke ${relativeDay(lastSpokeDay, today)}${overdue ? `, ${overdue}` : ''}.`;
}
