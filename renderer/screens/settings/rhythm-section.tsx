import { NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Settings } from '../../../shared/contract/contract.ts';
import { peopleADay, timesAsLong } from '../../../shared/wording/circles.ts';
import { capital } from '../../../shared/wording/pronouns.ts';
import { api } from '../../app/client.ts';
import { Card } from '../../parts/card.tsx';
import { FitRhythms } from '../../parts/fit-rhythms.tsx';
import classes from './settings.module.css';
import { useSaving } from './use-saving.ts';

const fields = [
  { key: 'innerDays', label: 'Inner circle', hint: 'the few who matter most' },
  { key: 'regularDays', label: 'Regular', hint: 'people you know well' },
  { key: 'widerDays', label: 'Wider circle', hint: 'everybody else on the street' },
] as const;

type RhythmKey = (typeof fields)[number]['key'];

/** How often each circle would like to be spoken to, and whether one a day can do it. */
export function RhythmSection({ settings }: { settings: Settings }) {
  const save = useSaving();
  const today = useQuery(api.today.get.queryOptions());
  const load = today.data?.load;
  return (
    <Card title="Circles and rhythms">
      <div className={classes.fields}>
        <p className={classes.quiet}>
          After so many days without a word, somebody in the circle comes up on Today.
        </p>
        <div className={classes.three}>
          {fields.map(({ key, label, hint }) => (
            <DaysField
              key={key}
              label={label}
              hint={hint}
              value={settings[key]}
              onSave={(days) => save({ [key]: days } as Record<RhythmKey, number>)}
            />
          ))}
        </div>
        {load && load.people > 0 && (
          <p className={classes.quiet}>
            {load.stretch < 1.05
              ? `${load.people.toLocaleString('en-GB')} people keep a rhythm. ${capital(peopleADay(load.named))} ${load.named === 1 ? 'is' : 'are'} enough for all of them.`
              : `${load.people.toLocaleString('en-GB')} people keep a rhythm, and together they ask for ${load.perDay.toLocaleString('en-GB', { maximumFractionDigits: 1 })} a day, besides the promises. With ${peopleADay(load.named)}, each turn takes about ${timesAsLong(load.stretch)} to come round.`}
          </p>
        )}
        {load && load.stretch >= 1.05 && (
          <div>
            <FitRhythms load={load} />
          </div>
        )}
      </div>
    </Card>
  );
}

interface DaysFieldProps {
  label: string;
  hint: string;
  value: number;
  onSave: (days: number) => Promise<boolean>;
}

function DaysField({ label, hint, value, onSave }: DaysFieldProps) {
  const [typed, setTyped] = useState<number | string>(value);
  useEffect(() => setTyped(value), [value]);
  const save = async () => {
    const days = Math.round(Number(typed));
    if (days === value) return;
    if (!(days >= 1 && days <= 730) || !(await onSave(days))) setTyped(value);
  };
  return (
    <NumberInput
      label={label}
      description={hint}
      value={typed}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && void save()}
      min={1}
      max={730}
      suffix=" days"
      allowDecimal={false}
    />
  );
}
