import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import classes from './timeline.module.css';

interface EntryHeadProps {
  /** What it is: "At the counter", "Note". */
  children: ReactNode;
  /** Its quiet buttons. */
  actions?: ReactNode;
}

/** The first line of an entry, with the buttons that come when it is looked at. */
export function EntryHead({ children, actions }: EntryHeadProps) {
  return (
    <div className={classes.head}>
      <p className={classes.caption}>{children}</p>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}

interface QuietProps extends Pick<ButtonProps, 'color'> {
  children: string;
  /** The same for those who only hear it, with what it is about. */
  label: string;
  onClick: () => void;
  ref?: Ref<HTMLButtonElement>;
}

/** A small button that keeps to itself. */
export function Quiet({ children, label, onClick, ref }: QuietProps) {
  return (
    <Button ref={ref} variant="subtle" size="compact-sm" aria-label={label} onClick={onClick}>
      {children}
    </Button>
  );
}

/** The first words of a text, to name it by. */
export function nameOf(text: string): string {
  const line = text.trim().split('\n')[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40).trim()} …` : line;
}
