import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createLog, describe as describeCause } from '../../main/starting/log.ts';
import { temporaryFolder } from '../support/folder.ts';

describe('the log', () => {
  it('writes a line an event, with its instant', () => {
    const folder = temporaryFolder();
    const log = createLog(folder, () => Date.UTC(2026, 2, 2, 7));
    log('browser opened');
    log('browser closed');
    expect(readFileSync(join(folder, 'logs/porchlight.log'), 'utf8')).toBe(
      '2026-03-02T07:00:00.000Z browser opened\n2026-03-02T07:00:00.000Z browser closed\n',
    );
  });

  it('begins anew past a megabyte, and keeps the one before', () => {
    const folder = temporaryFolder();
    const log = createLog(folder);
    log('first');
    writeFileSync(join(folder, 'logs/porchlight.log'), 'x'.repeat(1_000_001));
    log('second');
    expect(readFileSync(join(folder, 'logs/porchlight.1.log'), 'utf8')).toHaveLength(1_000_001);
    expect(readFileSync(join(folder, 'logs/porchlight.log'), 'utf8')).toMatch(/ second\n$/);
  });

  it('never quotes what somebody wrote', () => {
    const cause = (() => {
      try {
        return JSON.parse('Rosa has moved to Siena');
      } catch (problem) {
        return problem;
      }
    })();
    expect(String(cause)).toContain('Rosa');
    expect(describeCause(cause)).toMatch(/^SyntaxError\n\s+at /);
    expect(describeCause(cause)).not.toContain('Rosa');
    expect(describeCause('Rosa has moved')).toBe('string');
  });

  it('quotes the database and the system, who tell no secrets', () => {
    const problem = new Database.SqliteError('no such table: shelf', 'SQLITE_ERROR');
    expect(describeCause(problem)).toContain('no such table: shelf');
  });

  it('does not stop the program when it cannot be written', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
    expect(() => createLog(folder)('opened')).not.toThrow();
    expect(existsSync(join(folder, 'logs/porchlight.log'))).toBe(false);
  });
});
