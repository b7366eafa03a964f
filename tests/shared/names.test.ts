import { expect, test } from 'vitest';
import {
  displayName,
  folded,
  hasName,
  type NameParts,
  nameKeys,
  sortName,
  splitName,
} from '../../shared/names.ts';

function named(parts: Partial<NameParts>): NameParts {
  return {
    givenName: '',
    familyName: '',
    nickname: '',
    company: '',
    nameOrder: 'given-first',
    ...parts,
  };
}

test.each<[Partial<NameParts>, string, string]>([
  [{ givenName: 'Rosa', familyName: 'Marín' }, 'Rosa Marín', 'rosa marin'],
  [
    { givenName: 'Ágnes', familyName: 'Kovács', nameOrder: 'family-first' },
    'Kovács Ágnes',
    'kovacs agnes',
  ],
  [{ givenName: '花子', familyName: '山田', nameOrder: 'family-first' }, '山田花子', '山田花子'],
  [{ givenName: '민수', familyName: '김', nameOrder: 'family-first' }, '김민수', '김민수'],
  [{ nickname: 'Rosie', familyName: 'Marin' }, 'Rosie Marin', 'rosie marin'],
  [{ nickname: 'Rosie' }, 'Rosie', 'rosie'],
  [{ familyName: 'Øystein' }, 'Øystein', 'oystein'],
  [{ company: 'Bäckerei Weiß' }, 'Bäckerei Weiß', 'backerei weiss'],
  [{ givenName: 'محمد', familyName: 'الحسن' }, 'محمد الحسن', 'محمد الحسن'],
  [{ givenName: 'İpek', familyName: 'Işık' }, 'İpek Işık', 'ipek isik'],
])('wish also: given-first or family-first: %o is called %s', (parts, display, sort) => {
  expect(displayName(named(parts))).toBe(display);
  expect(sortName(named(parts))).toBe(sort);
});

test('one name suffices, none does not', () => {
  expect(hasName(named({ company: 'Acme' }))).toBe(true);
  expect(hasName(named({ nickname: ' ' }))).toBe(false);
});

test('marks that make another letter stay', () => {
  expect(folded('がぎ')).toBe('がぎ');
  expect(folded('नमस्ते')).toBe('नमस्ते');
  expect(folded('  Čapek   ŁÓDŹ ')).toBe('capek lodz');
});

test('the same two names are the same person in either order', () => {
  const one = nameKeys(named({ givenName: 'Rosa', familyName: 'Marin' }));
  const other = sortName(
    named({ givenName: 'Rosa', familyName: 'Marín', nameOrder: 'family-first' }),
  );
  expect(one).toContain(other);
});

test.each([
  ['Rosa Marin', 'Rosa', 'Marin'],
  ['Marin, Rosa', 'Rosa', 'Marin'],
  ['Jan van den Berg', 'Jan', 'van den Berg'],
  ['Maria del Carmen Ruiz', 'Maria del Carmen', 'Ruiz'],
  ['Rosa', 'Rosa', ''],
  ['山田花子', '山田花子', ''],
  ['van Dyck', 'van', 'Dyck'],
  ['', '', ''],
])('%s is taken apart into %s and %s', (whole, givenName, familyName) => {
  expect(splitName(whole)).toEqual({ givenName, familyName });
});
