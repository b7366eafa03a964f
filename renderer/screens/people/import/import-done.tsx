import { Button, Group, Stack, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { client } from '../../../app/client.ts';
import { useDoing } from '../../../app/undo.ts';
import classes from './import.module.css';
import { cameIn, type ImportResult } from './use-import.ts';

interface ImportDoneProps {
  fileName: string;
  result: ImportResult;
  onClose: () => void;
}

/** What became of an import, row by row where it did not go, with the way back. */
export function ImportDone({ fileName, result, onClose }: ImportDoneProps) {
  const { done, failed } = useDoing();
  const [busy, setBusy] = useState(false);
  const { step, problems, remarks } = result;

  async function takeBack(of: string) {
    setBusy(true);
    try {
      await client.journal.undo({ step: of });
      done(`The import of ${fileName} is undone`);
      onClose();
    } catch (problem) {
      failed(problem);
      setBusy(false);
    }
  }

  return (
    <Stack gap="lg">
      <Text role="status">{cameIn(result)}</Text>
      <Told
        title={problems.length === 1 ? 'One was not taken' : `${problems.length} were not taken`}
        told={problems}
      />
      <Told title="Taken, but not all of it" told={remarks} />
      <Group justify="flex-end">
        {step && (
          <Button variant="subtle" loading={busy} onClick={() => void takeBack(step)}>
            Undo this import
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          Good
        </Button>
      </Group>
    </Stack>
  );
}

interface ToldProps {
  title: string;
  told: ImportResult['problems'];
}

/** What there is to say of single people of the file; nothing when there is not. */
function Told({ title, told }: ToldProps) {
  const id = useId();
  if (told.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={classes.heading}>
        {title}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable */}
      <ul className={classes.problems} tabIndex={0}>
        {told.map(({ row, sentence }) => (
          <li key={`${row} ${sentence}`}>
            Row {row}: {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}
