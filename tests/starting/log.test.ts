import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog, lastEvents } from '../../main/starting/log.ts';
import { temporaryFolder } from '../support/folder.ts';

describe('the log', () => {
  it('writes a line an event, with its instant', () => {
    const folder = temporaryFolder();
    const log = createLog(folder, () => Date.UTC(2026, 2, 2, 7));
    log('browser opened');
    log('browser closed');
    expect(readFileSync(join(folder, 'porchlight.log'), 'utf8')).toBe(
      '2026-03-02T07:00:00.000Z browser opened\n2026-03-02T07:00:00.000Z browser closed\n',
    );
  });

  it('begins anew past a megabyte, and keeps the one before', () => {
    const folder = temporaryFolder();
    const log = createLog(folder);
    log('first');
    writeFileSync(join(folder, 'porchlight.log'), 'x'.repeat(1_000_001));
    log('second');
    expect(readFileSync(join(folder, 'porchlight.1.log'), 'utf8')).toHaveLength(1_000_001);
    expect(readFileSync(join(folder, 'porchlight.log'), 'utf8')).toMatch(/ second\n$/);
  });

  it('gives its last events with the lines that belong to them, the older file first', () => {
    const folder = temporaryFolder();
    const log = createLog(folder, () => 0);
    expect(lastEvents(folder, 5)).toEqual([]);
    log('first');
    renameSync(join(folder, 'porchlight.log'), join(folder, 'porchlight.1.log'));
    log('second', new Error('Rosa'));
    log('third');
    const [first, second, third] = lastEvents(folder, 5);
    expect(first).toBe('1970-01-01T00:00:00.000Z first');
    expect(second).toMatch(/second: Error\n {4}at .*log\.test\.ts/);
    expect(third).toBe('1970-01-01T00:00:00.000Z third');
    expect(lastEvents(folder, 1)).toEqual([third]);
  });

  it('does not stop the program when it cannot be written', () => {
    const folder = temporaryFolder();
    const place = join(folder, 'logs');
    writeFileSync(place, 'a file where the folder should be');
    expect(() => createLog(place)('opened')).not.toThrow();
    expect(readFileSync(place, 'utf8')).toBe('a file where the folder should be');
  });
});
