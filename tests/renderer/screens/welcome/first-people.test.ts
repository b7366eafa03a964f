import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFirstPeople } from '../../../../renderer/screens/welcome/first-people.ts';

test('a line is a person, and what stands after a comma is known of them', () => {
  expect(
    readFirstPeople(
      'Rosa Marchetti, allergic to nuts, rosa@example.org\n\n  Nkem \nMr Okafor, 0171 555 0142',
    ),
  ).toEqual([
    {
      givenName: 'Rosa',
      familyName: 'Marchetti',
      contacts: [{ kind: 'email', value: 'rosa@example.org' }],
      facts: [{ text: 'allergic to nuts' }],
    },
    { givenName: 'Nkem', familyName: '', contacts: [], facts: [] },
    {
      givenName: 'Mr',
      familyName: 'Okafor',
      contacts: [{ kind: 'phone', value: '0171 555 0142' }],
      facts: [],
    },
  ]);
});

test('names in other scripts and other commas are understood', () => {
  expect(readFirstPeople('田中 花子、抹茶が好き')).toMatchObject([
    { givenName: '田中', familyName: '花子', facts: [{ text: '抹茶が好き' }] },
  ]);
  expect(readFirstPeople('فاطمة، تحب القهوة')).toMatchObject([
    { givenName: 'فاطمة', facts: [{ text: 'تحب القهوة' }] },
  ]);
});

test('whatever is typed, each person has a name and nothing is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      for (const person of readFirstPeople(typed)) {
        expect(`${person.givenName}${person.familyName}`.trim()).not.toBe('');
      }
    }),
  );
});
