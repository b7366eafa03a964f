import { expect, test } from 'vitest';
import { inverseRelation, relationWords } from '../../shared/kinship.ts';

test.each([
  ['husband', '', 'spouse'],
  ['Wife', 'they/them', 'spouse'],
  ['wife', 'he/him', 'husband'],
  ['son', '', 'parent'],
  ['son', 'she/her', 'mother'],
  ['mother', 'he', 'son'],
  ['sister', '', 'sibling'],
  ['aunt', 'she/they', 'niece'],
  ['cousin', 'she/her', 'cousin'],
  ['sails with her on sundays', '', 'sails with her on sundays'],
  ['', '', ''],
])('%s seen from the other side, of "%s", is %s', (relation, pronouns, inverse) => {
  expect(inverseRelation(relation, pronouns)).toBe(inverse);
});

test('every word that is offered comes back as itself, or as one of its kind', () => {
  for (const word of relationWords) {
    const back = inverseRelation(inverseRelation(word));
    const again = inverseRelation(inverseRelation(back));
    expect(again).toBe(back);
  }
});
