import type { Medium, Understood } from '../../../shared/contract/contract.ts';
import { fullDay, relativeDay } from '../../../shared/wording/days.ts';
import { mediaOffered, mediumNoun } from '../../../shared/wording/media.ts';
import { usePresentDay } from '../../app/present.ts';
import classes from './understood-line.module.css';

interface UnderstoodLineProps {
  id: string;
  understood: Understood | null;
  medium: Medium;
  onMedium: (medium: Medium) => void;
  /** Promises that the person struck out, by their text and day. */
  onDrop: (index: number) => void;
}

/** What was understood of the line, before it is saved; each part can be put right here. */
export function UnderstoodLine({ id, understood, medium, onMedium, onDrop }: UnderstoodLineProps) {
  const today = usePresentDay();
  if (!understood) {
    return (
      <p id={id} className={classes.line}>
        How you spoke, what was said, what you promised and when. One line is enough.
      </p>
    );
  }
  const day = understood.happenedDay;
  return (
    <div id={id} className={classes.line} aria-live="polite">
      <select
        className={classes.medium}
        aria-label="How you spoke"
        value={medium}
        onChange={(event) => onMedium(event.currentTarget.value as Medium)}
      >
        {mediaOffered.map((offered) => (
          <option key={offered} value={offered}>
            {mediumNoun(offered)}
          </option>
        ))}
      </select>
      <span>
        {understood.reached ? '' : 'nobody reached, '}
        {day === today ? 'today' : relativeDay(day, today)}
      </span>
      {understood.promises.map((promise, index) => (
        <span key={`${promise.start}-${promise.dueDay}`} className={classes.promise}>
          <span aria-hidden>·</span>
          <span>
            follow-up: <b>{promise.text}</b>, {fullDay(promise.dueDay, today)}
            {promise.dueTime ? `, ${promise.dueTime}` : ''}
          </span>
          <button
            type="button"
            className={classes.drop}
            aria-label={`Not a promise: ${promise.text}`}
            title="Not a promise"
            onClick={() => onDrop(index)}
          >
            ×
          </button>
        </span>
      ))}
    </div>
  );
}
