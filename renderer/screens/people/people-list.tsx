import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CustomerRow } from '../../../shared/contract/contract.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ListOfRows } from '../../parts/list-of-rows.tsx';
import type { Pages } from '../../parts/pages.ts';
import { RowTick } from '../../parts/row-tick.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { everyone, type PeopleFilter } from './filter.ts';
import { focusRow } from './filter-bar.tsx';
import classes from './people-list.module.css';
import { PersonRow } from './person-row.tsx';

interface PeopleListProps {
  pages: Pages<CustomerRow>;
  filter: PeopleFilter;
  change: (changes: Partial<PeopleFilter>) => void;
}

/** The people whom the filter leaves, and the bar of what to do with those who are ticked. */
export function PeopleList({ pages, filter, change }: PeopleListProps) {
  const [, navigate] = useLocation();
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());

  useShortcut({ keys: 'j', label: 'Go through the list', run: focusRow });
  useShortcut({ keys: 'k', label: 'Go up the list', run: focusRow });
  useShortcut({
    keys: 'escape',
    label: 'Untick everybody',
    while: chosen.size > 0,
    run: () => setChosen(new Map()),
  });

  const toggle = (row: CustomerRow) => {
    const next = new Map(chosen);
    if (!next.delete(row.id)) next.set(row.id, row.name);
    setChosen(next);
  };

  if (pages.total === 0) return <Nobody filter={filter} change={change} />;
  return (
    <>
      <div className={classes.captions} aria-hidden="true">
        <span>Name</span>
        <span>Circle</span>
        <span>Last spoke</span>
        <span>Next follow-up</span>
      </div>
      <div className={classes.list}>
        <ListOfRows
          label="People"
          pages={pages}
          keyOf={(row) => row.id}
          rowHeight={68}
          hrefOf={(row) => `/people/${row.id}`}
          keys={{ x: toggle, o: (row) => navigate(`/people/${row.id}`) }}
          before={(row) => (
            <RowTick
              label={`Choose ${row.name}`}
              ticked={chosen.has(row.id)}
              onTick={() => toggle(row)}
            />
          )}
        >
          {(row) => <PersonRow row={row} saysSent={filter.sort === 'sent'} />}
        </ListOfRows>
      </div>
      {chosen.size > 0 && <ChosenBar chosen={chosen} onClear={() => setChosen(new Map())} />}
    </>
  );
}

function Nobody({ filter, change }: Omit<PeopleListProps, 'pages'>) {
  const back = (
    <Button variant="default" onClick={() => change({ ...everyone, sort: filter.sort })}>
      Show everybody
    </Button>
  );
  if (filter.words) {
    return (
      <EmptyState title="Nobody by those words" drawing="window" action={back}>
        Nothing in anybody’s name, contacts or notes answers to “{filter.words}”
        {filter.circle || filter.tag || filter.sentBy || filter.overdue
          ? ' within this choice'
          : ''}
        .
      </EmptyState>
    );
  }
  if (filter.overdue) {
    return (
      <EmptyState title="Nobody is overdue" drawing="lamp" action={back}>
        You have spoken with everybody here as often as you wanted to.
      </EmptyState>
    );
  }
  if (filter.sentBy) {
    return (
      <EmptyState title="Nobody yet" drawing="window" action={back}>
        Whoever they send to you will be here, once it says so on that person’s page.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nobody here" drawing="window" action={back}>
      Nobody is in this circle with this tag yet.
    </EmptyState>
  );
}
