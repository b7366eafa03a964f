import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { FileLook } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';

interface SourcesFoundProps {
  file: File;
  look: Extract<FileLook, { holds: 'sources' }>;
  onClose: () => void;
}

/** The sources that a list (OPML) holds, before they are kept. */
export function SourcesFound({ file, look, onClose }: SourcesFoundProps) {
  const { done, failed } = useDoing();
  const [busy, setBusy] = useState(false);
  const { total, names } = look;

  async function keep() {
    setBusy(true);
    try {
      const result = await client.sources.importOpml({ content: await file.text() });
      const { added, already, refused, step } = result;
      const words = [
        `${added} ${added === 1 ? 'source' : 'sources'} added`,
        already > 0 && `${already} were there already`,
        refused > 0 && `${refused} could not be read`,
      ];
      done(words.filter(Boolean).join(', '), step ?? undefined);
      onClose();
    } catch (problem) {
      failed(problem);
      setBusy(false);
    }
  }

  return (
    <Stack gap="lg">
      <Text role="status">
        <bdi>{file.name}</bdi> is a list of {total === 1 ? 'one source' : `${total} sources`}.
      </Text>
      <List>
        {names.map((name, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two sources may have one name
          <List.Item key={`${name} ${index}`}>
            <bdi>{name}</bdi>
          </List.Item>
        ))}
        {total > names.length && <List.Item>and {total - names.length} more</List.Item>}
      </List>
      <Group justify="flex-end">
        <Button variant="subtle" onClick={onClose}>
          Not now
        </Button>
        <Button data-autofocus loading={busy} disabled={total === 0} onClick={() => void keep()}>
          {total === 1 ? 'Listen to it' : 'Listen to all of them'}
        </Button>
      </Group>
    </Stack>
  );
}
