import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useOpening } from '../../parts/use-opening.ts';
import classes from './block.module.css';

interface BlockProps {
  title: string;
  /** The word of its quiet button: "Add" or "Change". */
  action: string;
  /** The same for those who only hear it: "Add a fact". */
  actionLabel: string;
  /** The form that the button opens. */
  form: (close: () => void) => ReactNode;
  /** Whether what is there gives way to the form. */
  replaces?: boolean;
  children?: ReactNode;
}

/** A part of what is known about somebody, with one quiet button that opens a form in place. */
export function Block({ title, action, actionLabel, form, replaces, children }: BlockProps) {
  const heading = useId();
  const { open, setOpen, opener } = useOpening();
  return (
    <section aria-labelledby={heading}>
      <header className={classes.header}>
        <h2 id={heading} className={classes.title}>
          {title}
        </h2>
        {!open && (
          <Button
            ref={opener}
            variant="subtle"
            size="compact-sm"
            aria-label={actionLabel}
            onClick={() => setOpen(true)}
          >
            {action}
          </Button>
        )}
      </header>
      {!(replaces && open) && children}
      {open && form(() => setOpen(false))}
    </section>
  );
}

interface ChangeableProps {
  /** What it is, for the label of its button: "0201 555". */
  name: string;
  form: (close: () => void) => ReactNode;
  /** Other quiet buttons, before the one that changes it. */
  actions?: ReactNode;
  children: ReactNode;
}

/** One thing in a block; its quiet "Change" puts a form in its place. */
export function Changeable({ name, form, actions, children }: ChangeableProps) {
  const { open, setOpen, opener } = useOpening();
  if (open) return <li className={classes.item}>{form(() => setOpen(false))}</li>;
  return (
    <li className={classes.item}>
      <div className={classes.row}>
        <div className={classes.text}>{children}</div>
        <div className={classes.actions}>
          {actions}
          <Button
            ref={opener}
            variant="subtle"
            size="compact-sm"
            aria-label={`Change ${name}`}
            onClick={() => setOpen(true)}
          >
            Change
          </Button>
        </div>
      </div>
    </li>
  );
}
