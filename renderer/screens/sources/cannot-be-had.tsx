import { notNow } from '../../../shared/wording/not-now.ts';
import { Card } from '../../parts/card.tsx';
import classes from './sources.module.css';

interface CannotBeHadProps {
  name: string;
  why: string;
  way: string;
}

/** Something that was asked for and cannot be had, with the way round it. */
export function CannotBeHad({ name, why, way }: CannotBeHadProps) {
  return (
    <Card tone="lamp" title={name}>
      <p className={classes.words}>{why}</p>
      <p className={classes.words}>{way}</p>
    </Card>
  );
}

/** Everything that cannot be had for now. */
export function AllThatCannotBeHad() {
  return (
    <Card title="What cannot be had">
      <p className={classes.words}>
        Some places let no program listen from your own machine. For most there is a way round.
      </p>
      {notNow.map(({ name, why, way }) => (
        <details key={name} className={classes.closed}>
          <summary>{name}</summary>
          <p className={classes.words}>{why}</p>
          <p className={classes.words}>{way}</p>
        </details>
      ))}
    </Card>
  );
}
