import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addCustomers } from '../../support/customers.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';

async function houseWithDisk() {
  const opened = await openHouse();
  addCustomers(opened.house, [{ givenName: 'Rosa' }]);
  const disk = join(temporaryFolder(), 'disk');
  mkdirSync(disk);
  await opened.client.backups.chooseFolder({ folder: disk });
  const place = join(disk, 'Porchlight backups');
  const endings = () =>
    readdirSync(place)
      .map((file) => file.replace(/^.*\./, ''))
      .sort();
  return { ...opened, disk, place, endings };
}

const second = async ({ client }: Pick<OpenedHouse, 'client'>) =>
  (await client.backups.list()).second;

test('a second folder gets a copy of every backup from then on', async () => {
  const house = await houseWithDisk();
  await house.client.backups.make();
  expect(house.endings()).toEqual(['db', 'json']);
  const { backups } = await house.client.backups.list();
  expect(backups).toMatchObject([{ places: ['here', 'second'], locked: false }]);
  expect(await second(house)).toEqual({ folder: house.disk, locked: false, problem: null });
});

test('a disk that is not connected is told kindly, and has its copy when it is back', async () => {
  const house = await houseWithDisk();
  renameSync(house.place, `${house.place} away`);
  await house.client.backups.make();
  expect((await second(house)).problem).toBe(
    'The second folder is not there just now. The copy is made when it is back.',
  );
  // The mount point of a disk that is away is an empty folder: nothing is put there.
  expect(readdirSync(house.disk)).toEqual(['Porchlight backups away']);
  renameSync(`${house.place} away`, house.place);
  await house.house.backups.bringToSecond();
  expect((await second(house)).problem).toBeNull();
  expect(house.endings()).toEqual(['db', 'json']);
});

test('with a passphrase only locked copies lie there, also of those from before', async () => {
  const house = await houseWithDisk();
  await house.client.backups.make();
  await house.client.backups.choosePassphrase({ passphrase: 'the lamp at the porch' });
  expect(house.endings()).toEqual(['json', 'locked']);
  await house.client.backups.make();
  expect(house.endings()).toEqual(['json', 'json', 'locked', 'locked']);
  expect((await second(house)).locked).toBe(true);
  await expect(house.client.backups.choosePassphrase({ passphrase: 'short' })).rejects.toThrow(
    'at least 8',
  );
});

test('a folder that will not do is refused in words, and nothing is chosen', async () => {
  const house = await openHouse();
  const choose = (folder: string) => house.client.backups.chooseFolder({ folder });
  await expect(choose('backups')).rejects.toThrow('the whole path');
  await expect(choose(house.folder)).rejects.toThrow('inside Porchlight’s own folder');
  await expect(choose(join(house.folder, '../nowhere-at-all'))).rejects.toThrow('no such folder');
  const taken = temporaryFolder();
  writeFileSync(join(taken, 'Porchlight backups'), 'a file of that name');
  await expect(choose(taken)).rejects.toThrow();
  expect((await second(house)).folder).toBe('');
});

test('choosing a folder can be undone, and what is chosen is found without the database', async () => {
  const house = await houseWithDisk();
  const again = await house.reopen();
  expect(again.house.backups.choices.backupFolder).toBe(house.disk);
  await again.client.journal.undo({});
  expect((await again.client.settings.get()).backupFolder).toBe('');
});
