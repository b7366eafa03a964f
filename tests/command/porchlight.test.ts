import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runChild } from '../support/child.ts';
import { startFeedServer } from '../support/feed-server.ts';
import { temporaryFolder } from '../support/folder.ts';

const porchlight = (...args: string[]) => runChild('main/command/porchlight.ts', args);

/** The program as a person or a script starts it: what it says where, and its exit code. */
describe('porchlight, the program', { timeout: 60_000 }, () => {
  it('answers wrong arguments with a usage line on standard error and code 2', async () => {
    const { code, err, out } = await porchlight('dance');
    expect(code).toBe(2);
    expect(err).toContain('There is no command “dance”.\n\nUsage: porchlight <command>');
    expect(out).toBe('');
  });

  it('answers --help on standard output with code 0', async () => {
    const { code, err, out } = await porchlight('--help');
    expect(out).toMatch(/^Usage: porchlight <command>/);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('gives one JSON object and nothing else with --json, also when it refuses', async () => {
    const data = `--data=${join(temporaryFolder(), 'data')}`;
    const people = await porchlight('people', '--json', data);
    expect(JSON.parse(people.out)).toEqual({ total: 0, people: [] });
    expect({ code: people.code, err: people.err }).toEqual({ code: 0, err: '' });

    const refused = await porchlight('import', '/nowhere/people.vcf', '--json', data);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out)).toEqual({
      error: { code: 'not-found', sentence: 'There is no file /nowhere/people.vcf.' },
    });
    expect(refused.err).toBe('There is no file /nowhere/people.vcf.\n');
  });

  it('shows the summary without a bar off a terminal, and ends with 1 when a source failed', async () => {
    const data = `--data=${join(temporaryFolder(), 'data')}`;
    const feeds = await startFeedServer();
    onTestFinished(() => feeds.close());
    await porchlight('add', feeds.feed('/lantern.xml', 'The Lantern', [{ title: 'One' }]), data);
    feeds.fault('/lantern.xml', 'broken');
    const { code, out, err } = await porchlight('gather', data);
    expect(code).toBe(1);
    expect(out).toMatch(/^! The Lantern: .*\n0 new mentions from 1 source; 1 failed\.\n$/);
    expect(err).toBe('');
  });
});
