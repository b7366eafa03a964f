import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import FollowUpsScreen from '../../../../renderer/screens/follow-ups/follow-ups-screen.tsx';
import type { FollowUp } from '../../../../shared/contract/contract.ts';
import { show } from '../../app/show.tsx';
import { followUp, idOf } from './follow-ups.ts';

const step = { step: idOf(999) };
const marta = { id: idOf(500), name: 'Marta Oss' };
const ada = { id: idOf(601), name: 'Ada' };
const ben = { id: idOf(602), name: 'Ben' };

/** The screen over a list that the core keeps; what is done goes to its end. */
function open(rows: FollowUp[], colleagues: (typeof ada)[] = []) {
  let kept = rows;
  const shown = show(<FollowUpsScreen />, {
    path: '/follow-ups',
    answers: {
      'counter.get': () => ({ colleagues, present: colleagues[0]?.id ?? null }),
      'followUps.list': ({ colleagueId }: { colleagueId?: string }) => {
        const rows = kept.filter(
          ({ givenTo }) => !colleagueId || !givenTo || givenTo.id === colleagueId,
        );
        return { total: rows.length, rows };
      },
      'followUps.done': ({ id }: { id: string }) => {
        const done = kept.find((row) => row.id === id);
        kept = kept.filter((row) => row.id !== id);
        if (done) kept.push({ ...done, state: 'done', doneAt: Date.UTC(2026, 2, 2, 8) });
        setTimeout(() => shown.emit({ type: 'changed', topics: ['follow_up'] }), 0);
        return { ...step, next: null };
      },
      'followUps.snooze': () => step,
    },
  });
  return shown;
}

const rowOf = async (text: string) => {
  const found = (await screen.findByText(text)).closest('li');
  if (!found) throw new Error(`No row of ${text}`);
  return found;
};
const putOff = (calls: { path: string; input: unknown }[]) =>
  calls.findLast(({ path }) => path === 'followUps.snooze')?.input;
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

test('stand in groups, each with its state in a word', async () => {
  open([
    followUp(1, { dueDay: '2026-02-27', daysLate: 3, customer: marta }),
    followUp(2, { dueTime: '15:00' }),
    followUp(3, { snoozedUntil: '2026-03-02', snoozedTime: '17:00' }),
    followUp(4, { dueDay: '2026-03-06', recurrence: { every: 1, unit: 'week', from: 'due' } }),
    followUp(5, { dueDay: '2026-02-20', snoozedUntil: '2026-03-10' }),
    followUp(6, { dueDay: '2026-04-10' }),
    followUp(7, { state: 'done', doneAt: Date.UTC(2026, 2, 1, 9) }),
  ]);
  // The heading of a group stands over its first row, and is no part of its button.
  const words = async (number: number) => {
    const item = await rowOf(`Promise ${number}`);
    const heading = item.querySelector('p')?.textContent ?? '';
    return `${heading}${item.querySelector('[data-row]')?.textContent}`;
  };
  expect(await words(1)).toBe('OverduePromise 1Late3 days ago · Marta Oss');
  expect(await words(2)).toBe('TodayPromise 2Duetoday, 15:00');
  expect(await words(3)).toBe('Promise 3Put offto today, 17:00 (was due today)');
  expect(await words(4)).toBe('This weekPromise 4Waiting↻ every weekFriday');
  expect(await words(5)).toBe('Next weekPromise 5Put offto in 8 days (was due 10 days ago)');
  expect(await words(6)).toBe('LaterPromise 6Waitingin 6 weeks');
  expect(await words(7)).toBe('Done latelyPromise 7Doneyesterday');
});

test('are gone through and done by the keyboard alone', async () => {
  const { calls } = open([followUp(1), followUp(2), followUp(3)]);
  await rowOf('Promise 1');
  press('j');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Promise 1'));
  press('d');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Promise 2'));
  expect(await screen.findByRole('button', { name: 'Undo' })).toBeDefined();
  await screen.findByText('Done lately');
  press('d');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Promise 3'));
  press('e');
  const form = await screen.findByRole('dialog', { name: 'Change this follow-up' });
  expect(within(form).getByLabelText(/What is to be done/)).toHaveProperty('value', 'Promise 3');
  expect(calls.filter(({ path }) => path === 'followUps.done').map(({ input }) => input)).toEqual([
    { id: idOf(1) },
    { id: idOf(2) },
  ]);
});

test('one is put off from its menu, for an hour', async () => {
  const { calls } = open([followUp(1)]);
  await rowOf('Promise 1');
  press('s');
  fireEvent.click(await screen.findByRole('menuitem', { name: /In an hour/ }));
  await waitFor(() =>
    expect(putOff(calls)).toEqual({ id: idOf(1), until: '2026-03-02', time: '09:00' }),
  );
});

test('one is put off to any other day', async () => {
  const { calls } = open([followUp(1)]);
  await rowOf('Promise 1');
  press('s');
  fireEvent.click(await screen.findByRole('menuitem', { name: /Another day/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Put it off until' });
  fireEvent.change(within(dialog).getByLabelText(/Day/), { target: { value: '2026-03-20' } });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Put it off' }));
  await waitFor(() =>
    expect(putOff(calls)).toEqual({ id: idOf(1), until: '2026-03-20', time: null }),
  );
});

test('are looked at for oneself or a colleague, open or done, by those who are several', async () => {
  open([followUp(1, { givenTo: ada }), followUp(2, { givenTo: ben }), followUp(3)], [ada, ben]);
  await rowOf('Promise 2');
  const whose = await screen.findByRole('combobox', { name: 'Whose' });
  const names = within(whose).getAllByRole('option');
  expect(names.map(({ textContent }) => textContent)).toEqual([
    'Everybody’s',
    'Mine or anybody’s',
    'Ben’s or anybody’s',
  ]);
  fireEvent.change(whose, { target: { value: ada.id } });
  await waitFor(() => expect(screen.queryByText('Promise 2')).toBeNull());
  await rowOf('Promise 1');
  await rowOf('Promise 3');
  fireEvent.click(screen.getByRole('radio', { name: 'Done' }));
  await rowOf('Promise 1');
  expect(screen.queryByText('Promise 2')).toBeNull();
  fireEvent.change(whose, { target: { value: '' } });
  await rowOf('Promise 2');
});

test('ask nobody whose they are where one works alone', async () => {
  open([followUp(1)], [ada]);
  await rowOf('Promise 1');
  expect(screen.queryByRole('combobox', { name: 'Whose' })).toBeNull();
});
