import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './loading-state.module.css';

interface LoadingStateProps {
  /** How many lines of the coming content are hinted at. */
  lines?: number;
  label?: string;
}

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
          {Array.from({ length: lines }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
            <div key={index} className={classes.line} style={{ width: `${90 - index * 13}%` }} />
          ))}
        </>
      )}
    </div>
  );
}
