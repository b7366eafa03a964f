import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lane } from '../../../../renderer/screens/street/lanes.ts';
import {
  boxOf,
  fittingScale,
  houseAt,
  planLane,
  scales,
} from '../../../../renderer/screens/street/town-plan.ts';
import { type At, houseOf, placeOf, walk } from '../../../../renderer/screens/street/walk.ts';
import { aHouse, houses } from './houses.ts';

const laneOf = (count: number, key = 'inner'): Lane => ({
  key,
  name: key,
  houses: Array.from({ length: count }, (_, index) => aHouse(`${key}${index}`)),
});

const looks = fc.record({
  count: fc.integer({ min: 1, max: 400 }),
  width: fc.integer({ min: 320, max: 2600 }),
  scale: fc.constantFrom(...scales),
});

test('each house stands whole in its own place, and pointing at it finds it again', () => {
  fc.assert(
    fc.property(looks, ({ count, width, scale }) => {
      const plan = planLane(laneOf(count), width, scale);
      for (let index = 0; index < count; index += 1) {
        const { x, foot, width: wide, height } = boxOf(plan, index);
        expect(x).toBeGreaterThanOrEqual(0);
        if (plan.columns > 1) expect(x + wide).toBeLessThanOrEqual(width);
        expect(houseAt(plan, x + wide / 2, foot - height / 2)).toBe(index);
      }
    }),
    { numRuns: 40 },
  );
});

test('the strips hold every house once, in order, and lie on each other without a gap', () => {
  fc.assert(
    fc.property(looks, ({ count, width, scale }) => {
      const { lane, strips } = planLane(laneOf(count), width, scale);
      expect(strips.flatMap((strip) => strip.houses)).toEqual(lane.houses);
      let top = 0;
      for (const strip of strips) {
        expect(strip.top).toBe(top);
        top += strip.height;
      }
    }),
    { numRuns: 40 },
  );
});

test('a town is shown as near as the window allows, a large one never so far that it is a blur', () => {
  expect(fittingScale([laneOf(3)], 1084, 700)).toBe(1.5);
  const some = fittingScale([laneOf(30), laneOf(30, 'wider')], 1084, 700);
  expect(some).toBeGreaterThan(0.5);
  expect(some).toBeLessThan(1.5);
  const lane = (count: number) => ({ ...laneOf(1), houses: houses(count) });
  expect(fittingScale([lane(5_000)], 1084, 700)).toBe(0.16);
  expect(fittingScale([lane(20_000)], 1084, 700)).toBe(0.1);
});

/** A town of three lanes, three to a row. */
const plans = [laneOf(7), laneOf(2, 'regular'), laneOf(4, 'wider')].map((lane) =>
  planLane(lane, 330, 1),
);
const everybody = () => true;
const go = (from: string, key: string, counts: (id: string) => boolean = everybody) => {
  const to = walk(plans, placeOf(plans, from) as At, key, counts);
  return to && houseOf(plans, to)?.id;
};

test('to the right one comes past every house of the town, and to the left back again', () => {
  const all = plans.flatMap(({ lane }) => lane.houses.map(({ id }) => id));
  all.forEach((id, index) => {
    expect(go(id, 'ArrowRight')).toBe(all[index + 1] ?? id);
    expect(go(id, 'ArrowLeft')).toBe(all[index - 1] ?? id);
  });
});

test('up and down lead to the nearest house of the next row, also into the next lane', () => {
  expect(plans[0]?.columns).toBe(3);
  expect(go('inner1', 'ArrowDown')).toBe('inner4');
  expect(go('inner4', 'ArrowDown')).toBe('inner6');
  expect(go('inner6', 'ArrowDown')).toBe('regular0');
  expect(go('wider2', 'ArrowUp')).toBe('regular1');
  expect(go('inner1', 'ArrowUp')).toBe('inner1');
});

test('Home, End and the page keys go by lanes; another key does not walk', () => {
  expect(go('inner4', 'Home')).toBe('inner0');
  expect(go('inner4', 'End')).toBe('inner6');
  expect(go('inner4', 'PageDown')).toBe('regular0');
  expect(go('wider3', 'PageUp')).toBe('regular0');
  expect(go('wider3', 'PageDown')).toBe('wider3');
  expect(go('inner4', 'x')).toBeUndefined();
});

test('of a town that is looked through, only those who are found are walked to', () => {
  const found = new Set(['inner2', 'wider1']);
  const counts = (id: string) => found.has(id);
  expect(go('inner2', 'ArrowRight', counts)).toBe('wider1');
  expect(go('inner2', 'ArrowDown', counts)).toBe('wider1');
  expect(go('wider1', 'ArrowUp', counts)).toBe('inner2');
  expect(go('wider1', 'ArrowRight', counts)).toBe('wider1');
});
