import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { DaysOfSteps } from '../../../../renderer/screens/today/days-of-steps.tsx';
import { show } from '../../app/show.tsx';

const stepsOf = (counted: number, lit: number) => (input: { days: number }) => ({
  days: Array.from({ length: input.days }, (_, index) => {
    const day = new Date(Date.UTC(2026, 2, 2) - (input.days - 1 - index) * 86_400_000);
    return { day: day.toISOString().slice(0, 10), steps: 0, people: [] };
  }),
  lit,
  counted: Math.min(counted, input.days),
});
const shown = (counted: number, lit: number) =>
  show(<DaysOfSteps />, { answers: { 'today.steps': stepsOf(counted, lit) } });

test('the row has the days since the first, and no day before is held against anybody', async () => {
  const { container } = shown(9, 4);
  await screen.findByText('4 of the last 9 days');
  expect(container.querySelectorAll('[data-day]')).toHaveLength(9);
  expect(screen.queryByRole('button', { name: 'the year' })).toBeNull();
});

test('the first day is only a beginning', async () => {
  shown(1, 0);
  expect(await screen.findByText('Your first day')).toBeTruthy();
});

test('the whole year is one click away: twelve months, from the first of the earliest', async () => {
  const { container } = shown(400, 200);
  fireEvent.click(await screen.findByRole('button', { name: 'the year' }));
  await screen.findByText(/200 of the last 336 days/);
  expect(screen.getAllByRole('list', { name: /days$/ })).toHaveLength(12);
  expect(container.querySelector('[data-day]')?.getAttribute('data-day')).toBe('2025-04-01');
  fireEvent.click(screen.getByRole('button', { name: 'two months' }));
  await screen.findByText(/200 of the last 61 days/);
});
