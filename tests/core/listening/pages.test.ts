import { expect, test } from 'vitest';
import { run } from '../../../main/core/database/connection.ts';
import { fillGreatHouse, idOf } from '../../bench/great-house.ts';
import { openHouse } from '../../support/open-house.ts';

const little = { people: 40, talks: 20, notes: 5, followUps: 60, mentions: 400 };

/** A house of four hundred voices: some in two places, some of one conversation, a source removed. */
async function someVoices() {
  const { house, client } = await openHouse();
  const { connection } = house;
  fillGreatHouse(connection, house.clock.now(), little);
  for (let number = 0; number < 40; number += 1) {
    const [one, other] = [idOf('ffff', number * 9), idOf('ffff', number * 9 + 1)];
    if (number % 2 === 0) {
      run(connection, 'UPDATE mention SET same_as = ? WHERE id = ?', [one, other]);
    } else {
      run(connection, 'INSERT OR IGNORE INTO mention_state (id) VALUES (?)', [other]);
      run(connection, 'UPDATE mention_state SET joined_to = ? WHERE id = ?', [one, other]);
    }
  }
  await client.sources.remove({ id: idOf('eeee', 3) });
  return { house, client };
}

test('the pages of every list of voices hold each voice once, and as many as are said', async () => {
  const { client } = await someVoices();
  const narrowings = [
    { state: 'new' },
    { state: 'new', order: 'matters' },
    { state: 'answered' },
    { state: 'let-go' },
    { starred: true },
    { customerId: idOf('aaaa', 5) },
    { sourceId: idOf('eeee', 4) },
    { words: 'boiler' },
    {},
  ] as const;
  for (const narrowing of narrowings) {
    const whole = await client.mentions.list({ ...narrowing, limit: 500 });
    expect(whole.rows.length).toBeGreaterThan(0);
    expect(whole.total).toBe(whole.rows.length);
    const paged: string[] = [];
    for (let offset = 0; offset < whole.total; offset += 30) {
      const { rows, total } = await client.mentions.list({ ...narrowing, offset, limit: 30 });
      expect(total).toBe(whole.total);
      paged.push(...rows.map(({ id }) => id));
    }
    expect(paged).toEqual(whole.rows.map(({ id }) => id));
  }
  const { newMentions } = await client.house.counts();
  expect(newMentions).toBe((await client.mentions.list({ state: 'new', limit: 500 })).rows.length);
});

test('a page further down knows at once what was done meanwhile', async () => {
  const { client } = await someVoices();
  const below = () =>
    client.mentions.list({ state: 'new', order: 'matters', offset: 20, limit: 10 });
  const before = await below();
  const [first, second] = before.rows.map(({ id }) => id);
  await client.mentions.mark({ ids: [first ?? ''], state: 'noted' });
  const after = await below();
  expect(after.total).toBe(before.total - 1);
  expect(after.rows[0]?.id).toBe(second);
  await client.journal.undo({});
  expect((await below()).rows).toEqual(before.rows);
});

test('the pages of follow-ups hold each once, whatever they are sorted by', async () => {
  const { client } = await someVoices();
  for (const asked of [
    { sort: 'day' },
    { sort: 'person' },
    { sort: 'newest' },
    { state: 'done' },
  ] as const) {
    const whole = await client.followUps.list({ ...asked, limit: 500 });
    const paged = [];
    for (let offset = 0; offset < whole.total; offset += 7) {
      paged.push(...(await client.followUps.list({ ...asked, offset, limit: 7 })).rows);
    }
    expect(whole.rows.length).toBeGreaterThan(0);
    expect(paged).toEqual(whole.rows);
  }
});
