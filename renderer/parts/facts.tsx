import type { ReactNode } from 'react';
import classes from './facts.module.css';

export interface FactItem {
  label: string;
  value: ReactNode;
}

/** What is known, in two columns: "Last time", "Around her", "Her words". */
export function Facts({ items }: { items: readonly FactItem[] }) {
  return (
    <dl className={classes.facts}>
      {items.map(({ label, value }) => (
        <div key={label} className={classes.item}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
