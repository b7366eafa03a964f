import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ConflictHit, Matter } from '../../../../shared/contract/contract.ts';
import { usualSettings } from '../../app/show.tsx';
import { idOf } from '../people/people.ts';
import { showPerson } from './person.tsx';

const lease: Matter = {
  id: idOf(50),
  customer: { id: idOf(1), name: 'Rosa Marchetti', binned: false },
  name: 'Lease of the corner shop',
  state: 'waiting',
  openedDay: '2026-02-01',
  closedDay: null,
  note: '',
  parties: [{ id: idOf(51), side: 'other', name: 'Northgate Estates', otherId: null, role: '' }],
  notes: [{ id: idOf(52), body: 'Asked for the survey', writtenAt: Date.UTC(2026, 1, 20) }],
};

const hit: ConflictHit = {
  name: 'Acme',
  as: 'Business',
  why: 'The same name',
  likeness: 'same',
  customer: { id: idOf(9), name: 'Otto Marin', binned: false },
  ties: ['Client in “Estate”, open'],
};

const attorney = {
  'settings.get': () => ({ ...usualSettings, profession: 'attorney' }),
  'matters.list': () => ({
    own: [lease],
    namedIn: [
      {
        id: idOf(60),
        name: 'Fence',
        state: 'open',
        side: 'other',
        customer: { id: idOf(9), name: 'Otto Marin', binned: false },
      },
    ],
  }),
  'matters.lookUp': ({ name }: { name: string }) => ({
    hits: name === 'Acme' ? [hit] : [],
    more: 0,
  }),
};

test('matters are there only for an attorney', async () => {
  showPerson();
  await screen.findByRole('heading', { name: 'Promised' });
  expect(screen.queryByRole('heading', { name: 'Matters' })).toBeNull();
});

test('a client shows their matters, and those of others in which they are named', async () => {
  showPerson({ answers: attorney });
  const matters = await screen.findByRole('region', { name: 'Matters' });
  await within(matters).findByText(/against Northgate Estates/);
  expect(matters.textContent).toContain('Lease of the corner shop waiting');
  expect(matters.textContent).toContain('Other side in Fence open, of Otto Marin');
});

test('a new matter is written in one go, and who is known here is remarked on at once', async () => {
  const { inputs } = showPerson({
    answers: { ...attorney, 'matters.add': () => ({ id: idOf(70), step: 's' }) },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Add a matter' }));
  const dialog = await screen.findByRole('dialog');
  const write = (label: string, value: string) =>
    fireEvent.change(within(dialog).getByLabelText(label), { target: { value } });
  write('What it is about', 'Sale of the mill');
  write('Name', 'Acme');
  write('As', 'buyer');
  await waitFor(() =>
    expect(within(dialog).getByRole('status').textContent).toBe(
      'Known here: Acme, business of Otto Marin. Client in “Estate”, open.',
    ),
  );
  fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(inputs('matters.add')).toEqual([
      {
        customerId: idOf(1),
        matter: {
          name: 'Sale of the mill',
          state: 'open',
          openedDay: '2026-03-02',
          closedDay: null,
          note: '',
          parties: [{ side: 'other', name: 'Acme', otherId: null, role: 'buyer' }],
        },
      },
    ]),
  );
});

test('closing a matter proposes today, and a look-up is kept on it', async () => {
  const { inputs } = showPerson({
    answers: {
      ...attorney,
      'matters.change': () => ({ step: 's' }),
      'matters.keepLookUp': () => ({ id: idOf(71), step: 's' }),
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Lease of the corner shop' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('Asked for the survey');
  fireEvent.change(within(dialog).getByLabelText('A note, or a name to check'), {
    target: { value: 'Acme' },
  });
  await within(dialog).findByRole('heading', { name: 'The same name' });
  fireEvent.click(within(dialog).getByRole('button', { name: /Check it for conflicts/ }));
  await waitFor(() =>
    expect(inputs('matters.keepLookUp')).toEqual([{ id: lease.id, name: 'Acme' }]),
  );
  fireEvent.change(within(dialog).getByLabelText('How it stands'), { target: { value: 'closed' } });
  expect((within(dialog).getByLabelText('Closed') as HTMLInputElement).value).toBe('2026-03-02');
  fireEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(inputs('matters.change')).toMatchObject([
      { id: lease.id, changes: { state: 'closed', closedDay: '2026-03-02' } },
    ]),
  );
});
