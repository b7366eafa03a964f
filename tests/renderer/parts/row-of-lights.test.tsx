import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DayLight } from '../../../renderer/parts/day-lights.tsx';
import { lightsInRow, RowOfLights, YearOfLights } from '../../../renderer/parts/row-of-lights.tsx';
import { renderPart } from './parts.tsx';

const dayBefore = (days: number) =>
  new Date(Date.UTC(2026, 2, 2) - days * 86_400_000).toISOString().slice(0, 10);

/** Every other day lit by Rosa, the first of all by two, today still dark. */
const lights = (count: number): DayLight[] =>
  Array.from({ length: count }, (_, index) => {
    const lit = index % 2 === 0 && index < count - 1;
    const people = lit ? [{ id: `rosa${index}`, name: 'Rosa' }] : [];
    if (index === 0) people.push({ id: 'li', name: '李小龍' });
    return { day: dayBefore(count - 1 - index), lit, people };
  });

const row = (count = 61) =>
  renderPart(
    <RowOfLights days={lights(count)} today="2026-03-02" summary="30 of the last 61 days" />,
  );
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

test('no light is ever cut off: each row fits, and the rows hold them all', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 70 }),
      fc.integer({ min: 60, max: 2000 }),
      (count, width) => {
        const perRow = lightsInRow(count, width);
        expect(perRow * 7.5).toBeLessThanOrEqual(width);
        const rows = Math.ceil(count / perRow);
        expect(rows * perRow).toBeGreaterThanOrEqual(count);
        // No row stands nearly empty below a full one.
        expect(rows * perRow - count).toBeLessThan(rows);
      },
    ),
  );
});

test('every day is a light; those that are lit are heard, a missed one is not spoken of', () => {
  const { container } = row();
  expect(container.querySelectorAll('[data-state]')).toHaveLength(61);
  expect(container.querySelectorAll('[data-state="waiting"]')).toHaveLength(1);
  const list = screen.getByRole('list', { name: 'Days with a step: 30 of the last 61 days' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(30);
  expect(screen.getByText('30 of the last 61 days')).toBeTruthy();
});

test('pointing at a light tells the day and who it was; at a dark one the day alone', () => {
  const { container } = row();
  const at = (back: number) => container.querySelector(`[data-day="${dayBefore(back)}"]`);
  fireEvent.pointerOver(at(2) ?? container);
  expect(screen.getByText('Saturday 28 February')).toBeTruthy();
  expect(screen.getByText('Rosa')).toBeTruthy();
  fireEvent.pointerOver(at(1) ?? container);
  expect(screen.getByText('Sunday 1 March')).toBeTruthy();
  expect(screen.queryByText('Rosa')).toBeNull();
  fireEvent.pointerOver(at(0) ?? container);
  expect(screen.getByText('Today')).toBeTruthy();
});

test('a light opens the person; where there were several, it asks whom', async () => {
  row();
  const saturday = screen.getByRole('link', { name: /^Saturday 28 February: .*Rosa/ });
  expect(saturday.getAttribute('href')).toBe('/people/rosa58');
  const first = screen.getByRole('button', { name: /Rosa.*李小龍/ });
  first.focus();
  fireEvent.click(first);
  const rosa = await screen.findByRole('link', { name: 'Rosa' });
  await waitFor(() => expect(document.activeElement).toBe(rosa));
  expect(screen.getByRole('link', { name: '李小龍' }).getAttribute('href')).toBe('/people/li');
  press('Escape');
  expect(document.activeElement).toBe(first);
  expect(screen.queryByRole('link', { name: 'Rosa' })).toBeNull();
});

test('one Tab comes to the latest light, and arrows walk along those that are lit', () => {
  const { container } = row();
  const reachable = [...container.querySelectorAll<HTMLElement>('[data-day]')].filter(
    ({ tabIndex }) => tabIndex === 0,
  );
  expect(reachable.map(({ dataset }) => dataset.day)).toEqual(['2026-02-28']);
  const here = () => (document.activeElement as HTMLElement).dataset.day;
  reachable[0]?.focus();
  press('ArrowLeft');
  expect(here()).toBe('2026-02-26');
  press('ArrowRight');
  press('ArrowRight');
  expect(here()).toBe('2026-02-28');
  press('ArrowUp');
  expect(here()).toBe(dayBefore(32));
  press('Home');
  expect(here()).toBe(dayBefore(60));
});

test('a year is a row a month, each day in its own place and each month of its own days', () => {
  const { container } = renderPart(
    <YearOfLights days={lights(336)} today="2026-03-02" summary="168 of the last 336 days" />,
  );
  expect(container.querySelectorAll('[data-state]')).toHaveLength(336);
  const second = container.querySelector('[data-day="2026-03-02"]')?.parentElement;
  expect(second?.style.gridColumn).toBe('2');
  const months = screen.getAllByRole('list').map((list) => list.getAttribute('aria-label'));
  expect(months).toHaveLength(12);
  expect(months.at(-1)).toBe('March 2026: 1 of 2 days');
  expect(months.at(-2)).toBe('February 2026: 14 of 28 days');
  expect(screen.getByText('14 of 28')).toBeTruthy();
});
