import { Button } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { StepFrame } from './step-frame.tsx';
import classes from './welcome.module.css';

interface GreetingStepProps {
  onBegin: () => void;
  onSampleReady: () => void;
}

/** The first screen anybody sees: what this is, and two ways in. */
export function GreetingStep({ onBegin, onSampleReady }: GreetingStepProps) {
  const { failed } = useDoing();
  const [busy, setBusy] = useState(false);
  const load = async () => {
    setBusy(true);
    try {
      await client.sample.load();
      await client.settings.save({ welcomed: true });
      onSampleReady();
    } catch (problem) {
      failed(problem);
      setBusy(false);
    }
  };
  return (
    <StepFrame
      step={0}
      title="Good morning, neighbour."
      lead="Porchlight listens to what is said about your business, remembers your customers as people, and each morning names one to turn to. Everything stays on this machine."
    >
      <div className={classes.row}>
        <Button size="md" onClick={onBegin}>
          Begin: three small steps
        </Button>
        <Button size="md" variant="subtle" loading={busy} onClick={load}>
          Look around the sample town first
        </Button>
      </div>
    </StepFrame>
  );
}
