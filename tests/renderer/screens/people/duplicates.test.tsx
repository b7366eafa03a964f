import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  alsoKnown,
  differences,
  nameAfter,
} from '../../../../renderer/screens/people/duplicates/merge-fields.ts';
import PeopleScreen from '../../../../renderer/screens/people/people-screen.tsx';
import type { Customer, DuplicatePair } from '../../../../shared/contract/contract.ts';
import { show } from '../../app/show.tsx';
import { aCustomer, aRow, idOf, listing } from './people.ts';

const birthday = (month: number, day: number, year: number | null = null): Customer['dates'] => [
  {
    id: idOf(9),
    kind: 'birthday',
    label: '',
    year,
    month,
    day,
    yearly: true,
    noticeDays: 3,
    nextDay: null,
  },
];
const rosa = aCustomer({ howMet: 'At the market', dates: birthday(4, 9) });
const rosie = aCustomer({
  id: idOf(2),
  name: 'Rosie Marchetti',
  givenName: 'Rosie',
  howMet: 'Through the choir',
  company: 'Marchetti & Sons',
  dates: birthday(4, 9, 1961),
  tags: ['trade'],
  circle: 'inner',
});
const pair = (one: Customer, other: Customer): DuplicatePair => ({
  one: {
    id: one.id,
    name: one.name,
    company: '',
    addedDay: '2025-03-02',
    lastSpokeDay: null,
    said: 2,
  },
  other: {
    id: other.id,
    name: other.name,
    company: '',
    addedDay: '2025-03-02',
    lastSpokeDay: null,
    said: 0,
  },
  score: 0.92,
  why: ['The same phone number, 01632 960114', 'One first name may stand for the other'],
});

test('only what differs is chosen; a year that only one knows is no difference', () => {
  expect(differences(rosa, rosie).map(({ field, usual }) => [field, usual])).toEqual([
    ['givenName', 'keep'],
    ['circle', 'keep'],
    ['howMet', 'both'],
  ]);
  const another = aCustomer({ dates: birthday(5, 1) });
  expect(differences(rosa, another).find(({ field }) => field === 'birthday')).toMatchObject({
    keep: '9 April',
    other: '1 May',
    both: 'Keep both',
  });
  const [mine, theirs] = ['a'.repeat(64), 'b'.repeat(64)];
  const shown = aCustomer({ photo: mine });
  expect(differences(shown, aCustomer({ photo: theirs }))).toMatchObject([
    { field: 'photo', usual: 'keep', photos: { keep: mine, other: theirs } },
  ]);
  expect(differences(shown, aCustomer())).toEqual([]);
  expect(alsoKnown(rosie)).toEqual(['#trade']);
});

test('the name that comes of it takes what only the other has', () => {
  expect(nameAfter(rosa, rosie, { givenName: 'other' })).toBe('Rosie Marchetti');
  expect(nameAfter(aCustomer({ givenName: '', familyName: '' }), rosie, {})).toBe(
    'Rosie Marchetti',
  );
});

test('people who may be here twice are compared one after the other', async () => {
  const nkem = aCustomer({ id: idOf(3), name: 'Nkem Adeyemi', givenName: 'Nkem' });
  const { calls } = show(<PeopleScreen />, {
    path: '/people?twice=1',
    answers: {
      'people.list': listing([aRow()]),
      'people.tags': () => [],
      'people.duplicates': () => ({
        people: 2,
        total: 2,
        pairs: [pair(rosa, rosie), pair(rosa, nkem)],
      }),
      'people.get': ({ id }: { id: string }) => [rosa, rosie, nkem].find((one) => one.id === id),
      'people.merge': () => ({ step: 'merged' }),
      'people.notTheSame': () => ({ step: 'parted' }),
    },
  });
  await screen.findByText('2 people may be here twice.');
  await screen.findByText(/The same phone number, 01632 960114/);
  fireEvent.click(await screen.findByRole('radio', { name: 'Rosie' }));
  fireEvent.click(screen.getByRole('button', { name: /They are the same/ }));
  await screen.findByText('Rosie Marchetti is one person now');
  fireEvent.click(await screen.findByRole('button', { name: 'Not the same' }));
  await screen.findByText('Remembered: two people');
  await screen.findByText('That is everybody for now');
  const of = (path: string) => calls.find((call) => call.path === path)?.input;
  await waitFor(() => expect(of('people.notTheSame')).toEqual({ one: idOf(1), other: idOf(3) }));
  expect(of('people.merge')).toEqual({
    keep: idOf(1),
    other: idOf(2),
    fields: { givenName: 'other', circle: 'keep', howMet: 'both' },
  });
  expect(window.location.search).toBe('');
});
