import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { TownHouse } from '../../../shared/contract/contract.ts';
import { ScreenHeading } from '../../parts/screen.tsx';
import { Sky } from '../../parts/sky.tsx';
import type { Lane } from './lanes.ts';
import classes from './street-screen.module.css';

interface StreetHeaderProps {
  houses: readonly TownHouse[];
  /** The one lane that is looked at; undefined for the whole town. */
  lane: Lane | undefined;
  width: number;
  children: ReactNode;
}

/** In the sky over the town: what it is, and who is looked for. */
export function StreetHeader({ houses, lane, width, children }: StreetHeaderProps) {
  const people = houses.length.toLocaleString('en-GB');
  return (
    <header className={classes.header}>
      <svg width={width} height="90" className={classes.sky} aria-hidden="true" focusable="false">
        <Sky width={width} />
      </svg>
      <div className={classes.title}>
        <ScreenHeading>The street</ScreenHeading>
        <p>
          {houses.length === 1 ? 'One house so far.' : `${people} people, a house each.`} Windows
          are lit where you spoke lately, and dim as the rhythm runs out.
        </p>
        {lane && (
          <p className={classes.back}>
            <Link href="/street">Back to the whole town</Link>
          </p>
        )}
      </div>
      {children}
    </header>
  );
}
