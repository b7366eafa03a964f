import { fireEvent, screen } from '@testing-library/react';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { Street } from '../../../renderer/parts/street.tsx';
import {
  housesThatFit,
  planStreet,
  type StreetHouse,
} from '../../../renderer/parts/street-plan.ts';
import { warmthInWords } from '../../../renderer/parts/warmth-words.ts';
import { renderPart } from './parts.tsx';

const house = (id: string, more: Partial<StreetHouse> = {}): StreetHouse => ({
  id,
  name: `Person ${id}`,
  warmth: 0.5,
  ...more,
});

const someHouses = fc.uniqueArray(fc.uuid(), { maxLength: 90 }).chain((ids) =>
  fc
    .record({
      today: fc.nat({ max: Math.max(0, ids.length - 1) }),
      hill: fc.array(fc.boolean(), { minLength: ids.length, maxLength: ids.length }),
      warmth: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ today, hill, warmth }) =>
      ids.map((id, index) =>
        house(id, { warmth, isToday: index === today, lane: hill[index] ? 1 : 0 }),
      ),
    ),
);
const widths = fc.integer({ min: 320, max: 3000 });

test('every house that is drawn stands whole within the street and clear of its neighbour', () => {
  fc.assert(
    fc.property(someHouses, widths, (houses, width) => {
      const { front, back } = planStreet(houses, width);
      for (const plot of [...front, ...back]) {
        expect(plot.x).toBeGreaterThanOrEqual(0);
        expect(plot.x + plot.width).toBeLessThanOrEqual(width);
      }
      front.forEach((plot, index) => {
        const before = front[index - 1];
        if (before) expect(plot.x).toBeGreaterThanOrEqual(before.x + before.width + 12);
      });
    }),
  );
});

test('today’s house is always on the street, with room for its lamp', () => {
  fc.assert(
    fc.property(someHouses, widths, (houses, width) => {
      const { front } = planStreet(houses, width);
      const at = front.findIndex(({ house }) => house.isToday);
      expect(at >= 0).toBe(houses.some(({ isToday }) => isToday));
      const [today, next] = [front[at], front[at + 1]];
      if (today && next) expect(next.x - today.x - today.width).toBeGreaterThanOrEqual(26);
    }),
  );
});

test('the same houses give the same street, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 8 }), (ids) => {
      const houses = ids.map((id) => house(id));
      expect(planStreet(houses.toReversed(), 1600).front).toEqual(planStreet(houses, 1600).front);
    }),
  );
});

test('a wider street has room for more', () => {
  expect(housesThatFit(1084)).toBeGreaterThan(housesThatFit(800));
  expect(housesThatFit(100)).toBe(1);
});

test('each house is a link to its person, heard with what its windows say', () => {
  renderPart(
    <Street
      houses={[
        house('a', { warmth: 0.9 }),
        house('b', { warmth: 0 }),
        house('c', { isToday: true }),
      ]}
    />,
  );
  const list = screen.getByRole('list', { name: 'Your street' });
  expect(list.querySelectorAll('li')).toHaveLength(3);
  const spoken = screen.getByRole('link', { name: /Person a ?, you spoke lately/ });
  expect(spoken.getAttribute('href')).toBe('/people/a');
  expect(screen.getByRole('link', { name: /Person b ?, dark/ })).toBeTruthy();
  expect(screen.getByRole('link', { name: /Person c ?, the lamp is lit/ })).toBeTruthy();
});

test('one Tab comes to today’s door, and arrows walk along the street', () => {
  renderPart(<Street houses={[house('a'), house('b', { isToday: true }), house('c')]} />);
  const doors = screen.getAllByRole('link');
  const reachable = doors.filter(({ tabIndex }) => tabIndex === 0);
  expect(reachable.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Person b'),
  ]);
  reachable[0]?.focus();
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Home' });
  expect(document.activeElement).toBe(doors[0]);
  fireEvent.keyDown(doors[0] ?? document.body, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(doors[1]);
  fireEvent.keyDown(doors[1] ?? document.body, { key: 'End' });
  expect(document.activeElement).toBe(doors.at(-1));
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowRight' });
  expect(document.activeElement).toBe(doors.at(-1));
});

test('a caller may open a house in its own way', () => {
  const open = vi.fn();
  renderPart(<Street houses={[house('a')]} onOpen={open} />);
  fireEvent.click(screen.getByRole('button'));
  expect(open).toHaveBeenCalledWith('a');
});

test('an empty street is drawn all the same', () => {
  const { container } = renderPart(<Street houses={[]}>Monday</Street>);
  expect(container.querySelector('svg')).toBeTruthy();
  expect(screen.getByText('Monday')).toBeTruthy();
});

test('windows are told in words from lately to long ago', () => {
  const words = [1, 0.5, 0.1, 0].map((warmth) => warmthInWords(house('a', { warmth })));
  expect(new Set(words).size).toBe(4);
});
