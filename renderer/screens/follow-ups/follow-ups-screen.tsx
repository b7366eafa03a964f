import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { FollowUp, FollowUpSort } from '../../../shared/contract/contract.ts';
import { useActions } from '../../app/actions.ts';
import { api, client } from '../../app/client.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { usePresent } from '../../app/present.ts';
import { useDoing } from '../../app/undo.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { FollowUpForm } from '../../parts/follow-ups/follow-up-form.tsx';
import { type ListHandle, ListOfRows } from '../../parts/list-of-rows.tsx';
import { LoadingState } from '../../parts/loading-state.tsx';
import { usePages } from '../../parts/pages.ts';
import { ProblemState } from '../../parts/problem-state.tsx';
import { useSaveCalendar } from '../../parts/save-calendar.ts';
import { Screen } from '../../parts/screen.tsx';
import { FollowUpRow } from './follow-up-row.tsx';
import classes from './follow-ups.module.css';
import { groupOf } from './groups.ts';
import { RowButtons } from './row-buttons.tsx';
import { useFollowUpKeys } from './use-follow-up-keys.ts';
import { useWhose, WhoseChoice } from './whose-choice.tsx';

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

type Showing = 'lately' | 'done';

const sorts: { value: FollowUpSort; label: string }[] = [
  { value: 'day', label: 'Day' },
  { value: 'person', label: 'Person' },
  { value: 'newest', label: 'Newest' },
];

/** What was promised and what one wants to be reminded of, by day, overdue first. */
export default function FollowUpsScreen() {
  const present = usePresent();
  const [showing, setShowing] = useState<Showing>('lately');
  const [sort, setSort] = useState<FollowUpSort>('day');
  const [editing, setEditing] = useEditing();
  const [snoozing, setSnoozing] = useState<string | null>(null);
  const list = useRef<ListHandle<FollowUp>>(null);
  const saveCalendar = useSaveCalendar();
  const sortLabel = useId();
  const given = useWhose();
  const input = { state: showing, sort, colleagueId: given.whose?.id };
  const pages = usePages(api.followUps.list.key({ input }), (page) =>
    client.followUps.list({ ...input, ...page }),
  );

  useShortcut({ keys: 'n', label: 'New follow-up', run: () => setEditing('new') });
  const keys = useFollowUpKeys({ list, pages, onEdit: setEditing, onSnooze: setSnoozing });
  useActions([
    {
      id: 'new-follow-up',
      label: 'New follow-up',
      words: 'promise reminder',
      run: () => setEditing('new'),
    },
    {
      id: 'save-calendar',
      label: 'Save dates and follow-ups as a calendar',
      words: 'ical ics export birthdays',
      run: () => void saveCalendar(),
    },
  ]);

  const headingOf = (row: FollowUp, index: number) => {
    if (showing === 'done') return undefined;
    const group = groupOf(row, sort, present);
    const above = index > 0 ? pages.rowAt(index - 1) : undefined;
    return above && groupOf(above, sort, present) === group ? undefined : group;
  };

  return (
    <Screen
      title="Follow-ups"
      lead="What you promised, and what you want to be reminded of."
      actions={
        <>
          <Button variant="subtle" onClick={() => void saveCalendar()}>
            Save as calendar
          </Button>
          <Button onClick={() => setEditing('new')}>New follow-up</Button>
        </>
      }
    >
      <div className={classes.bar}>
        <SegmentedControl
          aria-label="Which follow-ups"
          value={showing}
          onChange={(value) => setShowing(value as Showing)}
          data={[
            { value: 'lately', label: 'Open' },
            { value: 'done', label: 'Done' },
          ]}
        />
        <div className={classes.choices}>
          <WhoseChoice {...given} />
          {showing === 'lately' && (
            <div className={classes.choice}>
              <span id={sortLabel}>Sorted by</span>
              <NativeSelect
                aria-labelledby={sortLabel}
                value={sort}
                onChange={(event) => setSort(event.currentTarget.value as FollowUpSort)}
                data={sorts}
              />
            </div>
          )}
        </div>
      </div>
      {pages.error ? (
        <ProblemState problem={pages.error} retry={pages.refetch} />
      ) : pages.total === undefined ? (
        <LoadingState />
      ) : pages.total === 0 ? (
        <EmptyState
          title={showing === 'lately' ? 'Nothing is owed' : 'Nothing done yet'}
          drawing="list"
        >
          {given.whose
            ? 'What is given to somebody else is not shown here.'
            : showing === 'lately'
              ? 'When you promise something in a conversation and name the day, it waits for you here.'
              : 'What you finish is kept here, so that you can look it up.'}
        </EmptyState>
      ) : (
        <ListOfRows
          label="Follow-ups"
          handle={list}
          pages={pages}
          keyOf={(row) => row.id}
          onOpen={setEditing}
          rowHeight={72}
          headingOf={(row, index) => {
            const heading = headingOf(row, index);
            return (
              heading && (
                <p className={classes.group} data-late={heading === 'Overdue' || undefined}>
                  {heading}
                </p>
              )
            );
          }}
          actions={(row) => (
            <RowButtons
              row={row}
              snoozing={snoozing === row.id}
              onSnoozing={(opened) => setSnoozing(opened ? row.id : null)}
              onDone={() => keys.finish(row)}
            />
          )}
        >
          {(row) => <FollowUpRow row={row} />}
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
