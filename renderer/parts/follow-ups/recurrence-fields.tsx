import { Checkbox, Group, NativeSelect, NumberInput, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Recurrence } from '../../../shared/contract/contract.ts';
import { workingDays } from '../../../shared/recurrence.ts';
import { weekdayName } from '../../../shared/wording/recurrence.ts';

const usual = [
  { value: 'never', label: 'No, only once' },
  { value: 'day', label: 'Every day' },
  { value: 'weekdays', label: 'Every weekday, Monday to Friday' },
  { value: 'week', label: 'Every week' },
  { value: 'month', label: 'Every month' },
  { value: 'last-day', label: 'On the last day of every month' },
  { value: 'year', label: 'Every year' },
  { value: 'other', label: 'Otherwise …' },
] as const;

type Usual = (typeof usual)[number]['value'];

/** Which of the usual choices a recurrence is. */
function usualOf(recurrence: Recurrence | null): Usual {
  if (!recurrence) return 'never';
  const { every, unit, weekdays = [], lastDay } = recurrence;
  if (every !== 1) return 'other';
  if (unit === 'week' && weekdays.length > 0) {
    return weekdays.join() === workingDays.join() ? 'weekdays' : 'other';
  }
  return unit === 'month' && lastDay ? 'last-day' : unit;
}

function recurrenceOf(chosen: Usual, before: Recurrence | null): Recurrence | null {
  const from = before?.from ?? 'due';
  switch (chosen) {
    case 'never':
      return null;
    case 'weekdays':
      return { every: 1, unit: 'week', from: 'due', weekdays: [...workingDays] };
    case 'last-day':
      return { every: 1, unit: 'month', from: 'due', lastDay: true };
    case 'other':
      return before ?? { every: 2, unit: 'week', from };
    default:
      return { every: 1, unit: chosen, from };
  }
}

interface RecurrenceFieldsProps {
  value: Recurrence | null;
  onChange: (recurrence: Recurrence | null) => void;
}

/** Whether something comes again, and how: the usual ways at once, any other with a few more fields. */
export function RecurrenceFields({ value, onChange }: RecurrenceFieldsProps) {
  const [chosen, setChosen] = useState<Usual>(usualOf(value));
  const hasDays = Boolean(value?.weekdays?.length || value?.lastDay);
  return (
    <Stack gap="sm">
      <NativeSelect
        label="Comes again"
        value={chosen}
        onChange={(event) => {
          const next = event.currentTarget.value as Usual;
          setChosen(next);
          onChange(recurrenceOf(next, value));
        }}
        data={usual.map((choice) => ({ ...choice }))}
      />
      {chosen === 'other' && value && <OtherFields value={value} onChange={onChange} />}
      {value && !hasDays && (
        <NativeSelect
          label="Counted from"
          value={value.from}
          onChange={(event) =>
            onChange({ ...value, from: event.currentTarget.value as Recurrence['from'] })
          }
          data={[
            { value: 'due', label: 'the day it was due' },
            { value: 'done', label: 'the day it was done' },
          ]}
        />
      )}
    </Stack>
  );
}

interface OtherFieldsProps {
  value: Recurrence;
  onChange: (recurrence: Recurrence) => void;
}

/** Every so many of a unit, on these days of the week, or on the last day. */
function OtherFields({ value, onChange }: OtherFieldsProps) {
  const { every, unit, weekdays = [], lastDay = false } = value;
  const plain = { every, unit, from: value.from };
  return (
    <>
      <Group grow align="flex-start">
        <NumberInput
          label="Every"
          size="md"
          value={every}
          onChange={(count) =>
            onChange({ ...value, every: Math.max(1, Math.min(365, Number(count) || 1)) })
          }
          min={1}
          max={365}
        />
        <NativeSelect
          label="Days, weeks, months or years"
          value={unit}
          onChange={(event) =>
            onChange({ ...plain, unit: event.currentTarget.value as Recurrence['unit'] })
          }
          data={['day', 'week', 'month', 'year'].map((name) => ({
            value: name,
            label: every === 1 ? name : `${name}s`,
          }))}
        />
      </Group>
      {unit === 'week' && (
        <Checkbox.Group
          label="On these days"
          description="On its own day of the week when you choose none."
          value={weekdays.map(String)}
          onChange={(chosen) => {
            const on = chosen.map(Number).sort((one, other) => one - other);
            onChange(on.length > 0 ? { ...plain, from: 'due', weekdays: on } : plain);
          }}
        >
          <Group gap="md" mt="xs">
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              <Checkbox key={day} value={String(day)} label={weekdayName(day)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      {unit === 'month' && (
        <Checkbox
          label="On the last day of the month"
          checked={lastDay}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? { ...plain, from: 'due', lastDay: true } : plain)
          }
        />
      )}
    </>
  );
}
