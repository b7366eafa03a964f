import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { usePresentDay } from '../app/present.ts';
import { dayAfter } from './snooze-choices.ts';

interface SnoozeDialogProps {
  /** Whether a time of the day can be chosen as well. */
  times: boolean;
  onSnooze: (day: string, time: string | null) => void;
  onClose: () => void;
}

/** Any day to put something off to. */
export function SnoozeDialog({ times, onSnooze, onClose }: SnoozeDialogProps) {
  const today = usePresentDay();
  const [day, setDay] = useState(dayAfter(today, 1));
  const [time, setTime] = useState('');

  function save(event: FormEvent) {
    event.preventDefault();
    onClose();
    onSnooze(day, time || null);
  }

  return (
    <Modal opened onClose={onClose} title="Put it off until" size="sm">
      <form onSubmit={save}>
        <Stack>
          <Group grow align="flex-start">
            <TextInput
              type="date"
              label="Day"
              value={day}
              min={times ? today : dayAfter(today, 1)}
              onChange={(event) => setDay(event.currentTarget.value)}
              required
              data-autofocus
            />
            {times && (
              <TextInput
                type="time"
                label="Time (if it matters)"
                value={time}
                onChange={(event) => setTime(event.currentTarget.value)}
              />
            )}
          </Group>
          <Group>
            <Button type="submit">Put it off</Button>
            <Button variant="subtle" onClick={onClose}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
