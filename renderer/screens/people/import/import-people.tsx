import { Button, FileButton, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { LoadingState } from '../../../parts/loading-state.tsx';
import { HowFar } from './how-far.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportPreview } from './import-preview.tsx';
import { useImport } from './use-import.ts';

interface ImportPeopleProps {
  /** A file that was dropped; without one it is chosen here. */
  file: File | null;
  onClose: () => void;
}

/** Brings people in from an address book, and shows first what would come. */
export function ImportPeople({ file, onClose }: ImportPeopleProps) {
  const { stage, choose, remap, bringIn } = useImport();
  useEffect(() => {
    if (file) void choose(file);
  }, [file, choose]);

  return (
    <Modal opened onClose={onClose} title="Bring people in from a file" size="64rem">
      {stage.at === 'choosing' && (
        <Stack gap="md">
          <Text>
            An address book as vCard (.vcf), from a phone, Apple, Google or Outlook, or a table as
            CSV. Nothing is kept before you have looked at it, and all of it can be undone.
          </Text>
          {stage.problem && (
            <Text role="alert" c="var(--danger-ink)">
              {stage.problem}
            </Text>
          )}
          <Group>
            <FileButton
              accept=".vcf,.vcard,.csv,.tsv,.txt,text/vcard,text/csv"
              onChange={(chosen) => chosen && void choose(chosen)}
              inputProps={{ 'aria-label': 'The file with the people' }}
            >
              {(props) => (
                <Button {...props} data-autofocus>
                  Choose a file
                </Button>
              )}
            </FileButton>
          </Group>
        </Stack>
      )}
      {stage.at === 'reading' && (
        <>
          <LoadingState label={`Reading ${stage.fileName}`} />
          <HowFar />
        </>
      )}
      {stage.at === 'looking' && (
        <ImportPreview
          fileName={stage.file.fileName}
          preview={stage.preview}
          busy={stage.busy}
          problem={stage.problem}
          onMapping={(mapping) => void remap(stage.file, stage.preview, mapping)}
          onBringIn={(already) => void bringIn(stage.file, stage.preview, already)}
        />
      )}
      {stage.at === 'done' && (
        <ImportDone fileName={stage.fileName} result={stage.result} onClose={onClose} />
      )}
    </Modal>
  );
}
