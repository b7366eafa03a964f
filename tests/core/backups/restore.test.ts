import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openConnection } from '../../../main/core/database/connection.ts';
import { migrate } from '../../../main/core/database/migrate.ts';
import { currentVersion, migrations } from '../../../main/core/database/migrations/index.ts';
import type { HouseEvent } from '../../../shared/contract/contract.ts';
import { addCustomers } from '../../support/customers.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { png } from '../../support/pictures.ts';

const names = async ({ client }: Pick<OpenedHouse, 'client'>) =>
  (await client.people.list({})).rows.map(({ name }) => name).sort();

/** A house with a backup of Rosa, and Noor added since. */
async function livedIn() {
  const opened = await openHouse();
  addCustomers(opened.house, [{ givenName: 'Rosa' }]);
  const { name } = await opened.client.backups.make();
  addCustomers(opened.house, [{ givenName: 'Noor' }]);
  return { ...opened, name };
}

test('what would be lost is told before anything is done', async () => {
  const { client, name } = await livedIn();
  expect(await client.backups.compare({ name })).toMatchObject({
    holds: { people: 1 },
    now: { people: 2 },
    since: { steps: 1, latest: [{ label: 'Noor' }] },
  });
});

test('a backup is brought back in place, in the house as it is open', async () => {
  const house = await livedIn();
  const result = await house.client.backups.restore({ name: house.name });
  expect(result.holds.people).toBe(1);
  expect(await names(house)).toEqual(['Rosa']);
  expect((await house.client.search.find({ words: 'Rosa' })).hits).toHaveLength(1);
  // And goes on as a house does.
  addCustomers(house.house, [{ givenName: 'Ada' }]);
  expect(await names(house)).toEqual(['Ada', 'Rosa']);
  expect(await names(await house.reopen())).toEqual(['Ada', 'Rosa']);
});

test('wish 10: backups with the photos included', async () => {
  const { client } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Rosa' });
  const content = png(90).toString('base64');
  await client.people.setPhoto({ id, content });
  const { name } = await client.backups.make();
  await client.people.removePhoto({ id });
  await client.backups.restore({ name });
  const { photo } = await client.people.get({ id });
  expect(await client.people.pictures({ ids: [photo ?? ''] })).toMatchObject([{ content }]);
});

test('it can be taken back whole', async () => {
  const house = await livedIn();
  const { before } = await house.client.backups.restore({ name: house.name });
  const again = await house.client.backups.restore({ name: before ?? '' });
  expect(again.holds.people).toBe(2);
  expect(await names(house)).toEqual(['Noor', 'Rosa']);
  expect(await house.client.backups.compare({ name: before ?? '' })).toMatchObject({
    since: { steps: 0 },
  });
});

test('whoever asks meanwhile waits, and nothing that is acknowledged is lost on the way', async () => {
  const house = await livedIn();
  const restoring = house.client.backups.restore({ name: house.name });
  const saved: string[] = [];
  const write = async (givenName: string) => {
    await house.client.people.add({ givenName });
    saved.push(givenName);
  };
  const writing = Promise.all(Array.from({ length: 20 }, (_, one) => write(`Ada ${one}`)));
  const { before } = await restoring;
  await writing;
  const here = await names(house);
  await house.client.backups.restore({ name: before ?? '' });
  const there = await names(house);
  // Each is in the house that was saved, or in the one that came in its place.
  expect(saved.filter((one) => !here.includes(one) && !there.includes(one))).toEqual([]);
});

test('the window is told to ask for everything again', async () => {
  const { house, client, name } = await livedIn();
  const heard: HouseEvent[] = [];
  const ending = new AbortController();
  const listening = (async () => {
    for await (const event of house.bell.listen(ending.signal)) heard.push(event);
  })().catch(() => undefined);
  await client.backups.restore({ name });
  ending.abort();
  await listening;
  expect(heard).toContainEqual({ type: 'changed', topics: ['everything'] });
});

