import { describe, expect, it, vi } from 'vitest';
import type { House } from '../../../main/core/core.ts';
import { all } from '../../../main/core/database/connection.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';

// A whole town and a thread that gathers it, on a machine that does other things besides.
vi.setConfig({ testTimeout: 60_000 });

/** Gathers all that the town's sources say, and waits until the town has dealt with it. */
async function gatherAll({ house, client }: OpenedHouse): Promise<void> {
  const ended = new AbortController();
  const events = house.bell.listen(ended.signal);
  let next = events.next();
  await client.sources.gather({ all: true });
  for (;;) {
    const { value, done } = await next;
    if (done) throw new Error('The bell fell silent.');
    if (value.type === 'gathering' && value.state === 'finished') break;
    next = events.next();
  }
  await vi.waitFor(() => expect(untouchedOld(house)).toBe(0));
  ended.abort();
}

function untouchedOld({ connection, clock }: House): number {
  return all(
    connection,
    `SELECT id FROM heard WHERE said_at < ?
       AND NOT EXISTS (SELECT 1 FROM mention_state WHERE mention_state.id = heard.id)`,
    [clock.now() - 10 * 86_400_000],
  ).length;
}

async function townWithMentions(): Promise<OpenedHouse> {
  const opened = await openHouse();
  await opened.client.sample.load();
  await gatherAll(opened);
  return opened;
}

describe("What the sample town's sources say", () => {
  it('is dealt with by itself: undo takes back what somebody did in the meantime', async () => {
    const opened = await openHouse();
    const { client } = opened;
    await client.sample.load();
    const [somebody] = (await client.people.list({ limit: 1 })).rows;
    await client.conversations.log({
      customerIds: [somebody?.id ?? ''],
      medium: 'counter',
      said: 'All well',
    });
    await gatherAll(opened);
    expect((await client.journal.undo({})).label).toMatch(/^Logged a conversation/);
  });

  it('comes through the real pipeline, with its dates lately and its authors known', async () => {
    const { client, clock } = await townWithMentions();
    const sources = await client.sources.list();
    expect(sources.filter((source) => source.lastError !== null)).toEqual([]);
    expect(sources.filter((source) => source.mentions < 8).map(({ name }) => name)).toEqual([]);

    const { rows, total } = await client.mentions.list({ limit: 500 });
    expect(total).toBeGreaterThanOrEqual(115);
    const dayLength = 86_400_000;
    for (const row of rows) {
      const age = clock.now() - (row.publishedAt ?? 0);
      expect(age, row.title).toBeGreaterThan(-dayLength);
      expect(age, row.title).toBeLessThan(200 * dayLength);
    }
    expect(rows.filter((row) => row.rating).length).toBeGreaterThanOrEqual(26);
    const byCustomers = rows.filter((row) => row.customer ?? row.likely);
    expect(byCustomers.length).toBeGreaterThanOrEqual(12);
    const authors = new Set(rows.map((row) => row.customer?.name));
    for (const name of ['Derek Applegarth', 'Rufus Tindall', 'يوسف الحداد', '박지훈']) {
      expect(authors, name).toContain(name);
    }
  });

  it('waits for an answer only where it is new', async () => {
    const { client } = await townWithMentions();
    const count = async (state: 'new' | 'answered' | 'noted' | 'let-go') =>
      (await client.mentions.list({ state, limit: 1 })).total;
    expect(await count('new')).toBeGreaterThan(10);
    expect(await count('new')).toBeLessThan(40);
    expect(await count('answered')).toBeGreaterThan(15);
    expect(await count('noted')).toBeGreaterThan(10);
    expect(await count('let-go')).toBeGreaterThan(10);
    const starred = await client.mentions.list({ starred: true });
    expect(starred.rows.map((row) => row.title)).toContain('For the dog');
  });

  it('is dealt with once: what a person marks anew stays so', async () => {
    const opened = await townWithMentions();
    const { rows } = await opened.client.mentions.list({ state: 'let-go', limit: 3 });
    const ids = rows.map((row) => row.id);
    await opened.client.mentions.mark({ ids, state: 'new' });
    await gatherAll(opened);
    const again = await opened.client.mentions.list({ state: 'new', limit: 500 });
    expect(again.rows.map((row) => row.id)).toEqual(expect.arrayContaining(ids));
  });

  it('goes with the town and comes back with it', async () => {
    const { house, client } = await townWithMentions();
    const before = await client.mentions.list({ limit: 500 });
    const { step } = await client.sample.remove();
    expect((await client.mentions.list({})).total).toBe(0);
    expect(all(house.connection, 'SELECT id FROM mention_state')).toEqual([]);
    await client.journal.undo({ step });
    const after = await client.mentions.list({ limit: 500 });
    expect(after.rows.map(({ id, state }) => ({ id, state }))).toEqual(
      before.rows.map(({ id, state }) => ({ id, state })),
    );
  });

  it('takes what was answered, told and kept of its voices along, and can come again', async () => {
    const { house, client } = await townWithMentions();
    const { rows } = await client.mentions.list({ limit: 500 });
    const voice = rows.find(({ customer }) => customer !== null);
    const mentionId = voice?.id ?? '';
    await client.answers.keep({ mentionId, text: 'Thank you' });
    await client.answers.sent({ mentionId, text: 'Thank you, do come by.' });
    await client.stories.keep({
      text: 'Lovely',
      mentionId,
      customerId: voice?.customer?.id ?? null,
    });
    const [lesson] = await client.lessons.list();
    await client.lessons.change({ id: lesson?.id ?? '', state: 'changed', changed: 'We did' });
    await client.sample.remove();
    for (const table of ['answer', 'answer_version', 'story', 'lesson_telling', 'conversation']) {
      expect([table, all(house.connection, `SELECT id FROM ${table}`)]).toEqual([table, []]);
    }
    await client.sample.load();
    expect((await client.people.list({})).total).toBeGreaterThan(50);
  });

  it('lets a complaint on top of a late promise name whoever made it', async () => {
    const { client } = await townWithMentions();
    const { day, pick } = await client.today.get();
    expect(day).toBe('2026-03-02');
    expect(pick?.customer.name).toBe('Derek Applegarth');
    expect(pick?.reasons.slice(0, 2)).toMatchObject([
      { kind: 'promise', text: 'Ring Derek back about the gears' },
      { kind: 'voice', tone: 'complaint' },
    ]);
    expect(pick?.brief.latestWords?.excerpt).toMatch(/I was patient the first time/);
  });
});
