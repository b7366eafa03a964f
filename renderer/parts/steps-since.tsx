import type { ReactElement } from 'react';

interface StepsSinceProps {
  /** How many steps there were in all. */
  steps: number;
  /** The latest of them, in the words that undo has for each. */
  latest: readonly { at: number; label: string }[];
  className?: string | undefined;
}

/** What was done since some moment, by name as far as it is known, and how much more there was. */
export function StepsSince({ steps, latest, className }: StepsSinceProps): ReactElement {
  return (
    <ul className={className}>
      {latest.map(({ at, label }) => (
        <li key={`${at} ${label}`}>{label}</li>
      ))}
      {steps > latest.length && <li>and {(steps - latest.length).toLocaleString('en-GB')} more</li>}
    </ul>
  );
}
