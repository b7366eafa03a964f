import classes from './lit-window.module.css';

/** Their window on the street, small: lit when you spoke lately, dark as the rhythm runs out. */
export function LitWindow({ warmth }: { warmth: number }) {
  return (
    <svg viewBox="0 0 22 24" width="22" height="24" aria-hidden="true" focusable="false">
      <rect x="2" y="2" width="18" height="20" rx="3" className={classes.dark} />
      <rect
        x="2"
        y="2"
        width="18"
        height="20"
        rx="3"
        className={classes.lit}
        style={{ opacity: warmth === 0 ? 0 : 0.25 + 0.75 * warmth }}
      />
      <path d="M11 2v20M2 12h18" className={classes.bars} />
    </svg>
  );
}