test('a backup of an earlier schema comes back as the present one', async () => {
  const folder = temporaryFolder();
  const old = openConnection(join(folder, 'porchlight.db'));
  migrate(old, migrations.slice(0, 9));
  old.exec(`INSERT INTO customer (id, given_name, display_name, sort_name, added_at, added_day)
    VALUES ('018f0000-0000-7000-8000-000000000001', 'Rosa', 'Rosa', 'rosa', 1, '2026-01-01')`);
  old.close();
  const house = await openHouse({ dataFolder: folder });
  const [backup] = (await house.client.backups.list()).backups;
  addCustomers(house.house, [{ givenName: 'Noor' }]);
  await house.client.backups.restore({ name: backup?.name ?? '' });
  expect(await names(house)).toEqual(['Rosa']);
  expect((await house.client.house.about()).schema).toBe(currentVersion);
  expect((await house.client.search.find({ words: 'Rosa' })).hits).toHaveLength(1);
});

test('a backup that was changed since, or is not there, is refused and nothing is touched', async () => {
  const house = await livedIn();
  const path = join(house.folder, 'backups', `${house.name}.db`);
  const bytes = readFileSync(path);
  const restore = () => house.client.backups.restore({ name: house.name });
  const changed = Buffer.from(bytes);
  changed[changed.length - 100] = (changed[changed.length - 100] ?? 0) ^ 1;
  writeFileSync(path, changed);
  await expect(restore()).rejects.toThrow('changed or cut off');
  writeFileSync(path, bytes.subarray(0, 5000));
  await expect(restore()).rejects.toThrow('changed or cut off');
  // Without the note beside it there is no sum to compare; SQLite's own check still tells.
  rmSync(path.replace('.db', '.json'));
  await expect(restore()).rejects.toThrow('changed or cut off');
  writeFileSync(path, 'This is no database at all.'.repeat(100));
  await expect(restore()).rejects.toThrow('changed or cut off');
  rmSync(path);
  await expect(restore()).rejects.toThrow('not there any more');
  expect(await names(house)).toEqual(['Noor', 'Rosa']);
  expect((await house.client.backups.list()).backups).toEqual([]);
});

test('a backup by a newer Porchlight is refused and nothing is touched', async () => {
  const house = await livedIn();
  const path = join(house.folder, 'backups', `${house.name}.json`);
  const note = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...note, schema: currentVersion + 1 }));
  const [backup] = (await house.client.backups.list()).backups;
  expect(backup?.newer).toBe(true);
  await expect(house.client.backups.restore({ name: house.name })).rejects.toThrow('newer');
  rmSync(path);
  const copy = openConnection(path.replace('.json', '.db'));
  copy.pragma(`user_version = ${currentVersion + 1}`);
  copy.close();
  await expect(house.client.backups.restore({ name: house.name })).rejects.toThrow('newer');
  expect(await names(house)).toEqual(['Noor', 'Rosa']);
});

test('a locked copy in the second folder comes back on another machine, with its passphrase', async () => {
  const disk = temporaryFolder();
  const old = await openHouse();
  addCustomers(old.house, [{ givenName: 'Rosa' }]);
  await old.client.backups.chooseFolder({ folder: disk });
  await old.client.backups.choosePassphrase({ passphrase: 'the lamp at the porch' });
  const { name } = await old.client.backups.make();

  const house = await openHouse();
  await house.client.backups.chooseFolder({ folder: disk });
  const { backups } = await house.client.backups.list();
  expect(backups).toMatchObject([{ name, locked: true, places: ['second'], holds: { people: 1 } }]);
  await expect(house.client.backups.restore({ name })).rejects.toThrow('passphrase');
  const wrong = house.client.backups.restore({ name, passphrase: 'the lamb at the porch' });
  await expect(wrong).rejects.toThrow('not the passphrase');
  await house.client.backups.restore({ name, passphrase: 'the lamp at the porch' });
  expect(await names(house)).toEqual(['Rosa']);
});

test('where backups go is no part of what is brought back', async () => {
  const house = await livedIn();
  const disk = temporaryFolder();
  await house.client.backups.chooseFolder({ folder: disk });
  await house.client.backups.restore({ name: house.name });
  expect((await house.client.settings.get()).backupFolder).toBe(disk);
  expect((await house.client.backups.list()).second.folder).toBe(disk);
});

test('what was made ready and never came in is cleared away', async () => {
  const house = await livedIn();
  const path = join(house.folder, 'porchlight.db.incoming');
  writeFileSync(path, 'left by a crash');
  renameSync(path, `${path}-wal`);
  await house.client.backups.restore({ name: house.name });
  expect(() => readFileSync(`${path}-wal`)).toThrow('ENOENT');
});
