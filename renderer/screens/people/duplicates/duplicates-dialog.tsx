import { Button, Modal, Stack } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { DuplicatePair } from '../../../../shared/contract/contract.ts';
import { api, client } from '../../../app/client.ts';
import { useDoing } from '../../../app/undo.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Loaded } from '../../../parts/loaded.tsx';
import { PersonName } from '../../../parts/person-name.tsx';
import classes from './merge.module.css';
import { MergeForm } from './merge-form.tsx';

const keyOf = ({ one, other }: DuplicatePair) => [one.id, other.id].sort().join(' ');

/** Everybody who may be here twice, two at a time. */
export function DuplicatesDialog({ onClose }: { onClose: () => void }) {
  const found = useQuery(
    api.people.duplicates.queryOptions({ input: {}, placeholderData: keepPreviousData }),
  );
  /** Dealt with or put off while this is open. */
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  const pass = (pair: DuplicatePair) => setPassed(new Set([...passed, keyOf(pair)]));

  return (
    <Modal opened onClose={onClose} title="Here twice?" size="60rem">
      <Loaded query={found}>
        {({ pairs }) => {
          const left = pairs.filter((pair) => !passed.has(keyOf(pair)));
          const [pair] = left;
          if (!pair) return <Nobody later={pairs.length} onClose={onClose} />;
          return (
            <PairView key={keyOf(pair)} pair={pair} left={left.length} onPass={() => pass(pair)} />
          );
        }}
      </Loaded>
    </Modal>
  );
}

function Nobody({ later, onClose }: { later: number; onClose: () => void }) {
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  return (
    <EmptyState
      title={later > 0 ? 'That is everybody for now' : 'Nobody is here twice'}
      drawing="house"
      action={
        <Button ref={back} variant="default" data-autofocus onClick={onClose}>
          Back to the people
        </Button>
      }
    >
      {later > 0
        ? 'Those you left for later will be asked about again.'
        : 'Names, numbers, addresses and birthdays all tell people apart.'}
    </EmptyState>
  );
}

interface PairViewProps {
  pair: DuplicatePair;
  left: number;
  onPass: () => void;
}

function PairView({ pair, left, onPass }: PairViewProps) {
  const { attempt } = useDoing();
  const { one, other, score, why } = pair;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  async function part() {
    const work = client.people.notTheSame({ one: one.id, other: other.id });
    if (await attempt(work, 'Remembered: two people')) onPass();
  }

  return (
    <Stack gap="md">
      <div>
        <h3 ref={heading} tabIndex={-1} data-autofocus className={classes.head}>
          {sure(score)}: <PersonName name={one.name} />
          {one.name !== other.name && (
            <>
              {' and '}
              <PersonName name={other.name} />
            </>
          )}
        </h3>
        <p className={classes.why}>
          {why.join('. ')}.{left > 1 && ` ${left - 1} more after this.`}
        </p>
      </div>
      <MergeForm keep={one.id} other={other.id} onMerged={onPass}>
        <Button variant="default" onClick={() => void part()}>
          Not the same
        </Button>
        <Button variant="subtle" onClick={onPass}>
          Later
        </Button>
      </MergeForm>
    </Stack>
  );
}

/** How sure it is, in words. */
function sure(score: number): string {
  if (score >= 0.85) return 'Very likely the same';
  return score >= 0.65 ? 'Likely the same' : 'Perhaps the same';
}
