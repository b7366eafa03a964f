import { expect, test } from 'vitest';
import { excerptOf } from '../../../main/core/search/excerpt.ts';
import { searchable } from '../../../main/core/search/searchable.ts';

const long = `${'before '.repeat(30)}the (Börse) closed${' after'.repeat(30)}`;

test('an excerpt is the part around what was found', () => {
  const excerpt = excerptOf(long, ['borse']);
  expect(excerpt).toMatch(/^…before .*the \(Börse\) closed after .*…$/);
  expect(excerpt.split(' ')).toHaveLength(20);
  expect(excerptOf('The boiler leaks', ['boil'])).toBe('The boiler leaks');
});

test('without a hit it is the beginning; nothing gives nothing', () => {
  expect(excerptOf(long, ['knee'])).toMatch(/^before before .*…$/);
  expect(excerptOf('', ['knee'])).toBe('');
});

test('the longest word decides, and a run of an unspaced script is found whole', () => {
  expect(excerptOf(`the ${'x '.repeat(40)}boiler`, ['the', 'boiler'])).toMatch(/boiler$/);
  const text = searchable(`${'店で会った。'.repeat(10)}東京の小さな店`);
  expect(excerptOf(text, ['小さな店'])).toMatch(/東京の小さな店$/);
});
