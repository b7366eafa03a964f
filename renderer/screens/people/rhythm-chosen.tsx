import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './chosen-bar.module.css';

interface RhythmChosenProps {
  /** Gives everybody ticked that rhythm, or their circle's again; answers whether it was done. */
  onSet: (rhythmDays: number | null) => Promise<boolean>;
  onClose: () => void;
}

/** Gives everybody who is ticked the same rhythm of their own. */
export function RhythmChosen({ onSet, onClose }: RhythmChosenProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  async function save(event: FormEvent) {
    event.preventDefault();
    const days = Number(typed.trim());
    if (!(Number.isInteger(days) && days >= 1 && days <= 730)) {
      setProblem('A number of days from 1 to 730.');
    } else if (await onSet(days)) onClose();
  }

  return (
    <form
      onSubmit={save}
      className={classes.tagging}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <TextInput
        aria-label="Days between two conversations"
        placeholder="every … days"
        inputMode="numeric"
        maxLength={3}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setProblem(null);
        }}
        error={problem}
        autoFocus
      />
      <Button type="submit" variant="light">
        Set it
      </Button>
      <Button variant="subtle" onClick={() => void onSet(null).then((done) => done && onClose())}>
        As their circle
      </Button>
      <Button variant="subtle" onClick={onClose}>
        Cancel
      </Button>
    </form>
  );
}
