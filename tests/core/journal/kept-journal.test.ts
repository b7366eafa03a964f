import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keptFiles, keptPath } from '../../../main/core/journal/kept-files.ts';
import { newId } from '../../../main/core/journal/new-id.ts';
import { stepsAfter } from '../../../main/core/journal/read-kept.ts';
import { openHouse } from '../../support/open-house.ts';

async function labels(folder: string, after: string | null = null): Promise<string[]> {
  const found: string[] = [];
  for await (const { step } of stepsAfter(join(folder, 'journal'), after)) found.push(step.label);
  return found;
}

test('what is acknowledged is written down beside the database, for its owner alone', async () => {
  const { client, folder } = await openHouse();
  await client.people.add({ givenName: 'Rosa' });
  await client.people.add({ givenName: 'Noor' });
  await client.journal.undo({});
  expect(await labels(folder)).toEqual(['Added Rosa', 'Added Noor', 'Added Noor']);
  const [number = 0] = keptFiles(join(folder, 'journal'));
  expect(statSync(keptPath(join(folder, 'journal'), number)).mode & 0o077).toBe(0);
  expect(statSync(join(folder, 'journal')).mode & 0o077).toBe(0);
});

test('what only looks writes nothing', async () => {
  const { client, folder } = await openHouse();
  await client.people.list({});
  await client.settings.get();
  expect(keptFiles(join(folder, 'journal'))).toEqual([]);
});

test('a backup begins a new file, and what the three newest do not need goes', async () => {
  const { client, folder } = await openHouse();
  const journal = join(folder, 'journal');
  for (const givenName of ['Rosa', 'Noor', 'Ada', 'Jun', 'Eva']) {
    await client.people.add({ givenName });
    await client.backups.make();
  }
  await client.people.add({ givenName: 'Leo' });
  expect(keptFiles(journal)).toEqual([4, 5, 6]);
  const notes = (await client.backups.list()).backups;
  expect(notes).toHaveLength(3);
});

test('a line that a crash has cut off is passed over, and the next start goes on', async () => {
  const house = await openHouse();
  await house.client.people.add({ givenName: 'Rosa' });
  await house.close();
  const path = keptPath(join(house.folder, 'journal'), 1);
  writeFileSync(path, `${readFileSync(path, 'utf8')}{"step":{"id":"x","label":"Half"}}\n{"tab`);
  const again = await house.reopen();
  await again.client.people.add({ givenName: 'Noor' });
  expect(await labels(house.folder)).toEqual(['Added Rosa', 'Added Noor']);
});

test('what could not be written down for a while is written down with the next', async () => {
  const { client, folder, host } = await openHouse();
  const journal = join(folder, 'journal');
  rmSync(journal, { recursive: true, force: true });
  writeFileSync(journal, 'in the way');
  await client.people.add({ givenName: 'Rosa' });
  await client.people.add({ givenName: 'Noor' });
  // Said once, not with every word.
  expect(host.lines.filter((line) => line.includes('The journal beside'))).toHaveLength(1);
  rmSync(journal);
  mkdirSync(journal);
  await client.people.add({ givenName: 'Ada' });
  expect(await labels(folder)).toEqual(['Added Rosa', 'Added Noor', 'Added Ada']);
  expect(readdirSync(journal)).toHaveLength(1);
});

test('a step that was committed as the house broke off is written down at the next start', async () => {
  const house = await openHouse();
  await house.client.people.add({ givenName: 'Rosa' });
  // Past the boundary, as when the process dies between the two.
  house.house.keptJournal.catchUp = async () => undefined;
  await house.client.people.add({ givenName: 'Noor' });
  const again = await house.reopen();
  expect(await labels(again.folder)).toEqual(['Added Rosa', 'Added Noor']);
});

test('what is large is written down a little at a time: whoever looks does not wait for it', async () => {
  const { client, folder, house } = await openHouse();
  house.journal.step('Wrote many openings', (write) => {
    for (let number = 0; number < 30_000; number++) {
      write.insert('opening', { id: newId(house.clock), text: 'Thank you', added_at: number });
    }
  });
  const saved = client.notes.add({ customerId: null, body: 'Buy flour' });
  await expect.poll(() => house.keptJournal.end(), { interval: 0 }).toBe(2);
  await client.settings.get();
  expect(house.keptJournal.isBehind()).toBe(true);
  await saved;
  // It is acknowledged only when it is written down, and so is what came before it.
  expect(house.keptJournal.isBehind()).toBe(false);
  expect((await labels(folder)).at(-1)).toBe('Wrote a note');
  expect(await labels(folder)).toHaveLength(2);
});
