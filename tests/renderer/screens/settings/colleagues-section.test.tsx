import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ColleaguesSection } from '../../../../renderer/screens/settings/colleagues-section.tsx';
import { show } from '../../app/show.tsx';
import { idOf } from '../people/people.ts';

test('a colleague is given a person a day of their own with one switch', async () => {
  const { calls } = show(<ColleaguesSection />, {
    path: '/settings',
    answers: {
      'counter.get': () => ({
        colleagues: [{ id: idOf(1), name: 'Mia', ownDay: false }],
        present: null,
      }),
      'counter.change': () => ({ step: 's' }),
    },
  });
  const wish = await screen.findByRole('switch', { name: 'A person a day of their own for Mia' });
  fireEvent.click(wish);
  await screen.findByText('Saved');
  await waitFor(() =>
    expect(calls.filter(({ path }) => path === 'counter.change').map(({ input }) => input)).toEqual(
      [{ id: idOf(1), ownDay: true }],
    ),
  );
});
