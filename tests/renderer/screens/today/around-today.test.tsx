import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AroundToday } from '../../../../renderer/screens/today/around-today.tsx';
import { show } from '../../app/show.tsx';
import { idOf } from '../people/people.ts';

const birthday = (number: number, name: string, more: object) => ({
  ...{ customerId: idOf(number), name, label: '', kind: 'birthday', years: null },
  ...{ wholeMonth: false, ...more },
});

test('wish 15: today’s birthdays stand on the first screen, and those of a month whose day nobody knows', async () => {
  const dates = [
    birthday(1, 'Rosa Bianchi', { day: '2026-03-02', inDays: 0, years: 50 }),
    birthday(2, 'Leo Kamau', { day: '2026-03-01', inDays: 0, wholeMonth: true }),
    birthday(3, 'Ada', { day: '2026-04-01', inDays: 5, wholeMonth: true }),
  ];
  show(<AroundToday />, {
    path: '/today',
    answers: { 'today.around': () => ({ promises: [], voices: [], dates }) },
  });
  const list = await screen.findByRole('region', { name: 'Dates this week' });
  expect([...list.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
    'Rosa Bianchi: birthday (50)today',
    'Leo Kamau: birthdaysometime this month',
    'Ada: birthdaysometime in April',
  ]);
});
