import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { fullDay } from '../../shared/wording/days.ts';
import { usePresentDay } from '../app/present.ts';
import { type Choice, snoozeChoices } from './snooze-choices.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';

interface SnoozeMenuProps {
  /** What is put off, for those who hear the button. */
  what: string;
  opened?: boolean;
  onOpened?: (opened: boolean) => void;
  /** The moments offered; days from tomorrow on when absent. */
  choices?: readonly Choice[];
  size?: 'compact-sm' | 'compact-md';
  /** Whether a time of the day can be chosen as well. */
  times?: boolean;
  onSnooze: (day: string, time: string | null) => void;
}

/** Puts something off to a sensible day, or to any other. */
export function SnoozeMenu(props: SnoozeMenuProps) {
  const { what, opened, onOpened, times = false, size = 'compact-md', onSnooze } = props;
  const today = usePresentDay();
  const [choosing, setChoosing] = useState(false);
  const choices = props.choices ?? snoozeChoices(today);
  return (
    <>
      <Menu
        opened={opened}
        onChange={onOpened}
        position="bottom-end"
        shadow="md"
        // At once: the arrows may follow the key that opens it without a pause.
        transitionProps={{ duration: 0 }}
      >
        <Menu.Target>
          <Button variant="subtle" size={size} aria-label={`Later: ${what}`}>
            Later
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {choices.map((choice) => (
            <Menu.Item
              key={`${choice.day} ${choice.time}`}
              onClick={() => onSnooze(choice.day, choice.time)}
              rightSection={<small>{choice.time ?? fullDay(choice.day, today)}</small>}
            >
              {choice.label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setChoosing(true)}>Another day …</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {choosing && (
        <SnoozeDialog times={times} onSnooze={onSnooze} onClose={() => setChoosing(false)} />
      )}
    </>
  );
}
