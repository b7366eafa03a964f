import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
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
  const { step, problems } = result;

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
      {problems.length > 0 && (
        <section aria-labelledby="import-problems">
          <h3 id="import-problems" className={classes.heading}>
            {problems.length === 1
              ? 'One row was not taken'
              : `${problems.length} rows were not taken`}
          </h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable */}
          <ul className={classes.problems} tabIndex={0}>
            {problems.map(({ row, sentence }) => (
              <li key={`${row} ${sentence}`}>
                Row {row}: {sentence}
              </li>
            ))}
          </ul>
        </section>
      )}
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
