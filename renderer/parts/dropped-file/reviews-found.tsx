import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FileLook } from '../../../shared/contract/contract.ts';
import { sentenceOf } from '../../app/problems.ts';
import { ColumnsOfReviews } from './columns-of-reviews.tsx';
import classes from './dropped-file.module.css';
import { ReviewSample } from './review-sample.tsx';
import type { Corrections } from './use-file-look.ts';

interface ReviewsFoundProps {
  fileName: string;
  look: Extract<FileLook, { holds: 'reviews' }>;
  busy: boolean;
  problem: string | null;
  onCorrect: (corrections: Corrections) => void;
  onPeople: () => void;
  onBringIn: (sourceName: string) => Promise<void>;
}

/** A number of reviews in words: "1 review", "1,204 reviews". */
export function reviewsWords(number: number): string {
  return number === 1 ? '1 review' : `${number.toLocaleString('en-GB')} reviews`;
}

const scales = [5, 10, 100];

/** The reviews of a file as they would come in; for a table, what is in which column. */
export function ReviewsFound(props: ReviewsFoundProps) {
  const { fileName, look, busy, onCorrect, onPeople, onBringIn } = props;
  const { columns, best } = look;
  const [name, setName] = useState(look.sourceName);
  const [keeping, setKeeping] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const fresh = look.total - look.problems - look.already;
  const problem = refused ?? props.problem;

  async function bringIn() {
    setKeeping(true);
    setRefused(null);
    try {
      await onBringIn(columns ? name.trim() : '');
    } catch (failure) {
      setRefused(sentenceOf(failure));
      setKeeping(false);
    }
  }

  return (
    <Stack gap="lg">
      <Text role="status">
        <bdi>{fileName}</bdi> holds {reviewsWords(look.total)}
        {look.already > 0 && `, of which ${look.already.toLocaleString('en-GB')} are here already`}
        {look.problems > 0 &&
          `; ${look.problems.toLocaleString('en-GB')} cannot be taken as ${look.problems === 1 ? 'it is' : 'they are'}`}
        .
      </Text>
      {columns && (
        <>
          <div className={classes.fields}>
            <TextInput
              label="Where these were said"
              description="The name under which you will find them"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              maxLength={200}
              required
            />
            <NativeSelect
              label="The best rating is"
              value={best ?? ''}
              disabled={best === null}
              data={[...new Set([...scales, ...(best === null ? [] : [best])])]
                .sort((one, other) => one - other)
                .map((scale) => ({ value: String(scale), label: String(scale) }))}
              onChange={(event) => onCorrect({ best: Number(event.currentTarget.value) })}
            />
          </div>
          <ColumnsOfReviews
            columns={columns}
            remembered={look.remembered}
            onChange={(changed) => onCorrect({ columns: changed })}
          />
        </>
      )}
      <ReviewSample reviews={look.reviews} total={look.total} busy={busy} />
      {problem && (
        <Text role="alert" c="var(--danger-ink)">
          {problem}
        </Text>
      )}
      <Group justify="flex-end">
        {columns && (
          <Button variant="subtle" onClick={onPeople}>
            These are people
          </Button>
        )}
        <Button
          data-autofocus
          loading={keeping || busy}
          disabled={look.total === look.problems || (columns !== null && name.trim() === '')}
          onClick={() => void bringIn()}
        >
          Bring in {reviewsWords(fresh)}
        </Button>
      </Group>
    </Stack>
  );
}
