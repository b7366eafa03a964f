import classes from './row-tick.module.css';

interface RowTickProps {
  /** What is chosen by it, for those who hear it. */
  label: string;
  ticked: boolean;
  /** With Shift held, or not. */
  onTick: (asFar: boolean) => void;
  /** Whether Tab stops at it; where a key of the list ticks as well, it need not. */
  stops?: boolean;
}

/** The tick box before a row: a plain one, for a styled one in every row would cost more than the row. */
export function RowTick({ label, ticked, onTick, stops = true }: RowTickProps) {
  return (
    <input
      type="checkbox"
      className={classes.tick}
      tabIndex={stops ? undefined : -1}
      aria-label={label}
      checked={ticked}
      onClick={(event) => onTick(event.shiftKey)}
      readOnly
    />
  );
}
