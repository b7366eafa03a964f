import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import classes from './dropped-file.module.css';
import { reviewsWords } from './reviews-found.tsx';

export type ReviewsResult = Awaited<ReturnType<typeof client.sources.importReviews>>;

interface ReviewsDoneProps {
  fileName: string;
  result: ReviewsResult;
  onClose: () => void;
}

/** What became of a file of reviews, with the way back. */
export function ReviewsDone({ fileName, result, onClose }: ReviewsDoneProps) {
  const { done, failed } = useDoing();
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const { step, sourceId, added, edited, already, problems } = result;
  const words = [
    `${reviewsWords(added)} came in`,
    edited > 0 && `${reviewsWords(edited)} had changed`,
    already > 0 && `${reviewsWords(already)} had been here before`,
  ].filter(Boolean);

  async function takeBack(of: string) {
    setBusy(true);
    try {
      await client.journal.undo({ step: of });
      done(`What came from ${fileName} is taken back`);
      onClose();
    } catch (problem) {
      failed(problem);
      setBusy(false);
    }
  }

  return (
    <Stack gap="lg">
      <Text role="status">{words.join(', ')}.</Text>
      {problems.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable
        <section className={classes.found} tabIndex={0} aria-label="What was not taken">
          <ul>
            {problems.map(({ row, sentence }) => (
              <li key={row} className={classes.review}>
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
        <Button
          variant="default"
          onClick={() => {
            onClose();
            go(`/listening?show=all${sourceId ? `&source=${sourceId}` : ''}`);
          }}
        >
          See the voices
        </Button>
        <Button data-autofocus onClick={onClose}>
          Good
        </Button>
      </Group>
    </Stack>
  );
}
