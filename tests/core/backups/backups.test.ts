import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openConnection } from '../../../main/core/database/connection.ts';
import { countRows } from '../../../main/core/database/look.ts';
import { migrate } from '../../../main/core/database/migrate.ts';
import { currentVersion, migrations } from '../../../main/core/database/migrations/index.ts';
import { addCustomers } from '../../support/customers.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { openHouse } from '../../support/open-house.ts';
import { talk } from '../../support/stored-rows.ts';

const files = (folder: string) => readdirSync(join(folder, 'backups')).sort();

test('a backup is a plain database with every row, and says what it holds', async () => {
  const { house, client, folder, clock } = await openHouse();
  const [rosa = ''] = addCustomers(house, [{ givenName: 'Rosa' }, { givenName: 'Noor' }]);
  talk(house, [rosa], '2026-03-01');
  const { name } = await client.backups.make();
  expect(files(folder)).toEqual([`${name}.db`, `${name}.json`]);

  const copy = openConnection(join(folder, 'backups', `${name}.db`));
  expect(countRows(copy)).toEqual(countRows(house.connection));
  copy.close();
  const { backups, bytes, problem } = await client.backups.list();
  expect(backups).toMatchObject([
    {
      name,
      day: '2026-03-02',
      at: clock.now(),
      reason: 'asked',
      holds: { people: 2, conversations: 1, notes: 0, followUps: 0, lessons: 0, mentions: 0 },
      places: ['here'],
      locked: false,
      newer: false,
    },
  ]);
  expect(bytes).toBe(backups[0]?.bytes);
  expect(problem).toBeNull();
});

test('what is written while a backup is made is either in it or not, never half', async () => {
  const { house, client, folder } = await openHouse();
  addCustomers(house, [{ givenName: 'Rosa' }]);
  const making = client.backups.make();
  for (let more = 0; more < 20; more++) talk(house, addCustomers(house, [{}, {}]), '2026-03-01');
  const { name } = await making;
  const copy = openConnection(join(folder, 'backups', `${name}.db`));
  const count = (sql: string) => Number(copy.prepare(sql).pluck().get());
  expect(count('SELECT count(*) FROM customer') % 2).toBe(1);
  expect(copy.pragma('foreign_key_check')).toEqual([]);
  copy.close();
});

test('only its owner can read a backup', async () => {
  const { house, client, folder } = await openHouse();
  addCustomers(house, [{ givenName: 'Rosa' }]);
  await client.backups.make();
  const modes = files(folder).map((file) => statSync(join(folder, 'backups', file)).mode & 0o077);
  expect(modes).toEqual([0, 0]);
  expect(statSync(join(folder, 'backups')).mode & 0o077).toBe(0);
});

test('wish 10: backups by themselves: one at the first start of a day, and none at the second', async () => {
  const first = await openHouse({ backsUpByItself: true });
  addCustomers(first.house, [{ givenName: 'Rosa' }]);
  const second = await first.reopen();
  const third = await second.reopen();
  third.clock.addDays(1);
  const next = await third.reopen();
  const last = await next.reopen();
  const { backups } = await last.client.backups.list();
  expect(backups.map(({ day, reason }) => [day, reason])).toEqual([
    ['2026-03-03', 'day'],
    ['2026-03-02', 'day'],
  ]);
});

test('one is made when the day turns, for whoever never closes the shop', async () => {
  const { house, clock, client } = await openHouse({ backsUpByItself: true });
  addCustomers(house, [{ givenName: 'Rosa' }]);
  clock.addDays(1);
  const made = untilChanged(house, () => house.backups.all().here.length > 0);
  house.bell.ring({ type: 'day-turned', day: clock.today() });
  await made;
  expect((await client.backups.list()).backups).toMatchObject([{ day: '2026-03-03' }]);
});

test('an empty house needs no backup', async () => {
  const first = await openHouse({ backsUpByItself: true });
  const again = await first.reopen();
  expect((await again.client.backups.list()).backups).toEqual([]);
});

