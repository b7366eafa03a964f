import type { RefObject } from 'react';
import type { FollowUp } from '../../../shared/contract/contract.ts';
import { useShortcut } from '../../app/keyboard.ts';
import { useFollowUps } from '../../parts/follow-ups/use-follow-ups.ts';
import type { ListHandle } from '../../parts/list-of-rows.tsx';
import type { Pages } from '../../parts/pages.ts';

interface FollowUpKeys {
  list: RefObject<ListHandle<FollowUp> | null>;
  pages: Pages<FollowUp>;
  onEdit: (row: FollowUp) => void;
  /** Opens the menu of moments of that row. */
  onSnooze: (id: string) => void;
}

/**
 * One key an action, wherever the focus is on the screen, for the row that has it in the list. A
 * row that is done leaves its place, so the focus goes on to the next that is open.
 */
export function useFollowUpKeys({ list, pages, onEdit, onSnooze }: FollowUpKeys) {
  const { finish, reopen, bin } = useFollowUps();

  const go = (by: number) => () => list.current?.go(isInList() ? by : 0);
  const withOpen = (work: (row: FollowUp) => void) => () => {
    const row = list.current?.row();
    if (row?.state === 'open') work(row);
  };
  /** From a row that leaves its place to the open one after it, or before it. */
  const goOn = (row: FollowUp) => {
    if (!isInList() || list.current?.row()?.id !== row.id) return;
    const index = placeOf(pages, row.id);
    const isOpen = (by: number) => pages.rowAt(index + by)?.state === 'open';
    if (isOpen(1)) list.current.go(1);
    else if (isOpen(-1)) list.current.go(-1);
  };
  const done = (row: FollowUp) => {
    goOn(row);
    void finish(row);
  };

  useShortcut({ keys: 'j', label: 'The next follow-up', run: go(1) });
  useShortcut({ keys: 'k', label: 'The follow-up before', run: go(-1) });
  useShortcut({ keys: 'd', label: 'Done', run: withOpen(done) });
  useShortcut({ keys: 's', label: 'Put it off', run: withOpen((row) => onSnooze(row.id)) });
  useShortcut({ keys: 'e', label: 'Change it', run: withOpen(onEdit) });
  useShortcut({
    keys: 'u',
    label: 'Open it again',
    run: () => {
      const row = list.current?.row();
      if (row?.state === 'done') void reopen(row);
    },
  });
  useShortcut({
    keys: 'delete',
    label: 'Remove it',
    run: withOpen((row) => {
      goOn(row);
      void bin(row);
    }),
  });
  return { finish: done };
}

function placeOf(pages: Pages<FollowUp>, id: string): number {
  for (let index = 0; index < (pages.total ?? 0); index += 1) {
    if (pages.rowAt(index)?.id === id) return index;
  }
  return -1;
}

const isInList = () => document.activeElement?.closest('[aria-label="Follow-ups"]') != null;
