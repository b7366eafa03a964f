import { Radio, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Circle, Customer } from '../../../shared/contract/contract.ts';
import { rhythmInForce } from '../../../shared/rhythm.ts';
import { circleName, circles, everyWords } from '../../../shared/wording/circles.ts';
import { api } from '../../app/client.ts';
import { InlineForm, Missing } from '../../parts/inline-form/inline-form.tsx';
import classes from './person.module.css';
import type { ChangePerson } from './use-change.ts';

interface CircleFormProps {
  person: Customer;
  change: ChangePerson;
  onClose: () => void;
}

/** How near you keep somebody: a circle with its rhythm, or a rhythm of their own. */
export function CircleForm({ person, change, onClose }: CircleFormProps) {
  const settings = useQuery(api.settings.get.queryOptions());
  const [circle, setCircle] = useState<Circle>(person.circle);
  const [ownDays, setOwnDays] = useState(
    person.ownRhythmDays === null ? '' : String(person.ownRhythmDays),
  );

  async function save() {
    const typed = ownDays.trim();
    const days = typed === '' ? null : Number(typed);
    if (days !== null && !(Number.isInteger(days) && days >= 1 && days <= 730)) {
      throw new Missing('rhythmDays', 'A number of days from 1 to 730, or nothing.');
    }
    await change('Changed', { circle, rhythmDays: circle === 'none' ? null : days });
  }

  const says = (of: Circle) => {
    if (of === 'none') return 'Only when they speak, or something is promised';
    const days = settings.data && rhythmInForce(of, null, settings.data);
    return days ? everyWords(days) : undefined;
  };
  return (
    <InlineForm
      label="How near you keep them"
      fields={['circle', 'rhythmDays']}
      onSave={save}
      onClose={onClose}
    >
      {(problemAt) => (
        <>
          <Radio.Group
            label="How near do you keep them?"
            value={circle}
            onChange={(value) => setCircle(value as Circle)}
            error={problemAt('circle')}
          >
            <Stack gap={8} mt={6}>
              {circles.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={circleName(one)}
                  description={says(one)}
                  autoFocus={one === person.circle}
                />
              ))}
            </Stack>
          </Radio.Group>
          {circle !== 'none' && (
            <TextInput
              label="A rhythm of their own, in days"
              placeholder="as the circle"
              inputMode="numeric"
              maxLength={3}
              className={classes.ownRhythm}
              value={ownDays}
              onChange={(event) => setOwnDays(event.currentTarget.value)}
              error={problemAt('rhythmDays')}
            />
          )}
        </>
      )}
    </InlineForm>
  );
}
