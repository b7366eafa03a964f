import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ImportPeople } from '../../screens/people/import/import-people.tsx';
import { LoadingState } from '../loading-state.tsx';
import { ReviewsDone, type ReviewsResult } from './reviews-done.tsx';
import { ReviewsFound } from './reviews-found.tsx';
import { SourcesFound } from './sources-found.tsx';
import { useFileLook } from './use-file-look.ts';

/** Bytes from which on reading takes a moment. */
const largeFile = 2_000_000;

interface DroppedFileProps {
  file: File;
  onClose: () => void;
}

/** What is in a file, before any of it is kept: reviews, sources or people. */
export function DroppedFile({ file, onClose }: DroppedFileProps) {
  const { stage, correct, bringIn } = useFileLook(file);
  const [isPeople, setPeople] = useState(false);
  const [result, setResult] = useState<ReviewsResult | null>(null);
  const look = stage.at === 'looking' ? stage.look : null;

  if (isPeople || (look?.holds === 'people' && look.sure)) {
    return <ImportPeople file={file} onClose={onClose} />;
  }
  // A small file is read before anybody could read that it is.
  if (stage.at === 'reading' && file.size < largeFile) return null;
  return (
    <Modal opened onClose={onClose} title={titleFor(look?.holds)} size="56rem">
      {stage.at === 'reading' && <LoadingState label={`Reading ${file.name}`} />}
      {stage.at === 'refused' && (
        <Stack gap="lg">
          <Text role="alert">{stage.sentence}</Text>
          <Group justify="flex-end">
            <Button data-autofocus onClick={onClose}>
              Good
            </Button>
          </Group>
        </Stack>
      )}
      {look?.holds === 'people' && (
        <Stack gap="lg">
          <Text>
            <bdi>{file.name}</bdi> is a table. Are there people in it, or what people said of you?
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => correct({ as: 'reviews' })}>
              Reviews
            </Button>
            <Button data-autofocus onClick={() => setPeople(true)}>
              People
            </Button>
          </Group>
        </Stack>
      )}
      {look?.holds === 'sources' && <SourcesFound file={file} look={look} onClose={onClose} />}
      {look?.holds === 'reviews' && stage.at === 'looking' && !result && (
        <ReviewsFound
          fileName={file.name}
          look={look}
          busy={stage.busy}
          problem={stage.problem}
          onCorrect={correct}
          onPeople={() => setPeople(true)}
          onBringIn={async (name) => setResult(await bringIn(name))}
        />
      )}
      {result && <ReviewsDone fileName={file.name} result={result} onClose={onClose} />}
    </Modal>
  );
}

function titleFor(holds: 'reviews' | 'sources' | 'people' | undefined): string {
  if (holds === 'reviews') return 'Bring reviews in from a file';
  return holds === 'sources' ? 'Bring sources in from a list' : 'What is in this file';
}
