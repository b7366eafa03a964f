import classes from './mark.module.css';

/** The lamp of the porch, and the name beside it. */
export function Mark() {
  return (
    <span className={classes.mark}>
      <svg viewBox="0 0 28 34" width="22" height="27" aria-hidden="true" focusable="false">
        <circle cx="14" cy="12" r="12" className={classes.glow} />
        <circle cx="14" cy="12" r="6.5" className={classes.lamp} />
        <path d="M14 15v16" className={classes.post} />
      </svg>
      <span className={classes.name}>Porchlight</span>
    </span>
  );
}
