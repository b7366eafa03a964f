import { Radio, Stack } from '@mantine/core';
import type { Settings } from '../../../shared/contract/contract.ts';
import { Card } from '../../parts/card.tsx';
import classes from './settings.module.css';
import { useSaving } from './use-saving.ts';

const often = [
  { value: 30, label: 'every half hour' },
  { value: 60, label: 'every hour' },
  { value: 360, label: 'every six hours' },
  { value: 1440, label: 'once a day' },
];

const long = [
  { value: 6, label: 'six months' },
  { value: 12, label: 'a year' },
  { value: 24, label: 'two years' },
  { value: 60, label: 'five years' },
  { value: 0, label: 'for ever' },
];

/** How often is listened, and how long what was heard is kept. */
export function ListeningSection({ settings }: { settings: Settings }) {
  const save = useSaving();
  return (
    <Card title="Listening">
      <div className={classes.fields}>
        <Radio.Group
          label="Look for new words"
          value={String(settings.gatherMinutes)}
          onChange={(value) => save({ gatherMinutes: Number(value) })}
        >
          <Stack gap="xs" mt="xs">
            {often.map(({ value, label }) => (
              <Radio key={value} value={String(value)} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group
          label="Keep words that nobody touched"
          description="What you answered, noted, linked, starred or rated, and what stands in a lesson, is kept for ever."
          value={String(settings.keepMonths)}
          onChange={(value) => save({ keepMonths: Number(value) })}
        >
          <Stack gap="xs" mt="xs">
            {long.map(({ value, label }) => (
              <Radio key={value} value={String(value)} label={label} />
            ))}
          </Stack>
        </Radio.Group>
      </div>
    </Card>
  );
}
