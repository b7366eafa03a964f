import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { all } from '../../../main/core/database/connection.ts';
import { complaintsOf } from '../../../main/core/database/look.ts';
import { openHouse } from '../../support/open-house.ts';
import { mention } from '../../support/stored-rows.ts';
import { filesWith, hers, town } from './town.ts';

test('whoever is forgotten is in no file of the house any more; what others said stays', async () => {
  const opened = await openHouse();
  const { client, folder, house } = opened;
  const known = await town(opened);
  expect(filesWith(folder, hers).length).toBeGreaterThan(0);

  const told = await client.forgetting.look({ id: known.rosa });
  expect(told).toMatchObject({
    ...{ name: 'Rosalinde Marinetti', conversations: 1, shared: 1, notes: 1, followUps: 1 },
    ...{ matters: 1, photo: true, voices: 1, alsoKnownAs: [] },
    older: { backups: [], setAside: 0, secondAway: false },
  });
  const { older } = await client.forgetting.forget({ id: known.rosa, older: 'leave' });
  expect(older).toEqual({ backups: [], setAside: 0, secondAway: false });
  expect(filesWith(folder, hers)).toEqual([]);
  expect(filesWith(folder, [known.rosa]).map((found) => found.split(':')[0])).not.toContain('x');
  expect(complaintsOf(house.connection, { thorough: true })).toEqual([]);
  expect(all(house.connection, 'PRAGMA foreign_key_check')).toEqual([]);

  await expect(client.people.get({ id: known.rosa })).rejects.toMatchObject({
    data: { code: 'not-found' },
  });
  expect((await client.search.find({ words: 'marinetti' })).hits).toEqual([]);
  expect(await client.people.get({ id: known.ada })).toMatchObject({
    ...{ sentBy: null, relations: [], howMet: 'somebody brought her' },
    facts: [{ text: 'goes dancing with somebody' }],
  });
  expect(await client.conversations.get({ id: known.both })).toMatchObject({
    customers: [{ id: known.ada }],
    said: 'somebody and Ada want a lemon cake',
  });
});

test('their public words stay and are nobody’s, and the reviews of others are left alone', async () => {
  const opened = await openHouse();
  const { client, house } = opened;
  const known = await town(opened);
  const other = mention(house, known.ada, 'Lovely', Date.UTC(2026, 1, 11));
  await client.forgetting.forget({ id: known.rosa, older: 'leave' });
  const voices = await client.mentions.list({});
  expect(voices.rows.map(({ id, customer }) => [id, customer?.id ?? null]).sort()).toEqual(
    [
      [known.voice, null],
      [other, known.ada],
    ].sort(),
  );
});

test('what was done before is undone as far as it is not about them, and brings nobody back', async () => {
  const opened = await openHouse();
  const { client, house, folder } = opened;
  const known = await town(opened);
  await client.people.change({ id: known.ada, changes: { sentBy: known.otto } });
  await client.forgetting.forget({ id: known.rosa, older: 'leave' });
  expect((await client.journal.history({ limit: 1 })).map(({ label }) => label)).toEqual([
    'Forgot somebody',
  ]);
  const steps = await client.journal.history({ limit: 500 });
  for (const { step, label, canUndo } of steps) {
    if (!canUndo) continue;
    await client.journal.undo({ step }).catch((problem) => {
      expect(problem, label).toMatchObject({ code: 'REFUSED', data: { code: 'conflict' } });
      expect(label).toMatch(/Forgot somebody|gone for good/);
    });
  }
  expect((await client.people.list({})).total).toBe(0);
  expect(filesWith(folder, hers)).toEqual([]);
  // And taking all of that back does not bring them back, either.
  for (const { step } of await client.journal.history({ limit: 500 })) {
    await client.journal.undo({ step }).catch(() => undefined);
  }
  expect((await client.people.list({})).rows.map(({ name }) => name)).not.toContain('Rosalinde');
  expect(all(house.connection, 'PRAGMA foreign_key_check')).toEqual([]);
});

test('whoever was merged into them is they, and a name that others bear too stays theirs', async () => {
  const opened = await openHouse();
  const { client, folder } = opened;
  const { id: twin } = await client.people.add({ givenName: 'Rosl', familyName: 'Marinetti' });
  const { id: keep } = await client.people.add({ givenName: 'Rosalinde', familyName: 'Marinetti' });
  const { id: leo } = await client.people.add({ givenName: 'Leo', familyName: 'Marinetti' });
  await client.people.merge({ keep, other: twin });
  const { id } = await client.conversations.log({
    ...{ customerIds: [keep, leo], medium: 'phone' as const },
    said: 'Rosalinde Marinetti, then Mr Marinetti',
  });
  expect((await client.forgetting.look({ id: keep })).alsoKnownAs).toEqual(['Rosl Marinetti']);
  await client.forgetting.forget({ id: keep, older: 'leave' });
  expect((await client.conversations.get({ id })).said).toBe('somebody, then Mr Marinetti');
  expect((await client.people.list({ binned: true })).total).toBe(0);
  expect(filesWith(folder, ['Rosl', 'Rosalinde'])).toEqual([]);
});

test('when it fails they are here as before, and nothing is done later', async () => {
  const { client, house, folder, reopen } = await openHouse();
  const { id } = await client.people.add({ givenName: 'Rosa' });
  house.connection.exec(
    "CREATE TRIGGER no BEFORE DELETE ON customer BEGIN SELECT RAISE(ABORT, 'no'); END",
  );
  await expect(client.forgetting.forget({ id, older: 'leave' })).rejects.toThrow();
  expect((await client.people.get({ id })).name).toBe('Rosa');
  expect(existsSync(join(folder, 'forgetting.json'))).toBe(false);
  const again = await reopen();
  expect((await again.client.people.get({ id })).name).toBe('Rosa');
});
