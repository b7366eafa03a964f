import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './loading-state.module.css';

interface LoadingStateProps {
  /** How many lines of the coming content are hinted at. */
  lines?: number;
  label?: string;
}

/** How long each line is, in percent: like words, not like a table. */
const lengths = [92, 100, 78, 96, 64, 88, 100, 72];

/** Milliseconds in which most answers arrive; nothing is shown before. */
const patience = 200;

/** Quiet lines where content is about to be; only when it takes long enough to notice. */
export function LoadingState({ lines = 4, label = 'One moment' }: LoadingStateProps) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-busy="true" className={classes.loading}>
      {shown && (
        <>
          <VisuallyHidden>{label}</VisuallyHidden>
          {lengths.slice(0, lines).map((length, place) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is nothing but its place
              key={place}
              className={classes.line}
              style={{ width: `${length}%` }}
            />
          ))}
        </>
      )}
    </div>
  );
}
