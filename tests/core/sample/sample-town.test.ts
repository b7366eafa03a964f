import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { House } from '../../../main/core/core.ts';
import { all } from '../../../main/core/database/connection.ts';
import { journaledTables } from '../../../main/core/journal/tables.ts';
import { readTown } from '../../../main/core/sample/town.ts';
import { openHouse, stillClock } from '../../support/open-house.ts';

// Whole towns are built here, on a machine that does other things besides.
vi.setConfig({ testTimeout: 60_000 });

const townFolder = join(import.meta.dirname, '../../../assets/sample-town');

/** Everything that a person could have written, row by row; mentions and derived rows left out. */
function written(house: House): Record<string, unknown[]> {
  const tables = journaledTables.filter((table) => table !== 'sample_row');
  return Object.fromEntries(
    tables.map((table) => [table, all(house.connection, `SELECT * FROM ${table} ORDER BY id`)]),
  );
}

function counts(house: House): Record<string, number> {
  const entries = Object.entries(written(house)).map(([table, rows]) => [table, rows.length]);
  return Object.fromEntries(entries);
}

describe('Bringing in the sample town', () => {
  it('gives the same town, ids included, whenever the clock says the same', async () => {
    const one = await openHouse();
    const other = await openHouse();
    await one.client.sample.load();
    await other.client.sample.load();
    expect(written(one.house)).toEqual(written(other.house));
  });

  it('fills the house with people, talk, promises, notes, lessons, sources and lights', async () => {
    const { house, client } = await openHouse();
    await client.sample.load();
    expect(await client.sample.state()).toEqual({ here: true, people: 62 });
    const there = counts(house);
    expect(there.customer).toBe(62);
    expect(there.conversation).toBeGreaterThan(500);
    expect(there.follow_up).toBeGreaterThan(60);
    expect(there.note).toBeGreaterThan(25);
    expect(there.lesson).toBe(8);
    expect(there.reflection_answer).toBeGreaterThan(5);
    expect(there.source).toBe(10);
    const { lit, counted } = await client.today.steps({ days: 366 });
    expect(counted).toBe(366);
    expect(lit / counted).toBeGreaterThan(0.6);
    expect(lit / counted).toBeLessThan(0.75);
  });

  it('takes well under two seconds of work', async () => {
    const { client } = await openHouse();
    const before = process.threadCpuUsage();
    await client.sample.load();
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(1500);
  });

  it('has everybody in their own script, and names of every shape', async () => {
    const { client } = await openHouse();
    await client.sample.load();
    const { rows } = await client.people.list({ limit: 500 });
    const names = rows.map((row) => row.name);
    for (const script of [
      /\p{Script=Cyrillic}/u,
      /\p{Script=Greek}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Hebrew}/u,
      /\p{Script=Devanagari}/u,
      /\p{Script=Georgian}/u,
      /\p{Script=Hangul}/u,
      /\p{Script=Han}/u,
      /[ąćłżřáéëüşğīēö]/u,
    ]) {
      expect(
        names.some((name) => script.test(name)),
        String(script),
      ).toBe(true);
    }
    expect(names).toContain('Wulandari');
    expect(names).toContain('Biscuit');
    expect(names).toContain('小野寺陽菜');
    expect(names).toContain('Tideline Couriers Co-op');
    expect(Math.max(...names.map((name) => name.length))).toBeGreaterThan(50);
  });

  it('has birthdays near on whatever day it is, and nothing said in times to come', async () => {
    for (const now of ['2026-03-02T08:00', '2027-12-31T23:30', '2028-02-29T06:00']) {
      const clock = stillClock(now);
      const { house, client } = await openHouse({ clock });
      await client.sample.load();
      const dates = all<{ month: number; day: number }>(
        house.connection,
        "SELECT month, day FROM customer_date WHERE kind = 'birthday'",
      );
      const [, month = 0, day = 0] = clock.today().split('-').map(Number);
      expect(
        dates.some((date) => date.month === month && date.day === day),
        now,
      ).toBe(true);
      const ahead = all(
        house.connection,
        `SELECT id FROM conversation WHERE happened_at > :now OR happened_day > :today
         UNION ALL SELECT id FROM note WHERE written_at > :now
         UNION ALL SELECT id FROM follow_up WHERE made_at > :now OR done_at > :now`,
        { now: clock.now(), today: clock.today() },
      );
      expect(ahead, now).toEqual([]);
    }
  });

  it('keeps promises in every state: kept, late, due today, ahead and repeating', async () => {
    const { client } = await openHouse();
    await client.sample.load();
    const { rows: open } = await client.followUps.list({ limit: 500 });
    const { rows: kept } = await client.followUps.list({ state: 'done', limit: 500 });
    expect(kept.length).toBeGreaterThan(30);
    expect(open.filter((one) => one.daysLate > 0).length).toBeGreaterThanOrEqual(3);
    expect(open.filter((one) => one.daysLate === 0).length).toBeGreaterThanOrEqual(1);
    expect(open.filter((one) => one.daysLate < 0).length).toBeGreaterThanOrEqual(8);
    expect(open.filter((one) => one.recurrence).length).toBeGreaterThanOrEqual(3);
  });

  it('refuses to come twice', async () => {
    const { client } = await openHouse();
    await client.sample.load();
    await expect(client.sample.load()).rejects.toThrow('The sample town is here already.');
  });

  it('leaves settings that were made before as they are', async () => {
    const { client } = await openHouse();
    await client.settings.save({ businessName: 'Rosa Bakes' });
    await client.sample.load();
    const settings = await client.settings.get();
    expect(settings).toMatchObject({ welcomed: true, businessName: 'Rosa Bakes', country: 'GB' });
  });

  it('changes nothing when its files are damaged', async () => {
    const sampleFolder = mkdtempSync(join(tmpdir(), 'porchlight-town-'));
    onTestFinished(() => rmSync(sampleFolder, { recursive: true, force: true }));
    cpSync(townFolder, sampleFolder, { recursive: true });
    const promises = readFileSync(join(sampleFolder, 'promises.json'), 'utf8');
    writeFileSync(join(sampleFolder, 'promises.json'), promises.slice(0, 2000));
    const { house, client } = await openHouse({ sampleFolder });
    const before = written(house);
    await expect(client.sample.load()).rejects.toThrow();
    expect(written(house)).toEqual(before);
    expect(await client.sample.state()).toEqual({ here: false, people: 0 });
  });
});

