import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DoneCard } from '../../../../renderer/screens/today/done-card.tsx';
import { show } from '../../app/show.tsx';
import { idOf } from '../people/people.ts';

test('what was done is named: those who were spoken with, then those who were answered', async () => {
  const people = [
    { customerId: idOf(1), name: 'Derek', how: 'answered' },
    { customerId: idOf(2), name: 'Rosa', how: 'spoke' },
    { customerId: idOf(3), name: 'Jun', how: 'answered' },
  ] as const;
  show(<DoneCard people={people} more={false} />, { path: '/today', answers: {} });
  const said = (await screen.findByText(/That is all a day needs/)).textContent;
  expect(said).toContain('You turned to Rosa, answered Derek and Jun today.');
});
