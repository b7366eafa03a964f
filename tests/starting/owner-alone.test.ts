import { chmodSync, lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createPlainHost } from '../../main/browser/host.ts';
import { openHouse } from '../../main/starting/open-house.ts';
import { keepForOwner } from '../../main/starting/owner-alone.ts';
import { temporaryFolder } from '../support/folder.ts';
import { png } from '../support/pictures.ts';

/** Everything in a folder, with its mode in octal. */
function modesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    paths.map((path) => [path, (lstatSync(join(folder, path)).mode & 0o777).toString(8)]),
  );
}

/** A person's usual umask, which lets everybody read what is new. */
function usualUmask(): void {
  const before = process.umask(0o022);
  onTestFinished(() => void process.umask(before));
}

describe.skipIf(process.platform === 'win32')('what lies on the disk', () => {
  it('can be read by its owner alone: data, photos, journal, backups, secrets, log', async () => {
    usualUmask();
    const base = join(temporaryFolder(), 'data');
    const folder = `${base}-sample`;
    const second = temporaryFolder();
    const { client, log, say, close, house } = await openHouse(
      { data: base, sample: true, help: false, routes: [] },
      { kind: 'browser', gathersByItself: false, hostIn: createPlainHost },
    );
    log('A line');
    say({ address: 'http://127.0.0.1:1', secret: 'quiet' });
    const { id } = await client.people.add({ givenName: 'Rosa' });
    await client.people.setPhoto({ id, content: png().toString('base64') });
    await client.settings.save({ yourName: 'Ada' });
    await client.backups.chooseFolder({ folder: second });
    await client.backups.choosePassphrase({ passphrase: 'a long passphrase' });
    await client.backups.make();
    await house.backups.settled();
    await client.archives.make();

    expect(lstatSync(folder).mode & 0o777).toBe(0o700);
    for (const place of [folder, second]) {
      const modes = modesIn(place);
      expect(Object.keys(modes).length).toBeGreaterThan(1);
      for (const [path, mode] of Object.entries(modes))
        expect(['600', '700'], path).toContain(mode);
    }
    const names = Object.keys(modesIn(folder)).join(' ');
    for (const name of [
      'porchlight.db',
      'journal/',
      'backups/',
      'secrets.json',
      'passing/',
      'lock.db-journal',
    ]) {
      expect(names).toContain(name);
    }
    await close();
  });

  it('is taken from others’ eyes at the next start, when a copy had opened it to them', () => {
    usualUmask();
    const folder = temporaryFolder();
    const others = temporaryFolder();
    writeFileSync(join(others, 'theirs'), '');
    writeFileSync(join(folder, 'porchlight.db'), '');
    mkdirSync(join(folder, 'backups/old'), { recursive: true });
    writeFileSync(join(folder, 'backups/old/a.db'), '');
    writeFileSync(join(folder, 'not-ours.txt'), '');
    symlinkSync(join(others, 'theirs'), join(folder, 'secrets.json'));
    chmodSync(folder, 0o755);
    keepForOwner(folder);
    expect(modesIn(folder)).toMatchObject({
      'porchlight.db': '600',
      backups: '700',
      'backups/old': '700',
      'backups/old/a.db': '600',
      'not-ours.txt': '644',
    });
    expect(modesIn(others)).toEqual({ theirs: '644' });
  });
});