describe('Taking the sample town away', () => {
  it('leaves an empty house', async () => {
    const { house, client } = await openHouse();
    await client.sample.load();
    await client.sample.remove();
    const { source, setting, ...rest } = counts(house);
    expect(new Set(Object.values(rest))).toEqual(new Set([0]));
    expect(setting, 'that Welcome is over').toBe(1);
    expect(source).toBe(10);
    expect(all(house.connection, 'SELECT id FROM source WHERE removed_at IS NULL')).toEqual([]);
    expect(all(house.connection, 'SELECT customer_id FROM customer_standing')).toEqual([]);
    expect(all(house.connection, 'SELECT id FROM search_document')).toEqual([]);
    expect(await client.sample.state()).toEqual({ here: false, people: 0 });
  });

  it('is one step, and undo brings the whole town back', async () => {
    const { house, client } = await openHouse();
    await client.sample.load();
    const before = written(house);
    const { step } = await client.sample.remove();
    await client.journal.undo({ step });
    expect(written(house)).toEqual(before);
    expect((await client.sample.state()).here).toBe(true);
  });

  it('keeps what was added beside it, which only forgets the town', async () => {
    const { house, client } = await openHouse();
    const own = await client.people.add({ givenName: 'Mara', tags: ['mine'] });
    await client.settings.save({ yourName: 'Mara herself' });
    await client.sample.load();
    const { rows } = await client.people.list({ words: 'Achterberg' });
    const roz = rows[0]?.id ?? '';
    const later = await client.people.add({
      givenName: 'Ottoline',
      sentBy: roz,
      relations: [{ otherId: roz, relation: 'neighbour' }],
    });
    const followUp = await client.followUps.add({
      text: 'Ring Ottoline',
      customerId: later.id,
      dueDay: '2026-03-05',
    });
    await client.followUps.add({ text: 'Ring Roz', customerId: roz, dueDay: '2026-03-05' });
    await client.settings.save({ businessName: 'Mara and Sons' });
    const medium = 'counter';
    const both = await client.conversations.log({
      customerIds: [roz, own.id],
      medium,
      said: 'Both of them at the counter',
      promises: [{ text: 'Send Roz the card', dueDay: '2026-03-04' }],
    });
    await client.conversations.log({ customerIds: [roz], medium, said: 'Only Roz' });
    const lesson = await client.lessons.add({
      sentence: 'Ask twice.',
      conversationIds: [both.id],
    });
    await client.notes.add({ customerId: null, body: 'Buy stamps' });

    await client.sample.remove();

    const left = await client.people.list({ limit: 500 });
    expect(left.rows.map((row) => row.id).sort()).toEqual([own.id, later.id].sort());
    const ottoline = await client.people.get({ id: later.id });
    expect(ottoline.sentBy).toBeNull();
    expect(ottoline.relations).toMatchObject([{ name: 'Rosalind Achterberg', otherId: null }]);
    expect((await client.followUps.list({})).rows.map((row) => row.id)).toEqual([followUp.id]);
    const said = await client.conversations.list({});
    expect(said.rows).toMatchObject([{ id: both.id, customers: [{ id: own.id }] }]);
    expect((await client.lessons.list()).map(({ id, voices }) => [id, voices.length])).toEqual([
      [lesson.id, 1],
    ]);
    expect(all(house.connection, 'SELECT body FROM note')).toEqual([{ body: 'Buy stamps' }]);
    expect(await client.settings.get()).toMatchObject({
      yourName: 'Mara herself',
      businessName: 'Mara and Sons',
      website: '',
    });
    expect(all(house.connection, 'PRAGMA foreign_key_check')).toEqual([]);
  });

  it('can come again on another day, as new', async () => {
    const clock = stillClock();
    const { house, client } = await openHouse({ clock });
    await client.sample.load();
    await client.sample.remove();
    clock.addDays(40);
    await client.sample.load();
    const fresh = await openHouse({ clock });
    await fresh.client.sample.load();
    expect(written(house)).toEqual(written(fresh.house));
  });

  it('refuses when there is none', async () => {
    const { client } = await openHouse();
    await expect(client.sample.remove()).rejects.toThrow('The sample town is not here.');
  });
});

