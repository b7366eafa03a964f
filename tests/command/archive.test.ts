import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { commandShell } from './run-command.ts';

test('an archive written by one house becomes another, and replaces only when told to', async () => {
  const folder = temporaryFolder();
  const people = join(folder, 'people.csv');
  const archive = join(folder, 'all.porchlight.zip');
  const old = commandShell();
  writeFileSync(people, 'First name\nRosa\nNoor');
  await old('import', people);
  const written = await old('export', archive);
  expect(written.text).toMatch(/^Everything, \d+ kilobytes, written to .*all\.porchlight\.zip\.$/);
  expect(written.json).toMatchObject({ format: 'archive', file: archive });

  const fresh = commandShell();
  const brought = await fresh('import', archive);
  expect(brought.text).toBe('Brought in: 2 people.');
  expect((await fresh('search', 'noor')).json.hits).toHaveLength(1);

  writeFileSync(people, 'First name\nAda');
  const other = commandShell();
  await other('import', people);
  const refused = await other('import', archive);
  expect(refused).toMatchObject({ refused: true, code: 1 });
  expect(refused.text).toContain('(2 people) would take the place of everything');
  const replaced = await other('import', archive, '--replace');
  expect(replaced.text).toBe(
    'Brought in: 2 people.\nWhat was here is kept; porchlight restore 2 takes this back.',
  );
  expect((await other('people')).json.total).toBe(2);
  await other('restore', '2');
  expect((await other('people')).json.total).toBe(1);
});

test('what is no archive is refused, and a place that cannot be written is told', async () => {
  const porchlight = commandShell();
  const path = join(temporaryFolder(), 'x.porchlight.zip');
  expect((await porchlight('import', path)).text).toBe(`There is no file ${path}.`);
  writeFileSync(path, 'no zip');
  expect((await porchlight('import', path)).text).toContain('no archive of Porchlight');
  const nowhere = join(path, 'in-a-file.porchlight.zip');
  expect((await porchlight('export', nowhere)).text).toContain('cannot be written (ENOTDIR)');
});
