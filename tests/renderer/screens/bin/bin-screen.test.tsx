import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import BinScreen from '../../../../renderer/screens/bin/bin-screen.tsx';
import type { BinEntry } from '../../../../shared/contract/contract.ts';
import { show } from '../../app/show.tsx';
import { idOf } from '../people/people.ts';

const rows: BinEntry[] = [
  {
    kind: 'customer',
    id: idOf(1),
    title: 'Rosa Marin',
    of: [],
    merged: false,
    binnedAt: Date.UTC(2026, 2, 1),
    leavesDay: '2026-03-31',
  },
  {
    kind: 'note',
    id: idOf(2),
    title: 'Likes rye',
    of: [{ id: idOf(3), name: 'Otto' }],
    merged: false,
    binnedAt: Date.UTC(2026, 1, 2),
    leavesDay: '2026-03-04',
  },
];

function shown(entries: BinEntry[] = rows) {
  const core = show(<BinScreen />, {
    path: '/people/bin',
    answers: {
      'bin.list': ({ kinds }: { kinds?: string[] }) => {
        const found = entries.filter(({ kind }) => !kinds || kinds.includes(kind));
        return { total: found.length, rows: found };
      },
      'bin.restore': () => ({ step: 's' }),
      'bin.letGo': () => ({ gone: 1 }),
    },
  });
  const inputs = (path: string) =>
    core.calls.filter((call) => call.path === path).map((call) => call.input);
  return { ...core, inputs };
}

test('the bin says what is in it, whose it is and when it leaves, and gives it back', async () => {
  const { inputs } = shown();
  const list = await screen.findByRole('list', { name: 'In the bin' });
  const [rosa, note] = await within(list).findAllByRole('listitem');
  expect(rosa?.textContent).toContain('Rosa MarinPersonleaves in 4 weeks');
  expect(note?.textContent).toContain('Likes ryeNote, Ottoleaves Wednesday');
  fireEvent.click(screen.getByRole('button', { name: 'Put back Likes rye' }));
  await screen.findByText('Likes rye is back');
  expect(inputs('bin.restore')).toEqual([{ entries: [{ kind: 'note', id: idOf(2) }] }]);
});

test('nothing leaves for good unless that is said twice', async () => {
  const { inputs } = shown();
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Choose Rosa Marin' }));
  fireEvent.click(screen.getByRole('button', { name: 'Let go for good …' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('This cannot be undone');
  expect(inputs('bin.letGo')).toEqual([]);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Let go for good' }));
  await waitFor(() =>
    expect(inputs('bin.letGo')).toEqual([{ entries: [{ kind: 'customer', id: idOf(1) }] }]),
  );
});

test('an empty bin says so', async () => {
  shown([]);
  await screen.findByRole('heading', { name: 'The bin is empty' });
});
