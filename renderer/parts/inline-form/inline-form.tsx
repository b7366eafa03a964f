import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { fieldOf, sentenceOf } from '../../app/problems.ts';
import classes from './inline-form.module.css';

/** The problem of a field by its name, to show beside it. */
export type ProblemAt = (field: string) => string | undefined;

/** Something that the form itself finds missing, before the core is asked. */
export class Missing extends Error {
  readonly field: string;

  constructor(field: string, sentence: string) {
    super(sentence);
    this.field = field;
  }
}

interface InlineFormProps {
  /** What the form is, for those who hear it. */
  label: string;
  /** The names of its fields: a problem of any other is shown at its foot. */
  fields: readonly string[];
  /** Saves; throws what went wrong. The form closes when it comes back. */
  onSave: () => Promise<void>;
  /** Closes the form, saved or not. */
  onClose: () => void;
  /** Throws away what was typed; closing follows. */
  onCancel?: () => void;
  /** Takes away what is being changed. */
  onRemove?: () => Promise<void>;
  removeLabel?: string;
  saveLabel?: string;
  children: (problemAt: ProblemAt) => ReactNode;
}

interface Problem {
  field: string | undefined;
  sentence: string;
}

function problemOf(failure: unknown): Problem {
  if (failure instanceof Missing) return { field: failure.field, sentence: failure.message };
  return { field: fieldOf(failure)?.split('.').at(-1), sentence: sentenceOf(failure) };
}

/** A small form in the place of what it changes: Enter or Ctrl+Enter saves, Escape leaves. */
export function InlineForm(props: InlineFormProps) {
  const { label, fields, onSave, onClose, onCancel, onRemove } = props;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function run(work: () => Promise<void>) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (failure) {
      setProblem(problemOf(failure));
      setBusy(false);
      return;
    }
    onClose();
  }

  const leave = () => {
    onCancel?.();
    onClose();
  };
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      leave();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void run(onSave);
    }
  };
  const named = problem?.field !== undefined && fields.includes(problem.field);

  return (
    <form
      aria-label={label}
      className={classes.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void run(onSave);
      }}
      onKeyDown={press}
    >
      {props.children((field) => (problem?.field === field ? problem.sentence : undefined))}
      {problem && !named && (
        <p role="alert" className={classes.problem}>
          {problem.sentence}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit" variant="light" size="compact-md" disabled={busy}>
          {props.saveLabel ?? 'Save'}
        </Button>
        <Button variant="subtle" size="compact-md" onClick={leave}>
          Cancel
        </Button>
        {onRemove && (
          <Button
            variant="subtle"
            color="danger"
            size="compact-md"
            className={classes.remove}
            disabled={busy}
            onClick={() => void run(onRemove)}
          >
            {props.removeLabel ?? 'Remove'}
          </Button>
        )}
      </div>
    </form>
  );
}
