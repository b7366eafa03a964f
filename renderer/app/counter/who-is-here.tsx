import { Modal } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { Colleague } from '../../../shared/contract/contract.ts';
import { KeyHint } from '../../parts/key-hint.tsx';
import classes from './counter.module.css';

interface WhoIsHereProps {
  opened: boolean;
  colleagues: readonly Colleague[];
  present: Colleague | undefined;
  onChoose: (colleague: Colleague | null) => void;
  onClose: () => void;
}

/** So many have a digit of their own. */
const digits = 9;

/** The names of those who work here; a digit or a click says who is at the keyboard. */
export function WhoIsHere({ opened, colleagues, present, onChoose, onClose }: WhoIsHereProps) {
  function choose(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const digit = Number(/^[0-9]$/.exec(event.key)?.[0] ?? Number.NaN);
    if (Number.isNaN(digit)) return;
    const colleague = digit === 0 ? null : colleagues[digit - 1];
    if (colleague === undefined) return;
    event.preventDefault();
    onChoose(colleague);
  }

  return (
    <Modal opened={opened} onClose={onClose} title="Who is here?" onKeyDown={choose}>
      <ul className={classes.names}>
        {colleagues.map((colleague, index) => (
          <li key={colleague.id}>
            <button
              type="button"
              className={classes.name}
              aria-pressed={colleague.id === present?.id}
              data-autofocus={colleague.id === present?.id || undefined}
              onClick={() => onChoose(colleague)}
            >
              <bdi>{colleague.name}</bdi>
              {index < digits && <KeyHint keys={String(index + 1)} />}
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className={classes.name}
            aria-pressed={present === undefined}
            onClick={() => onChoose(null)}
          >
            Nobody in particular
            <KeyHint keys="0" />
          </button>
        </li>
      </ul>
    </Modal>
  );
}
