import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitWindow } from '../../main/desktop/fit-window.ts';

const left = { x: -1920, y: -200, width: 1920, height: 1080 };
const right = { x: 0, y: 0, width: 1440, height: 860 };

test('a window stays where it was when all of it is on a screen', () => {
  const window = { x: -1500, y: 100, width: 900, height: 700 };
  expect(fitWindow(window, [right, left])).toEqual(window);
});

test('a window between two screens moves onto the one that had most of it', () => {
  const window = { x: -700, y: 100, width: 900, height: 700 };
  expect(fitWindow(window, [right, left])).toEqual({ ...window, x: -900 });
});

test('a window larger than its screen is made smaller', () => {
  const window = { x: 40, y: 30, width: 2560, height: 1400 };
  expect(fitWindow(window, [right])).toEqual(right);
});

test('a window whose screen is gone has no place', () => {
  const window = { x: -1500, y: 100, width: 900, height: 700 };
  expect(fitWindow(window, [right])).toBeUndefined();
});

test('no window ever opens off-screen, whatever screens there are', () => {
  const place = fc.integer({ min: -4000, max: 4000 });
  const length = fc.integer({ min: 320, max: 4000 });
  const rectangle = fc.record({ x: place, y: place, width: length, height: length });
  fc.assert(
    fc.property(rectangle, fc.array(rectangle, { maxLength: 4 }), (window, screens) => {
      const fitted = fitWindow(window, screens);
      if (!fitted) return;
      const holds = screens.some(
        ({ x, y, width, height }) =>
          fitted.x >= x &&
          fitted.y >= y &&
          fitted.x + fitted.width <= x + width &&
          fitted.y + fitted.height <= y + height,
      );
      expect(holds).toBe(true);
      // Fitting again changes nothing.
      expect(fitWindow(fitted, screens)).toEqual(fitted);
    }),
  );
});
