import type { ReactNode } from 'react';
import classes from './underlined.module.css';

/** Words with the lamp under them: a promise, or what was understood of a line. */
export function Underlined({ children }: { children: ReactNode }) {
  return <span className={classes.underlined}>{children}</span>;
}
