import { Button } from '@mantine/core';
import { client } from '../../app/client.ts';
import { useGathering } from '../../app/gathering.ts';
import { useDoing } from '../../app/undo.ts';

/** Looks for new words now; while it does, how far it is and a way to stop. */
export function GatherButton() {
  const gathering = useGathering();
  const { failed } = useDoing();
  if (gathering.running) {
    return (
      <>
        <span role="status">
          Listening … {gathering.done} of {gathering.of}
        </span>
        <Button variant="subtle" onClick={() => client.sources.cancel().catch(failed)}>
          Stop
        </Button>
      </>
    );
  }
  return (
    <Button variant="default" onClick={() => client.sources.gather({ all: true }).catch(failed)}>
      Listen now
    </Button>
  );
}
