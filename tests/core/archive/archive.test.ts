import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openPromise } from 'yauzl';
import { readArchive, readManifest } from '../../../main/core/archive/read-archive.ts';
import { writeArchive } from '../../../main/core/archive/write-archive.ts';
import { openConnection } from '../../../main/core/database/connection.ts';
import { migrate } from '../../../main/core/database/migrate.ts';
import { currentVersion, migrations } from '../../../main/core/database/migrations/index.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { openHouse } from '../../support/open-house.ts';
import { everything, happenings, live, smallHouse } from './generated-house.ts';

const asked = { at: Date.UTC(2026, 2, 2, 7), day: '2026-03-02', version: '1.2.3' };

/** The archive of a house in which some things happened. */
async function archived(...words: string[]) {
  const { house, folder } = await openHouse();
  live(
    house,
    (['meet', 'photo', 'talk', 'mention'] as const).flatMap((what) =>
      words.map((each) => ({ what, words: each, whom: 0 })),
    ),
  );
  const to = join(folder, 'house.porchlight.zip');
  await writeArchive({ ...asked, from: house.databasePath, to });
  return { house, to, folder };
}

test('whatever house it is, its archive gives the same house again', async () => {
  const folder = temporaryFolder();
  const empty = join(folder, 'empty.db');
  const making = openConnection(empty);
  migrate(making);
  making.close();
  let number = 0;
  await fc.assert(
    fc.asyncProperty(happenings, async (all) => {
      number += 1;
      const from = join(folder, `${number}.db`);
      const to = join(folder, `${number}.zip`);
      copyFileSync(empty, from);
      const house = smallHouse(from);
      live(house, all);
      await writeArchive({ ...asked, from, to });
      await readArchive(to, join(folder, `${number}-again.db`));
      const again = openConnection(join(folder, `${number}-again.db`));
      expect(everything(again)).toEqual(everything(house.connection));
      expect(again.pragma('integrity_check', { simple: true })).toBe('ok');
      again.close();
      house.connection.close();
    }),
    { numRuns: 15, endOnFailure: true },
  );
});

test('it is a zip of lines and pictures that any program reads, with sums and counts', async () => {
  const { to } = await archived('Noor');
  const manifest = await readManifest(to);
  expect(manifest).toMatchObject({
    program: 'Porchlight',
    format: 1,
    version: '1.2.3',
    schema: currentVersion,
    at: asked.at,
    tables: { customer: { rows: 2 }, conversation: { rows: 1 }, picture: { rows: 1 } },
  });
  expect(manifest.tables).not.toHaveProperty('search_document');
  const zip = await openPromise(to, { autoClose: false });
  const content = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const parts: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part);
    content.set(entry.fileName, Buffer.concat(parts).toString());
  }
  zip.close();
  const lines = content.get('tables/customer.jsonl')?.trim().split('\n') ?? [];
  expect(lines.map((line) => JSON.parse(line).display_name)).toEqual(['Rosa', 'Noor']);
  expect([...content.keys()].filter((path) => path.startsWith('photos/'))).toHaveLength(1);
  expect(content.get('read-me.txt')).toContain('porchlight import');
});

test('an archive of an earlier schema becomes a house of the present one', async () => {
  const folder = temporaryFolder();
  const from = join(folder, 'old.db');
  const old = openConnection(from);
  migrate(old, migrations.slice(0, 9));
  old.exec(`INSERT INTO customer (id, given_name, display_name, sort_name, added_at, added_day)
    VALUES ('018f0000-0000-7000-8000-000000000001', 'Rosa', 'Rosa', 'rosa', 1, '2026-01-01')`);
  old.close();
  await writeArchive({ ...asked, from, to: join(folder, 'old.zip') });
  expect((await readManifest(join(folder, 'old.zip'))).schema).toBe(9);
  await readArchive(join(folder, 'old.zip'), join(folder, 'new.db'));
  const now = openConnection(join(folder, 'new.db'));
  expect(now.pragma('user_version', { simple: true })).toBe(currentVersion);
  const select = (sql: string) => now.prepare(sql).pluck().all();
  expect(select('SELECT display_name FROM customer')).toEqual(['Rosa']);
  expect(select("SELECT count(*) FROM search_index WHERE search_index MATCH 'rosa'")).toEqual([1]);
  now.close();
});

test('a file that is none, was cut off or was changed is refused in a sentence', async () => {
  const { to, folder } = await archived('Noor', 'Ada');
  const bytes = readFileSync(to);
  const path = join(folder, 'changed.zip');
  const read = async (content: Uint8Array) => {
    writeFileSync(path, content);
    await readArchive(path, join(folder, 'out.db'));
  };
  await expect(read(Buffer.from('hello'))).rejects.toThrow('no archive of Porchlight');
  await expect(read(bytes.subarray(0, bytes.length - 100))).rejects.toThrow('cut off');
  // A byte in the middle of a picture, which a zip does not compress.
  const at = bytes.indexOf(Buffer.from([0xff, 0xd8, 0xff]));
  const changed = Buffer.from(bytes);
  changed[at + 3] = (changed[at + 3] ?? 0) ^ 1;
  await expect(read(changed)).rejects.toThrow('changed or cut off');
});

test('an archive by a newer Porchlight is refused in a sentence of its own', async () => {
  const { house, folder } = await archived('Noor');
  house.connection.pragma(`user_version = ${currentVersion + 1}`);
  const to = join(folder, 'newer.zip');
  await writeArchive({ ...asked, from: house.databasePath, to });
  await expect(readArchive(to, join(folder, 'out.db'))).rejects.toThrow('A newer Porchlight');
});
