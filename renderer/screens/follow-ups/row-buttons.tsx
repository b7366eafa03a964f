import { Button } from '@mantine/core';
import type { FollowUp } from '../../../shared/contract/contract.ts';
import { usePresent } from '../../app/present.ts';
import { useFollowUps } from '../../parts/follow-ups/use-follow-ups.ts';
import { followUpChoices } from '../../parts/snooze-choices.ts';
import { SnoozeMenu } from '../../parts/snooze-menu.tsx';
import classes from './follow-ups.module.css';

interface RowButtonsProps {
  row: FollowUp;
  /** Whether its menu of moments is open. */
  snoozing: boolean;
  onSnoozing: (opened: boolean) => void;
  onDone: () => void;
}

/** What can be done with a follow-up in the list. */
export function RowButtons({ row, snoozing, onSnoozing, onDone }: RowButtonsProps) {
  const present = usePresent();
  const { reopen, putOff, bin } = useFollowUps();
  if (row.state === 'done') {
    return (
      <Button
        variant="subtle"
        size="compact-md"
        onClick={() => void reopen(row)}
        aria-label={`Open again: ${row.text}`}
      >
        Open again
      </Button>
    );
  }
  return (
    <div className={classes.buttons}>
      <Button variant="default" size="compact-md" onClick={onDone} aria-label={`Done: ${row.text}`}>
        Done
      </Button>
      <SnoozeMenu
        what={row.text}
        opened={snoozing}
        onOpened={onSnoozing}
        choices={followUpChoices(present, row)}
        times
        onSnooze={(day, time) => void putOff(row, day, time)}
      />
      <Button
        variant="subtle"
        size="compact-md"
        onClick={() => void bin(row)}
        aria-label={`Remove: ${row.text}`}
      >
        Remove
      </Button>
    </div>
  );
}
