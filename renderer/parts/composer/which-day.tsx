import { useState } from 'react';
import { addDays } from '../../../shared/dates.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { usePresentDay } from '../../app/present.ts';
import classes from './understood-line.module.css';

interface WhichDayProps {
  day: string;
  onChoose: (day: string) => void;
}

/** Days that can be chosen at once; any other by its date. */
const near = 14;

/** The day a conversation was, to be put right: one of the last two weeks, or any before. */
export function WhichDay({ day, onChoose }: WhichDayProps) {
  const today = usePresentDay();
  const [other, setOther] = useState(false);
  const days = Array.from({ length: near }, (_, back) => addDays(today, -back));
  if (!days.includes(day)) days.push(day);
  const named = (one: string) =>
    one === today ? 'today' : one === days[1] ? 'yesterday' : fullDay(one, today);
  return (
    <>
      <select
        className={classes.choice}
        aria-label="Which day it was"
        value={day}
        onChange={(event) => {
          if (event.currentTarget.value === 'other') setOther(true);
          else onChoose(event.currentTarget.value);
        }}
      >
        {days.map((one) => (
          <option key={one} value={one}>
            {named(one)}
          </option>
        ))}
        <option value="other">another day …</option>
      </select>
      {other && (
        <input
          type="date"
          className={classes.date}
          aria-label="The day it was"
          max={today}
          value={day}
          // biome-ignore lint/a11y/noAutofocus: it comes because it was asked for
          autoFocus
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            if (/^\d{4}-\d{2}-\d{2}$/.test(chosen) && chosen <= today) onChoose(chosen);
          }}
          onBlur={() => setOther(false)}
        />
      )}
    </>
  );
}
