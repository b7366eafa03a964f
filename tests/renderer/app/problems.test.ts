import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { ConnectionLost } from '../../../renderer/app/connection.ts';
import { codeOf, fieldOf, sentenceOf } from '../../../renderer/app/problems.ts';
import { refusal } from './show.tsx';

test('a refusal says its own sentence, its kind and its field', () => {
  const error = refusal('duplicate', 'Rosa is already here.', 'givenName');
  expect(sentenceOf(error)).toBe('Rosa is already here.');
  expect(codeOf(error)).toBe('duplicate');
  expect(fieldOf(error)).toBe('givenName');
});

test('an input that does not fit says so in our words, never in the schema’s', () => {
  const issue = (message: string) =>
    new ORPCError('BAD_REQUEST', { data: { issues: [{ message, path: ['dates', 0, 'day'] }] } });
  expect(sentenceOf(issue('That month has fewer days.'))).toBe('That month has fewer days.');
  expect(sentenceOf(issue('Invalid input: expected string'))).toMatch(/check what you wrote/);
  expect(fieldOf(issue('That month has fewer days.'))).toBe('dates.0.day');
});

test('anything else is one kind sentence without its innards', () => {
  for (const error of [new TypeError('x is not a function'), 'odd', null, undefined]) {
    expect(sentenceOf(error)).toBe(
      'That did not work, and it is not your doing. Please try again.',
    );
    expect(codeOf(error)).toBeUndefined();
  }
});

test('a closed Porchlight says how to wake it', () => {
  expect(sentenceOf(new ConnectionLost())).toMatch(/Start it again/);
});
