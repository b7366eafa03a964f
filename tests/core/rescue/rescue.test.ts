import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Trouble } from '../../../main/core/rescue/look.ts';
import { addCustomers } from '../../support/customers.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { mention } from '../../support/stored-rows.ts';
import { damages, setAsideIn } from './damage.ts';

const names = async ({ client }: Pick<OpenedHouse, 'client'>) =>
  (await client.people.list({})).rows.map(({ name }) => name).sort();
const meet = ({ client }: Pick<OpenedHouse, 'client'>, givenName: string) =>
  client.people.add({ givenName });
const database = ({ folder }: Pick<OpenedHouse, 'folder'>) => join(folder, 'porchlight.db');

/** A house with a backup of Rosa, and Noor and a talk with her since; closed. */
async function livedIn() {
  const house = await openHouse();
  await meet(house, 'Rosa');
  const { name } = await house.client.backups.make();
  const { id } = await meet(house, 'Noor');
  await house.client.notes.add({ customerId: id, body: 'Met at the fair' });
  await house.close();
  return { house, name };
}

for (const trouble of Object.keys(damages) as Trouble[]) {
  test(`a database that is ${trouble} is set aside, and all comes back with what was done since`, async () => {
    const { house, name } = await livedIn();
    damages[trouble](database(house));
    const before = trouble === 'missing' ? null : readFileSync(database(house));
    const again = await house.reopen();
    const state = await again.client.rescue.state();
    expect(state).toMatchObject({
      trouble,
      backup: { name, holds: { people: 1 } },
      since: {
        steps: 2,
        latest: [
          { label: expect.stringContaining('Noor') },
          { label: expect.stringContaining('Noor') },
        ],
      },
    });
    if (before) expect(readFileSync(state?.file ?? '')).toEqual(before);
    expect(await names(again)).toEqual([]);

    const result = await again.client.rescue.bringBack({ name });
    expect(result).toMatchObject({ holds: { people: 2, notes: 1 }, steps: 2, left: 0 });
    expect(await names(again)).toEqual(['Noor', 'Rosa']);
    expect(await again.client.rescue.state()).toBeNull();
    // What was filled in can be undone as if nothing had happened.
    await again.client.journal.undo({});
    await again.client.journal.undo({});
    expect(await names(again)).toEqual(['Rosa']);
    const last = await again.reopen();
    expect(await last.client.rescue.state()).toBeNull();
    if (before) expect(setAsideIn(last.folder)).toHaveLength(2);
  });
}

test('without any backup the journal brings all of it back', async () => {
  const house = await openHouse();
  await meet(house, 'Rosa');
  await meet(house, 'Noor');
  await house.close();
  damages.garbage(database(house));
  const again = await house.reopen();
  expect(await again.client.rescue.state()).toMatchObject({ backup: null, since: { steps: 2 } });
  await again.client.rescue.bringBack({ name: null });
  expect(await names(again)).toEqual(['Noor', 'Rosa']);
});

test('nobody need decide at once, and an empty house can be chosen', async () => {
  const { house } = await livedIn();
  damages.garbage(database(house));
  const later = await (await house.reopen()).reopen();
  expect(await later.client.rescue.state()).toMatchObject({ trouble: 'garbage' });
  await later.client.rescue.startAnew();
  expect(await later.client.rescue.state()).toBeNull();
  await meet(later, 'Ada');
  const last = await later.reopen();
  expect(await names(last)).toEqual(['Ada']);
  // Nothing was deleted: the file, the journal, the backup.
  expect(setAsideIn(last.folder)).toHaveLength(2);
  expect((await last.client.backups.list()).backups).toHaveLength(1);
  await expect(last.client.rescue.startAnew()).rejects.toThrow('decided already');
});

test('a second damage later on has the journal of its own time', async () => {
  const { house, name } = await livedIn();
  damages.garbage(database(house));
  const again = await house.reopen();
  await again.client.rescue.bringBack({ name });
  await meet(again, 'Ada');
  await again.close();
  damages.truncated(database(house));
  const twice = await again.reopen();
  const state = await twice.client.rescue.state();
  expect(state).toMatchObject({ backup: { holds: { people: 2 } }, since: { steps: 1 } });
  await twice.client.rescue.bringBack({ name: state?.backup?.name ?? null });
  expect(await names(twice)).toEqual(['Ada', 'Noor', 'Rosa']);
});

test('a backup that was spoilt too is refused, and another one can be taken', async () => {
  const { house, name } = await livedIn();
  const open = await house.reopen();
  await meet(open, 'Ada');
  const newest = (await open.client.backups.make()).name;
  await open.close();
  writeFileSync(join(house.folder, 'backups', `${newest}.db`), 'spoilt');
  damages.garbage(database(house));
  const again = await open.reopen();
  expect(await again.client.rescue.state()).toMatchObject({ backup: { name: newest } });
  await expect(again.client.rescue.bringBack({ name: newest })).rejects.toThrow('changed or cut');
  // The journal is kept for as long as the three newest backups need it.
  await again.client.rescue.bringBack({ name });
  expect(await names(again)).toEqual(['Ada', 'Noor', 'Rosa']);
});

test('a restore begins a new line: what was left behind is not filled in later', async () => {
  const { house, name } = await livedIn();
  const open = await house.reopen();
  await open.client.backups.restore({ name });
  await meet(open, 'Ada');
  await open.close();
  damages.garbage(database(house));
  const again = await open.reopen();
  const state = await again.client.rescue.state();
  expect(state).toMatchObject({ backup: { reason: 'restored' }, since: { steps: 1 } });
  await again.client.rescue.bringBack({ name: state?.backup?.name ?? null });
  expect(await names(again)).toEqual(['Ada', 'Rosa']);
});

test('words that were dealt with come back with what was said, as far as their source is known', async () => {
  const house = await openHouse();
  await meet(house, 'Rosa');
  await house.client.backups.make();
  const source = { id: '018f0000-0000-7000-8000-00000000cafe', kind: 'feed', name: 'Town paper' };
  house.house.journal.step('Listened to the paper', (write) =>
    write.insert('source', { ...source, address: 'https://paper.example/feed', added_at: 1 }),
  );
  const said = mention(house.house, null, 'The bread was lovely', house.house.clock.now());
  await house.client.mentions.mark({ ids: [said], state: 'noted' });
  await house.close();
  damages.garbage(database(house));
  const again = await house.reopen();
  const state = await again.client.rescue.state();
  const { left } = await again.client.rescue.bringBack({ name: state?.backup?.name ?? null });
  expect(left).toBe(0);
  expect(await again.client.mentions.get({ id: said })).toMatchObject({
    text: 'The bread was lovely',
    state: 'noted',
  });
});

test('what is unreadable in the note of a decision does not keep the house shut', async () => {
  const { house } = await livedIn();
  damages.missing(database(house));
  const open = await house.reopen();
  await open.close();
  writeFileSync(join(house.folder, 'set-aside/undecided.json'), 'not JSON');
  rmSync(database(house));
  const again = await open.reopen();
  expect(await again.client.rescue.state()).toMatchObject({ trouble: 'missing' });
});

test('an index that is broken is made anew without being asked', async () => {
  const house = await openHouse();
  addCustomers(house.house, [{ givenName: 'Rosa' }]);
  house.house.connection.unsafeMode(true);
  house.house.connection.exec("UPDATE search_index_data SET block = x'00112233' WHERE id > 10");
  const again = await house.reopen();
  expect(await again.client.rescue.state()).toBeNull();
  expect((await again.client.search.find({ words: 'Rosa' })).hits).toHaveLength(1);
});
