import { expect, test } from 'vitest';
import { directionOf } from '../../../shared/wording/direction.ts';

test.each([
  ["سلمى's birthday", 'ltr'],
  ['Birthday of סבתא', 'ltr'],
  ['عيد ميلاد سلمى', 'rtl'],
  ['أرسل عرض السعر بخصوص iPhone', 'rtl'],
  ['יום הולדת 40', 'rtl'],
  ['生日', 'ltr'],
  ['40', 'ltr'],
  ['', 'ltr'],
] as const)('%s reads %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
