import type { ReactNode } from 'react';
import { Drawing, type DrawingName } from './drawing.tsx';
import classes from './state.module.css';

interface EmptyStateProps {
  title: string;
  drawing?: DrawingName;
  /** The one thing to do from here. */
  action?: ReactNode;
  /** A kind sentence. */
  children: ReactNode;
}

/** Nothing here yet, said kindly, with the one thing to do about it. */
export function EmptyState({ title, drawing = 'lamp', action, children }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      <Drawing of={drawing} />
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.sentence}>{children}</p>
      {action}
    </div>
  );
}
