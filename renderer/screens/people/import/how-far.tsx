import { Button, Group, Progress, Text } from '@mantine/core';
import { client } from '../../../app/client.ts';
import { type HeavyWork, useHeavyWork } from '../../../app/heavy-work.ts';
import { useDoing } from '../../../app/undo.ts';

const count = new Intl.NumberFormat('en-GB');

/** How far a large file is, with a way to stop it. Small ones are done before one could look. */
export function HowFar() {
  const work = useHeavyWork();
  const { failed } = useDoing();
  if (!work) return null;
  return (
    <Group wrap="nowrap" align="center">
      <div style={{ flex: 1 }}>
        <Text size="sm" c="dimmed">
          {words(work)}
        </Text>
        <Progress
          value={share(work) * 100}
          aria-label="How far it is"
          color="var(--step)"
          mt={4}
          transitionDuration={100}
        />
      </div>
      {work.stage === 'writing' && (
        <Button variant="subtle" onClick={() => client.exchange.stopImport().catch(failed)}>
          Stop
        </Button>
      )}
    </Group>
  );
}

function words({ stage, done, of }: HeavyWork): string {
  if (stage === 'reading') return `Reading, ${count.format(done)} of ${count.format(of)}`;
  if (stage === 'writing') return `Bringing in ${count.format(done)} of ${count.format(of)}`;
  return 'Making everybody easy to find';
}

/** Reading takes about a quarter of the time, and finding places the last tenth. */
function share({ stage, done, of }: HeavyWork): number {
  const part = of > 0 ? done / of : 0;
  if (stage === 'reading') return part * 0.25;
  return stage === 'writing' ? 0.25 + part * 0.65 : 0.93;
}
