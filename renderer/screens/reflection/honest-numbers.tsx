import classes from './reflection.module.css';

interface Share {
  of: number;
  met: number;
}

interface Numbers {
  days: number;
  steps: Share;
  peopleTurnedTo: number;
  voicesHeard: number;
  voicesAnswered: Share;
  promisesKeptInTime: Share;
}

/** What was really done, each figure with what it is counted against. */
export function HonestNumbers({ numbers }: { numbers: Numbers }) {
  const of = ({ met, of: all }: Share) => (all === 0 ? 'none yet' : `${met} of ${all}`);
  const rows = [
    ['Days with a step', of(numbers.steps)],
    ['People turned to', String(numbers.peopleTurnedTo)],
    ['Voices heard', String(numbers.voicesHeard)],
    ['Voices answered', of(numbers.voicesAnswered)],
    ['Promises kept in time', of(numbers.promisesKeptInTime)],
  ] as const;
  return (
    <>
      <dl className={classes.numbers}>
        {rows.map(([label, value]) => (
          <div key={label} className={classes.number}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.quiet}>Counted over the last {numbers.days} days.</p>
    </>
  );
}
