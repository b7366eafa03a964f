import type { RefObject } from 'react';
import type { MentionState, MentionRow as Row } from '../../../shared/contract/contract.ts';
import { useShortcut } from '../../app/keyboard.ts';
import type { ListHandle } from '../../parts/list-of-rows.tsx';
import type { Pages } from '../../parts/pages.ts';
import { tones } from './states.ts';
import type { Chosen } from './use-chosen.ts';
import type { Place } from './use-place.ts';
import type { Triage } from './use-triage.ts';

/** What becomes of the focus: the voice leaves the list, or it stays and the focus moves, or not. */
type Going = 'leaves' | 'moves' | 'stays';

interface TriageKeys {
  list: RefObject<ListHandle<Row> | null>;
  reading: RefObject<HTMLElement | null>;
  pages: Pages<Row>;
  chosen: Chosen;
  triage: Triage;
  place: Place;
}

/**
 * One key an action, wherever the focus is on the screen: for those that are ticked, else for the
 * voice that is read or has the focus in the list. Then it goes on to the next. Gives what goes on
 * from the voice that is read.
 */
export function useTriageKeys(parts: TriageKeys): { onwards: () => void } {
  const { list, reading, pages, chosen, triage, place } = parts;
  const { open, put } = place;

  /** The voice meant, while none are ticked. */
  const present = (): { row: Row; isRead: boolean; index: number } | undefined => {
    const isRead = open !== undefined && !isInList();
    const read = isRead ? placeOf(pages, open) : -1;
    const row = read >= 0 ? pages.rowAt(read) : list.current?.row();
    if (!row) return undefined;
    let index = read >= 0 ? read : placeOf(pages, row.id);
    // The list may not have been drawn anew since the last key.
    while (triage.isLeaving(pages.rowAt(index)?.id ?? '')) index += 1;
    const meant = pages.rowAt(index);
    return meant && { row: meant, isRead: read >= 0, index };
  };

  /** From the voice that is read to the one after it, or the list when it was the last. */
  const onwards = () => {
    const index = open === undefined ? -1 : placeOf(pages, open);
    const following = pages.rowAt(index + 1) ?? (index > 0 ? pages.rowAt(index - 1) : undefined);
    put({ mention: following?.id }, true);
    if (following) reading.current?.focus();
    else focusSoon();
  };

  /** Does it with all that are meant, and goes on to the next voice. */
  const withThem = (work: (voices: readonly Row[]) => Promise<void>, goesOn: Going) => () => {
    if (chosen.all.length > 0) {
      const voices = chosen.all;
      chosen.none();
      void work(voices).then(focusSoon);
      return;
    }
    const meant = present();
    if (!meant) return;
    void work([meant.row]);
    if (goesOn === 'stays') return;
    if (meant.isRead) onwards();
    else if (goesOn === 'moves') list.current?.go(1);
    else focusSoon();
  };

  const go = (by: number) => () => {
    const meant = present();
    // From elsewhere one comes to the list first.
    if (!meant?.isRead) return list.current?.go(isInList() ? by : 0);
    const other = pages.rowAt(meant.index + by);
    if (other) put({ mention: other.id }, true);
  };
  const choose = (by: number) => () => {
    const row = list.current?.row();
    if (!row) return;
    if (by === 0) return chosen.toggle(row);
    chosen.add([row]);
    list.current?.go(by);
    setTimeout(() => {
      const next = list.current?.row();
      if (next) chosen.add([next]);
    }, 0);
  };

  useShortcut({ keys: 'j', label: 'The next voice', run: go(1) });
  useShortcut({ keys: 'k', label: 'The voice before', run: go(-1) });
  useShortcut({ keys: 'x', label: 'Choose it, or not', run: choose(0) });
  useShortcut({ keys: 'shift+j', label: 'Choose it and the next', run: choose(1) });
  useShortcut({ keys: 'shift+k', label: 'Choose it and the one before', run: choose(-1) });
  const key = (
    keys: string,
    label: string,
    work: (voices: readonly Row[]) => Promise<void>,
    goesOn: Going = 'stays',
  ) => ({ keys, label, run: withThem(work, goesOn) });
  const marking = (keys: string, label: string, state: MentionState) =>
    key(
      keys,
      label,
      (them) => triage.mark(them, state),
      triage.leavesAs(state) ? 'leaves' : 'moves',
    );
  useShortcut(marking('a', 'Answered', 'answered'));
  useShortcut(marking('n', 'Noted', 'noted'));
  useShortcut(marking('l', 'Let go', 'let-go'));
  useShortcut(marking('u', 'New again', 'new'));
  const sleeps = place.filter === 'new' ? 'leaves' : 'moves';
  useShortcut(key('z', 'Put off until tomorrow', (them) => triage.snooze(them), sleeps));
  useShortcut(key('s', 'Star, or take the star off', (them) => triage.star(them)));
  const [complaint, question, praise, plain] = tones.map(({ key: digit, words, tone }) =>
    key(digit, `It is meant as: ${words.toLowerCase()}`, (them) => triage.tone(them, tone)),
  );
  useShortcut(complaint ?? never);
  useShortcut(question ?? never);
  useShortcut(praise ?? never);
  useShortcut(plain ?? never);
  useShortcut({
    ...key('m', 'Make one conversation of the chosen', (them) => triage.join(them)),
    while: chosen.all.length > 1,
  });
  useShortcut({
    keys: 'o',
    label: 'Open the page where it was said',
    run: () => triage.openPage(present()?.row.address ?? ''),
  });
  useShortcut({
    keys: 'c',
    label: 'Make a customer of the author',
    run: () => {
      const row = present()?.row;
      if (row) void triage.makeCustomer(row);
    },
  });
  return { onwards };
}

const never = { keys: '', label: '', run: () => undefined, while: false };

function placeOf(pages: Pages<Row>, id: string): number {
  for (let index = 0; index < (pages.total ?? 0); index += 1) {
    if (pages.rowAt(index)?.id === id) return index;
  }
  return -1;
}

const isInList = () => document.activeElement?.closest('[aria-label="Voices"]') != null;

/** Once the list is drawn anew: to its row when the focus was lost, to the heading when it is empty. */
function focusSoon(): void {
  setTimeout(() => {
    if (document.activeElement && document.activeElement !== document.body) return;
    const row = document.querySelector<HTMLElement>(
      '[aria-label="Voices"] [data-row][tabindex="0"]',
    );
    (row ?? document.querySelector<HTMLElement>('h1'))?.focus();
  }, 30);
}
