import { useRef, useState } from 'react';
import { fullDay } from '../../../shared/wording/days.ts';
import { usePresentDay } from '../../app/present.ts';
import { PersonName } from '../person-name.tsx';
import type { PromiseWords, SettledPromise } from './put-right.ts';
import classes from './understood-line.module.css';

interface PromiseUnderstoodProps {
  promise: SettledPromise;
  /** To whom, where that has to be said. */
  whose?: string;
  /** Puts it differently; null strikes it out. */
  onPut: (words: PromiseWords | null) => void;
}

/** A follow-up that was understood: its words and its day can be changed, or all of it struck out. */
export function PromiseUnderstood({ promise, whose, onPut }: PromiseUnderstoodProps) {
  const today = usePresentDay();
  const [changing, setChanging] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { text, dueDay, dueTime } = promise;
  const change = (changes: Partial<PromiseWords>) => onPut({ text, dueDay, dueTime, ...changes });

  if (!changing) {
    return (
      <li className={classes.promise}>
        <span>
          follow-up: <b dir="auto">{text}</b>, {fullDay(dueDay, today)}
          {dueTime ? `, ${dueTime}` : ''}
          {whose && (
            <>
              , for <PersonName name={whose} />
            </>
          )}
        </span>
        <button
          ref={opener}
          type="button"
          className={classes.offer}
          aria-label={`Change the follow-up: ${text}`}
          onClick={() => setChanging(true)}
        >
          change
        </button>
        <button
          type="button"
          className={classes.drop}
          aria-label={`Not a promise: ${text}`}
          title="Not a promise"
          onClick={() => onPut(null)}
        >
          ×
        </button>
      </li>
    );
  }
  const close = () => {
    setChanging(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <li
      className={classes.changing}
      onKeyDown={(event) => {
        const saves = event.ctrlKey || event.metaKey;
        if (saves || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <input
        className={classes.words}
        aria-label="What you promised"
        maxLength={500}
        dir="auto"
        value={text}
        // biome-ignore lint/a11y/noAutofocus: it comes because it was asked for
        autoFocus
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <input
        type="date"
        className={classes.date}
        aria-label="Until when"
        min={today}
        value={dueDay}
        onChange={(event) => {
          const day = event.currentTarget.value;
          if (/^\d{4}-\d{2}-\d{2}$/.test(day)) change({ dueDay: day });
        }}
      />
      <input
        type="time"
        className={classes.date}
        aria-label="At what time"
        value={dueTime ?? ''}
        onChange={(event) => change({ dueTime: event.currentTarget.value || null })}
      />
      <button type="button" className={classes.offer} onClick={close}>
        done
      </button>
    </li>
  );
}
