import { Button, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { FollowUp } from '../../../shared/contract/contract.ts';
import { fullDay } from '../../../shared/wording/days.ts';
import { useActions } from '../../app/actions.ts';
import { api, client } from '../../app/client.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { usePresentDay } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ListOfRows } from '../../parts/list-of-rows.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { usePages } from '../../parts/pages.ts';
import { ProblemState } from '../../parts/problem-state.tsx';
import { Screen } from '../../parts/screen.tsx';
import { SnoozeMenu } from '../../parts/snooze-menu.tsx';
import { FollowUpForm } from './follow-up-form.tsx';
import { FollowUpRow } from './follow-up-row.tsx';
import classes from './follow-ups.module.css';
import { groupOf } from './when.ts';

/** The follow-up that is being written; an address with `follow-up=<id>` opens that one. */
function useEditing() {
  const [place, setPlace] = useSearchParams();
  const [editing, setEditing] = useState<FollowUp | 'new' | null>(null);
  const { failed } = useDoing();
  const wanted = place.get('follow-up');
  useEffect(() => {
    if (!wanted) return;
    setPlace({}, { replace: true });
    client.followUps.get({ id: wanted }).then(setEditing, failed);
  }, [wanted, setPlace, failed]);
  return [editing, setEditing] as const;
}

type Showing = 'open' | 'done';

/** What was promised and what one wants to be reminded of, by day, overdue first. */
export default function FollowUpsScreen() {
  const today = usePresentDay();
  const { done, failed } = useDoing();
  const [showing, setShowing] = useState<Showing>('open');
  const [editing, setEditing] = useEditing();
  const [snoozing, setSnoozing] = useState<string | null>(null);
  const input = { state: showing };
  const pages = usePages(api.followUps.list.key({ input }), (page) =>
    client.followUps.list({ ...input, ...page }),
  );

  useShortcut({ keys: 'n', label: 'New follow-up', run: () => setEditing('new') });
  useActions([
    {
      id: 'new-follow-up',
      label: 'New follow-up',
      words: 'promise reminder',
      run: () => setEditing('new'),
    },
  ]);

  const finish = (row: FollowUp) =>
    client.followUps
      .done({ id: row.id })
      .then(
        ({ step, next }) =>
          done(next ? `Done. Again ${fullDay(next.dueDay, today)}` : 'Done', step),
        failed,
      );
  const reopen = (row: FollowUp) =>
    client.followUps.reopen({ id: row.id }).then(({ step }) => done('Open again', step), failed);
  const snooze = (row: FollowUp, until: string) =>
    client.followUps
      .snooze({ id: row.id, until })
      .then(({ step }) => done(`Put off to ${fullDay(until, today)}`, step), failed);
  const bin = (row: FollowUp) =>
    client.followUps.bin({ id: row.id }).then(({ step }) => done('Removed', step), failed);

  const wake = (row: FollowUp) =>
    row.snoozedUntil && row.snoozedUntil > row.dueDay ? row.snoozedUntil : row.dueDay;
  const groupAt = (index: number) => {
    const row = pages.rowAt(index);
    return row && groupOf(wake(row), today);
  };
  const headingOf = (row: FollowUp, index: number) => {
    if (showing === 'done') return undefined;
    const group = groupOf(wake(row), today);
    return index === 0 || groupAt(index - 1) !== group ? group : undefined;
  };

  return (
    <Screen
      title="Follow-ups"
      lead="What you promised, and what you want to be reminded of."
      actions={<Button onClick={() => setEditing('new')}>New follow-up</Button>}
    >
      <SegmentedControl
        aria-label="Which follow-ups"
        value={showing}
        onChange={(value) => setShowing(value as Showing)}
        data={[
          { value: 'open', label: 'Open' },
          { value: 'done', label: 'Done' },
        ]}
        mb="md"
      />
      {pages.error ? (
        <ProblemState problem={pages.error} retry={pages.refetch} />
      ) : pages.total === undefined ? (
        <LoadingState />
      ) : pages.total === 0 ? (
        <EmptyState
          title={showing === 'open' ? 'Nothing is owed' : 'Nothing done yet'}
          drawing="list"
        >
          {showing === 'open'
            ? 'When you promise something in a conversation and name the day, it waits for you here.'
            : 'What you finish is kept here, so that you can look it up.'}
        </EmptyState>
      ) : (
        <ListOfRows
          label="Follow-ups"
          pages={pages}
          keyOf={(row) => row.id}
          onOpen={setEditing}
          rowHeight={68}
          keys={{
            d: showing === 'open' ? finish : reopen,
            s: (row) => setSnoozing(row.id),
            Delete: bin,
          }}
          actions={(row) =>
            showing === 'open' ? (
              <div className={classes.buttons}>
                <Button
                  variant="default"
                  size="compact-md"
                  onClick={() => finish(row)}
                  aria-label={`Done: ${row.text}`}
                >
                  Done
                </Button>
                <SnoozeMenu
                  what={row.text}
                  opened={snoozing === row.id}
                  onOpened={(opened) => setSnoozing(opened ? row.id : null)}
                  onSnooze={(day) => snooze(row, day)}
                  onOtherDay={() => setEditing(row)}
                />
                <Button
                  variant="subtle"
                  size="compact-md"
                  onClick={() => bin(row)}
                  aria-label={`Remove: ${row.text}`}
                >
                  Remove
                </Button>
              </div>
            ) : (
              <Button
                variant="subtle"
                size="compact-md"
                onClick={() => reopen(row)}
                aria-label={`Open again: ${row.text}`}
              >
                Open again
              </Button>
            )
          }
        >
          {(row, index) => <FollowUpRow row={row} heading={headingOf(row, index)} />}
        </ListOfRows>
      )}
      {editing && (
        <FollowUpForm
          followUp={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Screen>
  );
}
