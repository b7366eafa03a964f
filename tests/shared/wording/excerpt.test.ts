import { expect, test } from 'vitest';
import { quoted } from '../../../shared/wording/excerpt.ts';

test('somebody’s words stand between quotation marks', () => {
  expect(quoted('Lovely people. ')).toBe('“Lovely people.”');
  expect(quoted("It's the best")).toBe("“It's the best”");
  expect(quoted('She said "never" twice')).toBe('“She said "never" twice”');
  expect(quoted('')).toBe('“”');
});

test('words that bring their own marks get no second ones, in any language', () => {
  for (const own of [
    '"It has started again." Not answered yet',
    'He called it “fine”',
    '„Wunderbar“, sagte sie',
    '«Magnifique»',
    '「よかった」と言った',
  ]) {
    expect(quoted(own)).toBe(own);
  }
});
