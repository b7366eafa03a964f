import fc from 'fast-check';
import { expect, test } from 'vitest';
import { phoneDigits, phoneKey } from '../../shared/phone-numbers.ts';

test.each([
  ['+39 055 123456', ''],
  ['0039 055 123 456', ''],
  ['055-123456', 'IT'],
  ['(055) 12 34 56', 'IT'],
  ['tel:+39055123456', 'US'],
  ['٠٥٥١٢٣٤٥٦', 'IT'],
  ['＋39 055 123456', ''],
])('%s in %s is one number', (typed, country) => {
  expect(phoneKey(typed, country)).toBe('+39055123456');
});

test('an extension tells two numbers apart', () => {
  expect(phoneKey('(212) 555-0123 ext. 7', 'US')).toBe('+12125550123x7');
  expect(phoneKey('(212) 555-0123', 'US')).toBe('+12125550123');
});

test('what is no full number is compared by its digits; words are nothing', () => {
  expect(phoneKey('12-34', 'IT')).toBe('1234');
  expect(phoneKey('055 123456', '')).toBe('055123456');
  expect(phoneKey('055 123456', 'XX')).toBe('055123456');
  expect(phoneKey('ask Rosa', 'IT')).toBe('');
  expect(phoneDigits('०१२')).toBe('012');
});

test('nothing that is typed breaks it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      expect(phoneKey(typed, 'IT')).toMatch(/^\+?[\dx]*$/);
    }),
  );
});
