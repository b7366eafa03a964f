import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { HowFar } from './how-far.tsx';
import classes from './import.module.css';
import { MappingTable } from './mapping-table.tsx';
import { PeopleFound } from './people-found.tsx';
import { type Already, type Mapping, type PeoplePreview, peopleWords } from './use-import.ts';

interface ImportPreviewProps {
  fileName: string;
  preview: PeoplePreview;
  busy: boolean;
  problem: string | null;
  onMapping: (mapping: Mapping) => void;
  onBringIn: (already: Already) => void;
}

const count = new Intl.NumberFormat('en-GB');

/** What a file holds, before anything of it is kept. */
export function ImportPreview(props: ImportPreviewProps) {
  const { fileName, preview, busy, problem, onMapping, onBringIn } = props;
  const [already, setAlready] = useState<Already>('skip');
  const { total, problems, people, mapping } = preview;
  const good = total - problems;
  const known = people.filter((person) => person.already !== null).length;
  return (
    <Stack gap="lg">
      <Text role="status">
        <bdi>{fileName}</bdi> holds {peopleWords(total)}
        {problems > 0 && `; ${count.format(problems)} of them cannot be taken as they are`}.
        {known > 0 && ` ${peopleWords(known)} of those below may be here already.`}
      </Text>
      {mapping && (
        <MappingTable mapping={mapping} examples={preview.examples} onChange={onMapping} />
      )}
      <PeopleFound people={people} total={total} busy={busy} />
      {known > 0 && (
        <Radio.Group
          label="Whoever is here already"
          value={already}
          onChange={(value) => setAlready(value as Already)}
        >
          <Stack gap={6} mt={6}>
            <Radio value="skip" label="stays as they are" />
            <Radio value="update" label="gets what the file knows and you do not" />
            <Radio value="add" label="is added once more" />
          </Stack>
        </Radio.Group>
      )}
      {problem && (
        <Text role="alert" c="var(--danger-ink)">
          {problem}
        </Text>
      )}
      {busy && <HowFar />}
      <Group justify="flex-end" className={classes.end}>
        <Button
          data-autofocus
          loading={busy}
          disabled={good === 0}
          onClick={() => onBringIn(already)}
        >
          Bring in {peopleWords(good)}
        </Button>
      </Group>
    </Stack>
  );
}
