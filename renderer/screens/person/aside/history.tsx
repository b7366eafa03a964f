import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChangeInWords, HistoryStep } from '../../../../shared/contract/contract.ts';
import { api, client } from '../../../app/client.ts';
import { ask } from '../../../app/question.tsx';
import { useDoing } from '../../../app/undo.ts';
import { Loaded } from '../../../parts/loaded.tsx';
import { LoadingState } from '../../../parts/loading-state.tsx';
import { RelativeDay } from '../../../parts/relative-day.tsx';
import classes from '../block.module.css';

/** What was changed about somebody, newest first; each can be taken back. */
export function History({ personId }: { personId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.summary}>What was changed</summary>
      {open && <Steps personId={personId} />}
    </details>
  );
}

/** So many steps are shown at first, and so many more each time. */
const atATime = 20;

function Steps({ personId }: { personId: string }) {
  const [limit, setLimit] = useState(atATime);
  const history = useQuery(
    api.people.history.queryOptions({
      input: { id: personId, offset: 0, limit },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Loaded query={history} loading={<LoadingState lines={3} />}>
      {({ total, steps }) => (
        <>
          <ul className={classes.list}>
            {steps.map((entry) => (
              <Step key={entry.step} personId={personId} entry={entry} />
            ))}
            {total === 0 && <li className={classes.nothing}>Nothing yet.</li>}
          </ul>
          {total > steps.length && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => setLimit(Math.min(500, limit + atATime))}
            >
              Earlier changes
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}

function Step({ personId, entry }: { personId: string; entry: HistoryStep }) {
  const { attempt } = useDoing();
  const { step, label, by, undone, people, apart, changes, more } = entry;

  async function back() {
    // Of two, both know of it: who spoke together, who became one.
    const forAll = people > 2 && !apart;
    const sure =
      !forAll ||
      (await ask({
        title: 'Take it back for everybody?',
        sentence: `“${label}” concerned ${people} people, and can only be taken back for all of them.`,
        yes: 'Take it back',
      }));
    if (!sure) return;
    await attempt(
      client.people.stepBack({ id: personId, step }),
      (taken) => `Taken back: ${taken.label}`,
    );
  }

  return (
    <li className={classes.item}>
      <div className={classes.row}>
        <div className={classes.text}>
          <span dir="auto" className={undone ? classes.undone : undefined}>
            {label}
          </span>
          {changes.length > 0 && (
            <ul className={classes.changes}>
              {changes.map((change, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: what was changed then stays as it is
                <li key={index}>
                  <InWords change={change} />
                </li>
              ))}
              {more > 0 && <li>and {more === 1 ? 'one more' : `${more} more`}</li>}
            </ul>
          )}
          <div className={classes.soft}>
            <RelativeDay day={entry.at} />
            {by && (
              <>
                , by <bdi>{by}</bdi>
              </>
            )}
            {undone && ', taken back'}
          </div>
        </div>
        {!undone && (
          <div className={classes.actions}>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={`Undo: ${label}`}
              onClick={() => void back()}
            >
              Undo
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}

/** "Phone, shop: 0201 555", "First name: Rosie, was Rosa", "No more tag: market". */
function InWords({ change: { what, before, after } }: { change: ChangeInWords }) {
  if (after === null) {
    return (
      <>
        {what}, taken away: <bdi className={classes.undone}>{before}</bdi>
      </>
    );
  }
  return (
    <>
      {what}: <bdi className={classes.now}>{after}</bdi>
      {before !== null && (
        <>
          , was <bdi>{before}</bdi>
        </>
      )}
    </>
  );
}
