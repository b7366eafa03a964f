import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { all } from '../../../main/core/database/connection.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { damages } from '../rescue/damage.ts';
import { filesWith } from './town.ts';

/** Everything of a house, as its owner takes it along: base64. */
async function archiveOf({ client, folder }: OpenedHouse): Promise<string> {
  const { id } = await client.archives.make();
  return readFileSync(join(folder, 'passing', id)).toString('base64');
}

async function bringIn({ client }: OpenedHouse, content: string): Promise<void> {
  const { id } = await client.archives.begin();
  await client.archives.write({ id, content });
  await client.archives.bringIn({ id });
}

test('older backups that know them are named, and go when that is wished', async () => {
  const opened = await openHouse();
  const { client, folder, clock } = opened;
  await client.people.add({ givenName: 'Otto' });
  const { name: without } = await client.backups.make();
  const { id } = await client.people.add({ givenName: 'Rosalinde', familyName: 'Marinetti' });
  clock.addDays(1);
  const { name: knows } = await client.backups.make();
  const aside = join(folder, 'set-aside', '2026-03-01 porchlight.db');
  mkdirSync(join(folder, 'set-aside'));
  writeFileSync(aside, `garbage ${id} Rosalinde`);
  writeFileSync(`${aside}-other`, 'garbage');

  const told = await client.forgetting.look({ id });
  expect(told.older).toMatchObject({ backups: [{ name: knows, day: '2026-03-03' }], setAside: 1 });
  const { older } = await client.forgetting.forget({ id, older: 'remove' });
  expect(older).toMatchObject({ backups: [], setAside: 0 });
  expect(filesWith(folder, ['Rosalinde', 'Marinetti'])).toEqual([]);
  const left = (await client.backups.list()).backups;
  expect(left.map(({ reason }) => reason)).toEqual(['forgotten', 'asked']);
  expect(left.at(-1)?.name).toBe(without);
  expect([existsSync(aside), existsSync(`${aside}-other`)]).toEqual([false, true]);
});

test('whoever was forgotten stays forgotten when an older backup comes back, unless they are to', async () => {
  const opened = await openHouse();
  const { client } = opened;
  const { id } = await client.people.add({ givenName: 'Rosa' });
  const { name } = await client.backups.make();
  opened.clock.addDays(1);
  await client.people.add({ givenName: 'Otto' });
  const { older } = await client.forgetting.forget({ id, older: 'leave' });
  expect(older.backups.map((backup) => backup.name)).toEqual([name]);

  const { forgotten } = await client.backups.compare({ name });
  expect(forgotten).toEqual([opened.clock.now()]);
  expect((await client.backups.restore({ name })).holds.people).toBe(0);
  await client.backups.restore({ name, withForgotten: true });
  expect((await client.people.list({})).rows).toMatchObject([{ id }]);
  expect((await client.backups.compare({ name })).forgotten).toEqual([]);
});

test('a damage and what the journal fills in after it do not bring them back', async () => {
  const opened = await openHouse();
  const { id } = await opened.client.people.add({ givenName: 'Rosa' });
  const { name } = await opened.client.backups.make();
  await opened.client.notes.add({ customerId: id, body: 'Prefers the quiet corner' });
  await opened.client.people.add({ givenName: 'Otto' });
  await opened.client.forgetting.forget({ id, older: 'leave' });
  await opened.close();
  damages.garbage(join(opened.folder, 'porchlight.db'));
  const again = await opened.reopen();
  await again.client.rescue.bringBack({ name });
  expect((await again.client.people.list({})).rows).toMatchObject([{ name: 'Otto' }]);
  expect(all(again.house.connection, 'SELECT id FROM forgotten')).toEqual([{ id }]);
});

test('an archive takes along that they were forgotten, and one from before is none the wiser', async () => {
  const first = await openHouse();
  const { id } = await first.client.people.add({ givenName: 'Rosa' });
  await first.client.people.add({ givenName: 'Otto' });
  const before = await archiveOf(first);
  await first.client.forgetting.forget({ id, older: 'leave' });
  const after = await archiveOf(first);

  const second = await openHouse();
  await bringIn(second, after);
  expect(all(second.house.connection, 'SELECT id FROM forgotten')).toEqual([{ id }]);
  await bringIn(second, before);
  expect((await second.client.people.list({})).rows).toMatchObject([{ name: 'Otto' }]);
});

test('what broke off while somebody was being forgotten is finished at the next start', async () => {
  const opened = await openHouse();
  const { id } = await opened.client.people.add({ givenName: 'Rosalinde' });
  await opened.close();
  const begun = join(opened.folder, 'forgetting.json');
  writeFileSync(begun, JSON.stringify([{ id, at: opened.clock.now() }]));
  const again = await opened.reopen();
  expect((await again.client.people.list({})).total).toBe(0);
  expect(filesWith(again.folder, ['Rosalinde'])).toEqual([]);
  expect(existsSync(begun)).toBe(false);
});