test('one is made before every migration, of what was there before it', async () => {
  const folder = temporaryFolder();
  const old = openConnection(join(folder, 'porchlight.db'));
  migrate(old, migrations.slice(0, 9));
  old.close();
  const { client } = await openHouse({ dataFolder: folder });
  const { backups } = await client.backups.list();
  expect(backups).toMatchObject([{ reason: 'migration', newer: false }]);
  const copy = openConnection(join(folder, 'backups', `${backups[0]?.name}.db`));
  expect(copy.pragma('user_version', { simple: true })).toBe(9);
  copy.close();
  expect(currentVersion).toBeGreaterThan(9);
});

test('where that backup cannot be made, the old data are left alone with a sentence', async () => {
  const folder = temporaryFolder();
  const old = openConnection(join(folder, 'porchlight.db'));
  migrate(old, migrations.slice(0, 9));
  old.close();
  writeFileSync(join(folder, 'backups'), 'no folder');
  await expect(openHouse({ dataFolder: folder })).rejects.toThrow('Nothing was changed');
  const after = openConnection(join(folder, 'porchlight.db'));
  expect(after.pragma('user_version', { simple: true })).toBe(9);
  after.close();
});

test('one is made before a large file is brought in, and none before a small one', async () => {
  const { house, client } = await openHouse();
  addCustomers(house, [{ givenName: 'Rosa' }]);
  const bring = (note: string) =>
    client.exchange.importPeople({
      fileName: 'people.csv',
      content: Buffer.from(`First name,Notes\nAda ${note.length},${note}`).toString('base64'),
    });
  await bring('met at the fair');
  expect((await client.backups.list()).backups).toEqual([]);
  await bring('tells long stories '.repeat(9000));
  expect((await client.backups.list()).backups).toMatchObject([
    { reason: 'import', holds: { people: 2 } },
  ]);
});

test('what a copying that was cut off has left is cleared away, and no number is used twice', async () => {
  const { house, client, folder } = await openHouse();
  addCustomers(house, [{ givenName: 'Rosa' }]);
  const { name } = await client.backups.make();
  writeFileSync(join(folder, 'backups', 'porchlight-000002-2026-03-02.part'), 'half');
  writeFileSync(join(folder, 'backups', `${name}.json`), 'not JSON any more');
  await client.backups.make();
  const { backups } = await client.backups.list();
  expect(backups.map(({ name: each, holds }) => [each, holds === null])).toEqual([
    ['porchlight-000002-2026-03-02', false],
    ['porchlight-000001-2026-03-02', true],
  ]);
  expect(files(folder).filter((file) => file.endsWith('.part'))).toEqual([]);
});

test('a backup that cannot be made is told, and the next one heals it', async () => {
  const { house, client, folder, host } = await openHouse();
  addCustomers(house, [{ givenName: 'Rosa' }]);
  writeFileSync(join(folder, 'backups'), 'no folder');
  await expect(client.backups.make()).rejects.toThrow();
  expect((await client.backups.list().catch(() => null))?.problem).not.toBe(null);
  expect(host.lines.join('\n')).toContain('A backup could not be made');
  rmSync(join(folder, 'backups'));
  await client.backups.make();
  expect((await client.backups.list()).problem).toBeNull();
});

test('what is let go is let go by the size that was chosen', async () => {
  const { house, client, folder } = await openHouse();
  await client.settings.save({ backupGigabytes: 1 });
  addCustomers(house, [{ givenName: 'Rosa' }]);
  for (let made = 0; made < 5; made++) await client.backups.make();
  expect((await client.backups.list()).mostBytes).toBe(1_000_000_000);
  expect(files(folder).filter((file) => file.endsWith('.db'))).toHaveLength(3);
  expect(JSON.parse(readFileSync(join(folder, 'backups/choices.json'), 'utf8'))).toEqual({
    backupFolder: '',
    backupGigabytes: 1,
  });
  expect(existsSync(join(folder, 'backups/porchlight-000005-2026-03-02.db'))).toBe(true);
});

/** Waits until something is so, looking whenever the house says that something changed. */
async function untilChanged(
  house: Awaited<ReturnType<typeof openHouse>>['house'],
  so: () => boolean,
): Promise<void> {
  for await (const _ of house.bell.listen()) if (so()) return;
}
