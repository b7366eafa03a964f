import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Overdue } from '../../../../renderer/screens/today/overdue.tsx';
import { show } from '../../app/show.tsx';
import { aRow, idOf } from '../people/people.ts';

const late = (number: number, silentDays: number) =>
  aRow({ id: idOf(number), name: `Person ${number}`, rhythmDays: 30, silentDays });

test('wish 3: overdue is shown at a glance on the first screen, with the list to sort and filter', async () => {
  const rows = [late(1, 120), late(2, 60), late(3, 38), late(4, 33), late(5, 32)];
  const { calls } = show(<Overdue />, {
    path: '/today',
    answers: { 'people.list': () => ({ total: 5, rows: rows.slice(0, 4) }) },
  });
  const list = await screen.findByRole('region', { name: 'Overdue' });
  expect([...list.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
    'Person 13 months',
    'Person 24 weeks',
    'Person 38 days',
    'Person 43 days',
  ]);
  expect(calls.find(({ path }) => path === 'people.list')?.input).toMatchObject({
    overdue: true,
    sort: 'stretch',
  });
  const all = screen.getByRole('link', { name: 'All 5, to sort and narrow' });
  expect(all.getAttribute('href')).toBe('/people?overdue=1&sort=stretch');
});
