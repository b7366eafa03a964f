import { Button } from '@mantine/core';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import { EmptyState } from '../../parts/empty-state.tsx';

interface TriedCardProps {
  name: string;
  /** Whether somebody else could be named. */
  more: boolean;
}

/** The day's person was not to be reached: no step lost, and somebody else if there is time. */
export function TriedCard({ name, more }: TriedCardProps) {
  const { failed } = useDoing();
  return (
    <EmptyState
      title={`You tried to reach ${name}`}
      drawing="lamp"
      action={
        more && (
          <Button onClick={() => client.today.another().catch(failed)}>
            Turn to somebody else
          </Button>
        )
      }
    >
      That it did not work out today is nobody’s fault. They will come round again in a few days.
    </EmptyState>
  );
}
