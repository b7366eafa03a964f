import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import ConflictsScreen from '../../../../renderer/screens/conflicts/conflicts-screen.tsx';
import type { ConflictHit } from '../../../../shared/contract/contract.ts';
import { show } from '../../app/show.tsx';
import { idOf } from '../people/people.ts';

const hits: ConflictHit[] = [
  {
    name: 'Rosa Bianchi',
    as: 'Name before she married',
    why: 'The same name',
    likeness: 'same',
    customer: { id: idOf(1), name: 'Rosa Marin', binned: true },
    ties: ['Client in “Lease”, open'],
  },
  {
    name: 'Bruno Bianchi',
    as: 'Brother',
    why: 'The same last name',
    likeness: 'part',
    customer: { id: idOf(1), name: 'Rosa Marin', binned: false },
    ties: [],
  },
];

test('a name is looked up as it is typed, and each hit says what it is and why', async () => {
  const { calls } = show(<ConflictsScreen />, {
    path: '/people/conflicts?name=Rosa+Bianchi',
    answers: {
      'matters.lookUp': () => ({ hits, more: 2 }),
      'people.list': () => ({ total: 0, rows: [] }),
    },
  });
  await screen.findByText('Found in 4 places.');
  const [same, part] = screen
    .getAllByRole('listitem')
    .filter((item) => item.querySelector('a[href^="/people/"]'));
  expect(screen.getByRole('heading', { name: 'The same name' })).toBeDefined();
  expect(same?.textContent).toContain('Rosa Bianchi Name before she married of Rosa Marin');
  expect(same?.textContent).toContain('In the bin.');
  expect(same?.textContent).toContain('Client in “Lease”, open');
  expect(part?.textContent).toContain('The same last name');
  expect(screen.getByText(/and 2 more/)).toBeDefined();
  expect(calls.filter(({ path }) => path === 'matters.lookUp')).toHaveLength(1);
});

test('nobody by that name is said, and can be kept on a matter too', async () => {
  const { calls } = show(<ConflictsScreen />, {
    path: '/people/conflicts',
    answers: {
      'matters.lookUp': () => ({ hits: [], more: 0 }),
      'people.list': () => ({ total: 0, rows: [] }),
    },
  });
  fireEvent.change(await screen.findByLabelText('The name of a person or a business'), {
    target: { value: 'Nobody Atall' },
  });
  await screen.findByText('Nobody here is named like “Nobody Atall”.');
  await waitFor(() =>
    expect(screen.getByRole('heading', { name: 'Keep this on a matter' })).toBeDefined(),
  );
  expect(calls.filter(({ path }) => path === 'matters.lookUp')).toMatchObject([
    { input: { name: 'Nobody Atall' } },
  ]);
});
