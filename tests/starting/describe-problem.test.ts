import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeProblem } from '../../main/starting/describe-problem.ts';

/** What a call throws. */
function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (problem) {
    return problem;
  }
  throw new Error('It threw nothing');
}

test('a failure is told by its name and where it happened, without its message', () => {
  const problem = thrownBy(() => JSON.parse('Rosa has moved to Siena'));
  expect(String(problem)).toContain('Rosa');
  expect(describeProblem(problem)).toMatch(
    /^SyntaxError\n {4}at .*tests\/starting\/describe-problem\.test\.ts:\d+:\d+/,
  );
  expect(describeProblem('Rosa has moved')).toBe('string');
});

test('the system is quoted by code and call, not with the name of the file', () => {
  const problem = thrownBy(() => readFileSync('/home/ada/letter to Rosa.txt'));
  const told = describeProblem(problem);
  expect(told).toMatch(/^Error ENOENT at open/);
  expect(told).not.toMatch(/Rosa|ada|home/);
});

test('the database is quoted in its own words, not with what was looked for', () => {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE shelf (name TEXT UNIQUE); CREATE VIRTUAL TABLE f USING fts5(t)');
  database.exec("INSERT INTO shelf VALUES ('Rosa')");
  const tell = (sql: string, ...values: string[]) =>
    describeProblem(thrownBy(() => database.prepare(sql).all(...values)));
  expect(tell('SELECT * FROM larder')).toMatch(/^SqliteError SQLITE_ERROR no such table\n/);
  expect(tell("INSERT INTO shelf VALUES ('Rosa') RETURNING name")).toMatch(
    /UNIQUE constraint failed\n/,
  );
  for (const sought of ['Rosa: x', '"Rosa', 'Rosa AND', '(Rosa', 'NEAR(Rosa']) {
    expect(tell('SELECT * FROM f WHERE f MATCH ?', sought), sought).not.toContain('Rosa');
  }
});

test('what lay behind a failure is told as well, a few deep', () => {
  const behind = Object.assign(new TypeError('Rosa'), { code: 'ECONNREFUSED', syscall: 'connect' });
  const told = describeProblem(new Error('fetch of Rosa failed', { cause: behind }));
  expect(told).toContain('behind it: TypeError ECONNREFUSED at connect');
  const endless = new Error('round');
  endless.cause = endless;
  expect(describeProblem(endless).match(/behind it/g)).toHaveLength(2);
});

test('whatever somebody wrote, wherever a failure carries it, none of it is told', () => {
  // A word that stands nowhere else.
  const secret = 'ZuleikaQ';
  const around = fc.constantFrom('', ' ', '\n', '\n    at ', ' (', ')', ':1:1', 'Error', '/', '"');
  const text = fc
    .array(fc.oneof(around, fc.constant(secret), fc.string({ maxLength: 4 })), { maxLength: 8 })
    .map((parts) => `${parts.join('')}${secret}`);
  fc.assert(
    fc.property(text, text, text, text, fc.boolean(), (message, name, code, syscall, later) => {
      const problem = new Error(later ? 'another' : message);
      // One whose message is written anew keeps the old one in its stack.
      if (later) problem.message = message;
      Object.assign(problem, {
        name,
        code,
        syscall,
        path: message,
        cause: new Error(message),
      });
      expect(describeProblem(problem)).not.toContain(secret);
      expect(describeProblem(new Error('outer', { cause: problem }))).not.toContain(secret);
    }),
  );
});
