import { screen } from '@testing-library/react';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lightsInRow, RowOfLights } from '../../../renderer/parts/row-of-lights.tsx';
import { renderPart } from './parts.tsx';

const lights = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    day: new Date(Date.UTC(2026, 2, 2) - (count - 1 - index) * 86_400_000)
      .toISOString()
      .slice(0, 10),
    lit: index % 2 === 0 && index < count - 1,
  }));

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

test('every day is a light, and the count is heard once in words', () => {
  const { container } = renderPart(
    <RowOfLights days={lights(61)} today="2026-03-02" summary="30 of the last 61 days" />,
  );
  const row = screen.getByRole('img', { name: '30 of the last 61 days' });
  expect(row.children).toHaveLength(61);
  expect(container.querySelectorAll('[data-state="lit"]')).toHaveLength(30);
  expect(container.querySelectorAll('[data-state="waiting"]')).toHaveLength(1);
  expect(screen.getByText('30 of the last 61 days').getAttribute('aria-hidden')).toBe('true');
});

test('a year is a row a month, each day in its own place', () => {
  const { container } = renderPart(
    <RowOfLights days={lights(365)} today="2026-03-02" summary="183 of the last 365 days" />,
  );
  expect(container.querySelectorAll('[data-state]')).toHaveLength(365);
  const second = container.querySelector('[title^="Monday 2 March"]')?.parentElement;
  expect(second?.style.gridColumn).toBe('2');
});
