import { existsSync, mkdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FolderInUse, lockFolder } from '../../../main/starting/folder-lock.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { type SmallDisk, smallDisk } from '../../support/small-disk.ts';

const names = async ({ client }: Pick<OpenedHouse, 'client'>) =>
  (await client.people.list({ limit: 500 })).rows.map(({ name }) => name).sort();

function onSmallDisk(name: string, kilobytes: number, work: (disk: SmallDisk) => Promise<void>) {
  test(name, async ({ skip }) => {
    const disk = smallDisk(kilobytes);
    if (!disk) return skip('This machine does not let us mount a small disk');
    onTestFinished(() => disk.end());
    await work(disk);
  });
}

/** Leaves a disk without room, with a file that can be taken away again. */
function fill(disk: SmallDisk): string {
  const path = join(disk.folder, 'ballast');
  const { bavail, bsize } = statfsSync(disk.folder);
  writeFileSync(path, Buffer.alloc(bavail * bsize));
  return path;
}

onSmallDisk(
  'a full disk is told in a sentence, loses nothing acknowledged, and heals',
  6000,
  async (disk) => {
    const house = await openHouse({ dataFolder: join(disk.folder, 'data') });
    await house.client.people.add({ givenName: 'Rosa' });
    const ballast = fill(disk);
    const saved = ['Rosa'];
    let refusal: unknown;
    for (let number = 0; number < 200 && !refusal; number++) {
      const name = `Ada ${number}`;
      await house.client.people.add({ givenName: name, howMet: 'at the fair '.repeat(40) }).then(
        () => saved.push(name),
        (problem: unknown) => {
          refusal = problem;
        },
      );
    }
    expect(refusal).toMatchObject({
      data: { code: 'no-space' },
      message: 'The disk is full, so this was not saved. Make some room and try again.',
    });
    expect(await names(house)).toEqual(saved.toSorted());
    await expect(house.client.backups.make()).rejects.toThrow('there is less room');
    expect((await house.client.backups.list()).problem).toContain('there is less room');

    rmSync(ballast);
    await house.client.people.add({ givenName: 'Noor' });
    const again = await house.reopen();
    expect(await names(again)).toEqual([...saved, 'Noor'].toSorted());
  },
);

onSmallDisk('a backup never takes the last of the room', 3000, async (disk) => {
  const house = await openHouse({ dataFolder: join(disk.folder, 'data') });
  await house.client.people.add({ givenName: 'Rosa' });
  await expect(house.client.backups.make()).rejects.toThrow('there is less room');
  await house.client.people.add({ givenName: 'Noor' });
  expect(existsSync(join(house.folder, 'backups', 'porchlight-000001-2026-03-02.part'))).toBe(
    false,
  );
});

test('a folder that is deleted under the open house is put back with everything in it', async () => {
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder);
  const lock = lockFolder(folder);
  const house = await openHouse({ dataFolder: folder, retakeFolder: lock.retake });
  await house.client.people.add({ givenName: 'Rosa' });
  rmSync(folder, { recursive: true });
  await house.client.people.add({ givenName: 'Noor' });
  // And it is this process's alone, as before.
  expect(() => lockFolder(folder)).toThrow(FolderInUse);
  expect(await house.client.rescue.remarks()).toEqual([
    { id: 'folder', sentence: expect.stringContaining('was put back') },
  ]);
  const again = await house.reopen();
  expect(await names(again)).toEqual(['Noor', 'Rosa']);
  expect((await again.client.backups.list()).backups).toHaveLength(1);
});

test('a folder that is moved away is told, and nothing is lost when it is back', async () => {
  const folder = join(temporaryFolder(), 'data');
  const house = await openHouse({ dataFolder: folder });
  await house.client.people.add({ givenName: 'Rosa' });
  renameSync(folder, `${folder}-away`);
  await house.client.people.add({ givenName: 'Noor' });
  expect(await house.client.rescue.remarks()).toMatchObject([
    { sentence: expect.stringContaining('is not where it was') },
  ]);
  expect(existsSync(folder)).toBe(false);
  renameSync(`${folder}-away`, folder);
  await house.client.people.add({ givenName: 'Ada' });
  expect(await house.client.rescue.remarks()).toEqual([]);
  expect(await names(await house.reopen())).toEqual(['Ada', 'Noor', 'Rosa']);
});

test('a clock that is set back a year is told, and loses and confuses nothing', async () => {
  const house = await openHouse();
  await house.client.people.add({ givenName: 'Rosa' });
  await house.client.backups.make();
  house.clock.set('2025-03-02T08:00');
  const back = await house.reopen();
  const [remark] = await back.client.rescue.remarks();
  expect(remark?.sentence).toContain('This machine says that it is Sunday 2 March 2025');
  await back.client.people.add({ givenName: 'Noor' });
  await back.client.backups.make();
  // The last step is the last one, whatever the clock says of it.
  expect(await back.client.journal.undo({})).toMatchObject({ label: 'Added Noor' });
  const { backups } = await back.client.backups.list();
  expect(backups.map(({ day }) => day)).toEqual(['2025-03-02', '2026-03-02']);

  back.clock.set('2026-03-02T09:00');
  back.house.bell.ring({ type: 'changed', topics: ['clock'] });
  await back.client.house.now();
  expect(await back.client.rescue.remarks()).toEqual([]);
  expect(await names(await back.reopen())).toEqual(['Rosa']);
});

test('a machine that wakes on another day makes that day’s backup', async () => {
  const house = await openHouse({ backsUpByItself: true });
  await house.client.people.add({ givenName: 'Rosa' });
  house.clock.addDays(3);
  house.house.bell.ring({ type: 'changed', topics: ['clock'] });
  house.house.bell.ring({ type: 'day-turned', day: house.clock.today() });
  await house.client.house.now();
  await house.house.backups.settled();
  expect((await house.client.backups.list()).backups).toMatchObject([{ day: '2026-03-05' }]);
});
