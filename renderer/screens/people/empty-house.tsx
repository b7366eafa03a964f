import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { EmptyState } from '../../parts/empty-state.tsx';

interface EmptyHouseProps {
  onAdd: () => void;
  onImport: () => void;
}

/** Nobody is here yet: three ways to begin. */
export function EmptyHouse({ onAdd, onImport }: EmptyHouseProps) {
  const { attempt } = useDoing();
  const [busy, setBusy] = useState(false);

  async function loadSample() {
    setBusy(true);
    await attempt(client.sample.load(), 'The sample town is here');
    setBusy(false);
  }

  return (
    <EmptyState
      title="Who comes through your door?"
      drawing="house"
      action={
        <Group justify="center" gap="sm">
          <Button onClick={onAdd}>Add the first person</Button>
          <Button variant="default" onClick={onImport}>
            Bring people in from a file
          </Button>
          <Button variant="subtle" loading={busy} onClick={() => void loadSample()}>
            Look round the sample town
          </Button>
        </Group>
      }
    >
      Begin with one. A name is enough; the rest comes as you talk. You can also drop an address
      book here (vCard or CSV), or try everything with a made-up town first.
    </EmptyState>
  );
}
