import { Screen } from '../../parts/screen.tsx';
import { JournalCard } from './journal-card.tsx';
import { LeapCards } from './leap-card.tsx';
import { NumbersCard } from './numbers-card.tsx';
import classes from './reflection.module.css';
import { WeekCard } from './week-card.tsx';

/** The week's three questions, for oneself alone; what one feared; and what was really done. */
export default function ReflectionScreen() {
  return (
    <Screen
      title="Reflection"
      lead="Three questions a week, for you alone. Skip them whenever you like."
    >
      <div className={classes.parts}>
        <div className={classes.private}>
          <WeekCard />
          <LeapCards />
        </div>
        <NumbersCard />
        <div className={classes.private}>
          <JournalCard />
        </div>
      </div>
    </Screen>
  );
}
