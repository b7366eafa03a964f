import classes from './numbers.module.css';

/** A share as a bar. What it shows stands beside it in words. */
export function Bar({ met, of }: { met: number; of: number }) {
  const width = of === 0 ? 0 : (met / of) * 100;
  return (
    <div className={classes.track} aria-hidden="true">
      <div
        className={classes.bar}
        style={{ width: `${width}%` }}
        data-some={met > 0 || undefined}
      />
    </div>
  );
}
