import { expect, test } from 'vitest';
import { inverseRelation } from '../../shared/kinship.ts';

test.each([
  ['husband', 'spouse'],
  ['Wife', 'spouse'],
  ['son', 'parent'],
  ['mother', 'child'],
  ['sister', 'sibling'],
  ['cousin', 'cousin'],
  ['sails with her on sundays', 'sails with her on sundays'],
  ['', ''],
])('%s seen from the other side is %s', (relation, inverse) => {
  expect(inverseRelation(relation)).toBe(inverse);
});
