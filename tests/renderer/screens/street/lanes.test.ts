import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { countLights, found, lanesOf, lightOf } from '../../../../renderer/screens/street/lanes.ts';
import { aHouse } from './houses.ts';

const town = fc.array(
  fc.record({
    circle: fc.constantFrom(
      'inner' as const,
      'regular' as const,
      'wider' as const,
      'none' as const,
    ),
    tags: fc.array(fc.constantFrom('music', 'harbour', 'trade'), { maxLength: 2 }),
  }),
  { maxLength: 40 },
);

test('in either order of lanes everybody has one house and no lane is empty', () => {
  fc.assert(
    fc.property(town, fc.constantFrom('circle' as const, 'tag' as const), (given, by) => {
      const houses = given.map((more, index) => aHouse(`h${index}`, more));
      const lanes = lanesOf(houses, by);
      expect(lanes.every((lane) => lane.houses.length > 0)).toBe(true);
      expect(new Set(lanes.map(({ key }) => key)).size).toBe(lanes.length);
      const ids = lanes.flatMap((lane) => lane.houses.map(({ id }) => id));
      expect(ids.toSorted()).toEqual(houses.map(({ id }) => id).toSorted());
    }),
    { numRuns: 60 },
  );
});

test('circles come from the nearest outwards, tags by how many carry them, the untagged last', () => {
  const houses = [
    aHouse('a', { circle: 'wider', tags: ['trade'] }),
    aHouse('b', { circle: 'inner', tags: ['music', 'trade'] }),
    aHouse('c', { circle: 'wider', tags: ['trade'] }),
    aHouse('d', { circle: 'none' }),
  ];
  expect(lanesOf(houses, 'circle').map(({ name }) => name)).toEqual([
    'Inner circle',
    'Wider circle',
    'No rhythm',
  ]);
  const byTag = lanesOf(houses, 'tag').map((lane) => [lane.name, lane.houses.map(({ id }) => id)]);
  expect(byTag).toEqual([
    ['trade', ['a', 'c']],
    ['music', ['b']],
    ['Without a tag', ['d']],
  ]);
});

test('a window is lit, dimming or dark, and all are counted', () => {
  const houses = [1, 0.51, 0.5, 0.01, 0].map((warmth, index) => aHouse(`h${index}`, { warmth }));
  expect(houses.map(lightOf)).toEqual(['lit', 'lit', 'dimming', 'dimming', 'dark']);
  expect(countLights(houses)).toEqual({ lit: 2, dimming: 2, dark: 1 });
});

test('whoever is sought is found by name without its marks, by any tag, and by light', () => {
  const houses = [
    aHouse('zoe', { name: 'Zoë Müller', tags: ['harbour', 'music'], warmth: 0 }),
    aHouse('li', { name: '李小龍', tags: ['music'], warmth: 1 }),
  ];
  const ids = (words: string, light: 'lit' | 'dark' | null = null) => {
    const those = found(houses, { words, light });
    return those && [...those];
  };
  expect(ids('  ')).toBeNull();
  expect(ids('zoe mul')).toEqual(['zoe']);
  expect(ids('李')).toEqual(['li']);
  expect(ids('MUSIC')).toEqual(['zoe', 'li']);
  expect(ids('music', 'dark')).toEqual(['zoe']);
  expect(ids('', 'lit')).toEqual(['li']);
  expect(ids('nobody')).toEqual([]);
});
