import { VisuallyHidden } from '@mantine/core';
import { fullDay, relativeDay } from '../../../shared/wording/days.ts';
import { mediaOffered, mediumNoun } from '../../../shared/wording/media.ts';
import { usePresentDay } from '../../app/present.ts';
import type { ChosenPerson } from '../person-choice.tsx';
import { PeopleUnderstood } from './people-understood.tsx';
import { PromiseUnderstood } from './promise-understood.tsx';
import type { PutRight, Settled, SettledPromise } from './put-right.ts';
import classes from './understood-line.module.css';
import { WhichDay } from './which-day.tsx';

interface UnderstoodLineProps {
  id: string;
  /** Null while nothing is written. */
  settled: Settled | null;
  right: PutRight;
  /** Whom it is about, where that is known from the place. */
  customer: ChosenPerson | undefined;
  onPut: (changes: Partial<PutRight>) => void;
}

/** Ways of speaking in which one may have tried in vain. */
const canBeInVain = new Set(['phone', 'visit', 'email', 'text', 'video', 'letter']);

/** What was understood of the line, before it is saved; each part can be put right here. */
export function UnderstoodLine({ id, settled, right, customer, onPut }: UnderstoodLineProps) {
  const today = usePresentDay();
  if (!settled) {
    return (
      <p id={id} className={classes.line}>
        How you spoke, what was said, what you promised and when. One line is enough.
      </p>
    );
  }
  const { promises } = settled;

  const putPromise = ({ understood }: SettledPromise, to: PutRight['promises'][number]['to']) => {
    const { start, text, dueDay } = understood;
    const others = right.promises.filter((one) => one.start !== start);
    onPut({ promises: [...others, { start, text, dueDay, to }] });
  };

  return (
    <div className={classes.understood}>
      <VisuallyHidden id={id} role="status">
        {inWords(settled, today)}
      </VisuallyHidden>
      <div className={classes.line}>
        {settled.isPlan ? (
          <>
            <span>only a plan, nothing said yet</span>
            <button type="button" className={classes.offer} onClick={() => onPut({ spoke: true })}>
              we spoke too
            </button>
          </>
        ) : (
          <HowAndWhen settled={settled} onPut={onPut} />
        )}
        <PeopleUnderstood settled={settled} right={right} customer={customer} onPut={onPut} />
      </div>
      {promises.length > 0 && (
        <ul className={classes.promises}>
          {promises.map((promise) => (
            <PromiseUnderstood
              key={promise.understood.start}
              promise={promise}
              // With several people it matters to whom.
              whose={settled.people.length > 1 ? promise.customer?.name : undefined}
              onPut={(words) => putPromise(promise, words)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

/** How they spoke, whether anybody was reached, and when. */
function HowAndWhen({ settled, onPut }: Pick<UnderstoodLineProps, 'onPut'> & { settled: Settled }) {
  const { medium, reached, day } = settled;
  return (
    <>
      <select
        className={classes.choice}
        data-guess={settled.mediumIsGuess || undefined}
        aria-label="How you spoke"
        value={medium}
        onChange={(event) => onPut({ medium: event.currentTarget.value as typeof medium })}
      >
        {mediaOffered.map((offered) => (
          <option key={offered} value={offered}>
            {mediumNoun(offered)}
          </option>
        ))}
      </select>
      {(!reached || canBeInVain.has(medium)) && (
        <select
          className={classes.choice}
          aria-label="Whether anybody was reached"
          value={reached ? 'reached' : 'nobody'}
          onChange={(event) => onPut({ reached: event.currentTarget.value === 'reached' })}
        >
          <option value="reached">reached</option>
          <option value="nobody">nobody reached</option>
        </select>
      )}
      <WhichDay day={day} onChoose={(chosen) => onPut({ day: chosen })} />
    </>
  );
}

/** The same in one sentence, for those who hear it. */
function inWords(settled: Settled, today: string): string {
  const { medium, reached, day, people, promises } = settled;
  const parts = settled.isPlan
    ? ['only a plan']
    : [mediumNoun(medium), ...(reached ? [] : ['nobody reached']), relativeDay(day, today)];
  if (people.length > 0) parts.push(`with ${people.map((person) => person.name).join(', ')}`);
  for (const { text, dueDay, dueTime } of promises) {
    parts.push(`follow-up: ${text}, ${fullDay(dueDay, today)}${dueTime ? `, ${dueTime}` : ''}`);
  }
  return parts.join(', ');
}
