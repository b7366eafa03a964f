import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Settings } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { StepFrame } from './step-frame.tsx';
import classes from './welcome.module.css';

interface MorningStepProps {
  settings: Settings;
  onDone: () => void;
  onBack: () => void;
}

/** When the morning begins, and what one fears, if anything; then the first person is named. */
export function MorningStep({ settings, onDone, onBack }: MorningStepProps) {
  const { failed } = useDoing();
  const [morning, setMorning] = useState(settings.morning);
  const [worry, setWorry] = useState('');
  const [busy, setBusy] = useState(false);
  async function finish(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    try {
      if (worry.trim()) await client.reflection.nameLeap({ worry });
      await client.settings.save({ morning, welcomed: true });
      onDone();
    } catch (problem) {
      failed(problem);
      setBusy(false);
    }
  }
  return (
    <StepFrame
      step={3}
      title="When do you open in the morning?"
      lead="Each day at that hour one person is waiting for you here, with the reason. Two minutes with the first coffee are enough."
    >
      <form onSubmit={finish}>
        <TextInput
          type="time"
          label="We open at"
          value={morning}
          onChange={(event) => setMorning(event.currentTarget.value)}
          w="10rem"
          required
          autoFocus
        />
        <TextInput
          mt="lg"
          label="Is there something you fear people may say?"
          description="One line, only if you like. It stays here, and comes back to you after a season, beside what they really said."
          placeholder="That we are too dear"
          value={worry}
          onChange={(event) => setWorry(event.currentTarget.value)}
          maxLength={300}
        />
        <div className={classes.row}>
          <Button type="submit" size="md" loading={busy}>
            Who is the first?
          </Button>
          <Button size="md" variant="subtle" disabled={busy} onClick={onBack}>
            Back
          </Button>
        </div>
      </form>
    </StepFrame>
  );
}
