import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openConnection } from '../../../main/core/database/connection.ts';
import { describeSchema, migrate, schemaVersion } from '../../../main/core/database/migrate.ts';
import { currentVersion, migrations } from '../../../main/core/database/migrations/index.ts';
import { openHouse } from '../../support/open-house.ts';

test('the schema is the committed one (npm run schema writes it anew)', () => {
  const connection = openConnection(':memory:');
  migrate(connection);
  const snapshot = readFileSync(
    join(import.meta.dirname, '../../../main/core/database/schema.sql'),
    'utf8',
  );
  expect(describeSchema(connection)).toBe(snapshot);
});

test('each migration is numbered in its order and leaves its marker', () => {
  expect(migrations.map((migration) => migration.version)).toEqual(
    migrations.map((_, index) => index + 1),
  );
  const connection = openConnection(':memory:');
  for (const migration of migrations) {
    migrate(connection, migrations.slice(0, migration.version));
    expect(schemaVersion(connection)).toBe(migration.version);
  }
});

test('a migration that fails leaves the schema and its marker as they were', () => {
  const connection = openConnection(':memory:');
  const broken = { version: 1, name: 'broken', sql: 'CREATE TABLE one (id TEXT); nonsense;' };
  expect(() => migrate(connection, [broken])).toThrow();
  expect(schemaVersion(connection)).toBe(0);
  expect(describeSchema(connection)).toBe('\n');
});

test('a newer schema is refused with a clear sentence and left alone', async () => {
  const first = await openHouse();
  first.house.connection.pragma(`user_version = ${currentVersion + 1}`);
  await expect(first.reopen()).rejects.toThrow('written by a newer Porchlight');
});

test('the database is open as the house wants it', async () => {
  const { house } = await openHouse();
  const pragma = (name: string) => house.connection.pragma(name, { simple: true });
  expect(pragma('journal_mode')).toBe('wal');
  expect(pragma('synchronous')).toBe(2);
  expect(pragma('foreign_keys')).toBe(1);
  const loose = house.connection
    .prepare(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND schema = 'main' AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all();
  expect(loose).toEqual([]);
});
