import { Radio, SegmentedControl, Stack } from '@mantine/core';
import type { Settings } from '../../../shared/contract/contract.ts';
import { Card } from '../../parts/card.tsx';
import classes from './settings.module.css';
import { useSaving } from './use-saving.ts';

/** Day or evening light, and the small habits of the house. */
export function LookSection({ settings }: { settings: Settings }) {
  const save = useSaving();
  return (
    <Card title="Appearance and habits">
      <div className={classes.fields}>
        <div>
          <SegmentedControl
            aria-label="Appearance"
            value={settings.appearance}
            onChange={(value) => save({ appearance: value as Settings['appearance'] })}
            data={[
              { value: 'system', label: 'As this machine' },
              { value: 'day', label: 'Day' },
              { value: 'evening', label: 'Evening' },
            ]}
          />
        </div>
        <Radio.Group
          label="Somebody born on 29 February has their day, in other years, on"
          value={settings.leapDay}
          onChange={(value) => save({ leapDay: value as Settings['leapDay'] })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="february-28" label="28 February" />
            <Radio value="march-1" label="1 March" />
          </Stack>
        </Radio.Group>
      </div>
    </Card>
  );
}
