import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RuleTried } from '../../../shared/contract/contract.ts';
import { client } from '../../app/client.ts';
import { useDoing } from '../../app/undo.ts';
import classes from './rules.module.css';
import { Tried } from './tried.tsx';

/** Words whose voices are let go by themselves; those of customers never are. */
export function IgnoredWords({ ignored }: { ignored: readonly string[] }) {
  const { done, failed } = useDoing();
  const [typed, setTyped] = useState(ignored.join('\n'));
  const [tried, setTried] = useState<RuleTried | null>(null);
  const terms = typed
    .split(/[\n,]/)
    .map((term) => term.trim())
    .filter(Boolean);
  const changed = terms.join('\n') !== ignored.join('\n');

  const look = () => client.rules.tryIgnoring({ terms }).then(setTried, failed);
  const keep = (alsoStored: boolean) =>
    client.rules.ignore({ terms, alsoStored }).then(({ step }) => {
      setTried(null);
      done('The words to ignore are kept', step);
    }, failed);

  return (
    <form
      className={classes.editor}
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <Textarea
        label="Let go what contains one of these"
        description="One on each line. What your customers say is never ignored."
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setTried(null);
        }}
        autosize
        minRows={2}
        maxRows={10}
      />
      <div className={classes.buttons}>
        <Button type="submit" variant="default" disabled={!changed}>
          See what that is
        </Button>
      </div>
      {tried && <Tried tried={tried} onKeep={keep} />}
    </form>
  );
}
