import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  everyone,
  narrows,
  type PeopleFilter,
  readFilter,
  sortNames,
  writeFilter,
} from '../../../../renderer/screens/people/filter.ts';

const filters = fc.record({
  words: fc.string(),
  circle: fc.constantFrom('inner', 'regular', 'wider', 'none', undefined),
  tag: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
  sentBy: fc.option(fc.uuid(), { nil: undefined }),
  overdue: fc.boolean(),
  sort: fc.constantFrom(...(Object.keys(sortNames) as PeopleFilter['sort'][])),
}) as fc.Arbitrary<PeopleFilter>;

test('every filter comes back out of its address as it went in', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const address = writeFilter(filter).toString();
      expect(readFilter(new URLSearchParams(address))).toEqual(filter);
    }),
  );
});

test('everybody by name needs no address', () => {
  expect(writeFilter(everyone).toString()).toBe('');
  expect(narrows(everyone)).toBe(false);
});

test('an address that makes no sense leaves nobody out', () => {
  const read = readFilter(new URLSearchParams('circle=moon&sort=wealth&tag=&sent-by=moon'));
  expect(read).toEqual(everyone);
});

test('an order leaves nobody out, each narrowing does', () => {
  expect(narrows({ ...everyone, sort: 'stretch' })).toBe(false);
  for (const narrowing of [
    { words: 'ro' },
    { circle: 'inner' as const },
    { tag: 'trade' },
    { sentBy: '018f0000-0000-7000-8000-000000000001' },
    { overdue: true },
  ]) {
    expect(narrows({ ...everyone, ...narrowing })).toBe(true);
  }
});
