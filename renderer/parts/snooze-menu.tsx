import { Button, Menu } from '@mantine/core';
import { fullDay } from '../../shared/wording/days.ts';
import { usePresentDay } from '../app/present.ts';
import { snoozeChoices } from './snooze-choices.ts';

interface SnoozeMenuProps {
  /** What is put off, for those who hear the button. */
  what: string;
  opened?: boolean;
  onOpened?: (opened: boolean) => void;
  onSnooze: (day: string) => void;
  /** Offered as the last choice, where there is a place to choose any day. */
  onOtherDay?: () => void;
}

/** Puts something off to a sensible day. */
export function SnoozeMenu({ what, opened, onOpened, onSnooze, onOtherDay }: SnoozeMenuProps) {
  const today = usePresentDay();
  return (
    <Menu opened={opened} onChange={onOpened} position="bottom-end" shadow="md">
      <Menu.Target>
        <Button variant="subtle" size="compact-md" aria-label={`Later: ${what}`}>
          Later
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {snoozeChoices(today).map((choice) => (
          <Menu.Item
            key={choice.day}
            onClick={() => onSnooze(choice.day)}
            rightSection={<small>{fullDay(choice.day, today)}</small>}
          >
            {choice.label}
          </Menu.Item>
        ))}
        {onOtherDay && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={onOtherDay}>Another day …</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