describe("The town's own files", () => {
  const town = readTown(townFolder);

  it('speak only of people and days that there are', () => {
    const keys = new Set(town.people.map((person) => person.key));
    const named = [
      ...town.people.flatMap(({ relations }) => relations.flatMap(({ other }) => other ?? [])),
      ...town.people.flatMap(({ sentBy }) => sentBy ?? []),
      ...town.conversations.flatMap((one) => one.with),
      ...town.promises.map((one) => one.for),
      ...town.notes.map((one) => one.about),
    ];
    expect(named.filter((key) => !keys.has(key))).toEqual([]);
    const talks = new Set(
      town.conversations.flatMap((one) => one.with.map((key) => `${key} ${one.daysAgo}`)),
    );
    const voices = town.lessons.flatMap((lesson) => lesson.voices);
    expect(voices.filter((voice) => !talks.has(`${voice.with} ${voice.daysAgo}`))).toEqual([]);
  });

  it('let nobody speak before they came', () => {
    const added = new Map(town.people.map((person) => [person.key, person.addedDaysAgo]));
    const early = town.conversations.filter((one) =>
      one.with.some((key) => one.daysAgo > (added.get(key) ?? 0)),
    );
    expect(early).toEqual([]);
  });

  it('fit the circles: one person a day is enough', () => {
    const days = { inner: 14, regular: 30, wider: 91, none: Number.POSITIVE_INFINITY };
    const perDay = town.people.map((person) => 1 / (person.rhythmDays ?? days[person.circle]));
    expect(perDay.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1);
  });

  it('know every way of speaking, and attempts that reached nobody', () => {
    const media = new Set(town.conversations.map((one) => one.medium));
    expect([...media].sort()).toEqual(
      ['counter', 'email', 'letter', 'phone', 'post', 'review', 'text', 'video', 'visit'].sort(),
    );
    expect(town.conversations.filter((one) => !one.reached).length).toBeGreaterThanOrEqual(10);
  });

  it('call no weekday, month or season by name where that day would move', () => {
    const moving =
      /\b(?:mon|tues|wednes|thurs|fri|satur)day|christmas|easter|summer|winter|january|february|august|december/i;
    const texts = [
      ...town.conversations.map((one) => one.said),
      ...town.promises.map((one) => one.text),
      ...town.notes.map((one) => one.body),
    ];
    expect(texts.filter((text) => moving.test(text))).toEqual([]);
  });
});
