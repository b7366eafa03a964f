import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useActions } from '../../app/actions.ts';
import { api, client } from '../../app/client.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { usePages } from '../../parts/pages.ts';
import { useSaveCalendar } from '../../parts/save-calendar.ts';
import { Screen } from '../../parts/screen.tsx';
import { DuplicatesDialog } from './duplicates/duplicates-dialog.tsx';
import { DuplicatesLine } from './duplicates/duplicates-line.tsx';
import { EmptyHouse } from './empty-house.tsx';
import { useExport } from './export-people.ts';
import { narrows, useFilter } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { ImportPeople } from './import/import-people.tsx';
import { MoreMenu } from './more-menu.tsx';
import { NewCustomer } from './new-customer.tsx';
import { PeopleList } from './people-list.tsx';
import { TagsDialog } from './tags-dialog.tsx';

/** Whether something is open; an address with its word (`new=1`, `twice=1`) begins with it. */
function useOpened(word: string) {
  const [place, setPlace] = useSearchParams();
  const [opened, setOpened] = useState(false);
  const wanted = place.has(word);
  useEffect(() => {
    if (!wanted) return;
    setOpened(true);
    // Taken out again, so that coming back or a reload does not ask once more.
    setPlace(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete(word);
        return next;
      },
      { replace: true },
    );
  }, [word, wanted, setPlace]);
  return [opened, setOpened] as const;
}

/** Everybody: found by a few letters, sorted by what is owed, added in seconds. */
export default function PeopleScreen() {
  const [filter, change] = useFilter();
  const [, navigate] = useLocation();
  const [adding, setAdding] = useOpened('new');
  const [comparing, setComparing] = useOpened('twice');
  const [importing, setImporting] = useState(false);
  const [tagging, setTagging] = useState(false);
  const exportPeople = useExport();
  const saveCalendar = useSaveCalendar();

  const { sort, words, circle, tag, sentBy, overdue } = filter;
  const input = { sort, words, circle, tag, sentBy, overdue };
  const pages = usePages(api.people.list.key({ input }), (page) =>
    client.people.list({ ...input, ...page }),
  );
  const settings = useQuery(api.settings.get.queryOptions());
  const counts = useQuery(api.house.counts.queryOptions({ placeholderData: keepPreviousData }));

  const bringIn = () => setImporting(true);
  useShortcut({ keys: 'n', label: 'New customer', run: () => setAdding(true) });
  useActions([
    { id: 'people-add', label: 'New customer', words: 'add person', run: () => setAdding(true) },
    {
      id: 'people-import',
      label: 'Bring people in from a file',
      words: 'import vcard csv contacts',
      run: bringIn,
    },
    {
      id: 'people-export',
      label: 'Export everybody as vCard',
      words: 'contacts save file',
      run: () => void exportPeople('vcard'),
    },
    {
      id: 'people-tags',
      label: 'Rename a tag',
      words: 'tags remove',
      run: () => setTagging(true),
    },
    {
      id: 'people-twice',
      label: 'Who may be here twice?',
      words: 'duplicates merge same people',
      run: () => setComparing(true),
    },
  ]);

  const isEmptyHouse = pages.total === 0 && !narrows(filter) && counts.data?.people === 0;
  return (
    <>
      <Screen
        title="People"
        actions={
          !isEmptyHouse && (
            <>
              <MoreMenu
                onImport={bringIn}
                onExport={(format) => void exportPeople(format)}
                onTags={() => setTagging(true)}
                onCalendar={() => void saveCalendar()}
                onCheck={
                  settings.data?.profession === 'attorney'
                    ? () => navigate('/people/conflicts')
                    : undefined
                }
              />
              <Button onClick={() => setAdding(true)}>New customer</Button>
            </>
          )
        }
      >
        <Loaded query={{ data: pages.total, error: pages.error, refetch: pages.refetch }}>
          {(total) =>
            isEmptyHouse ? (
              <EmptyHouse onAdd={() => setAdding(true)} onImport={bringIn} />
            ) : (
              <>
                <FilterBar filter={filter} change={change} total={total} />
                {!narrows(filter) && <DuplicatesLine onOpen={() => setComparing(true)} />}
                <PeopleList pages={pages} filter={filter} change={change} />
              </>
            )
          }
        </Loaded>
      </Screen>
      <NewCustomer
        opened={adding}
        onClose={() => setAdding(false)}
        onOpen={(id) => navigate(`/people/${id}`)}
      />
      {comparing && <DuplicatesDialog onClose={() => setComparing(false)} />}
      {tagging && <TagsDialog onClose={() => setTagging(false)} />}
      {importing && <ImportPeople file={null} onClose={() => setImporting(false)} />}
    </>
  );
}
