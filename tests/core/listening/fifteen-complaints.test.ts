import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { farEndForEach } from './far-end-for-each.ts';
import { gather, listenTo, rss, source, titles } from './gathering.ts';

// What the users of feed readers complain of most, each held against ours. Finer tests of the same
// matters stand in the files beside this one.

const item = (name: string, more: object = {}) => ({
  guid: name,
  title: name,
  link: `https://shop.example/${name}`,
  text: `About ${name}`,
  ...more,
});
const minutesTill = ({ clock }: OpenedHouse, at: number | null) =>
  Math.round(((at ?? 0) - clock.now()) / 60_000);

const far = farEndForEach();

/** A house that listens to one feed, which has these items. */
async function listening(...items: object[]): Promise<OpenedHouse> {
  const opened = await openHouse();
  await listenTo(opened, far);
  far.at('/feed', rss(items));
  await gather(opened);
  return opened;
}

async function idOf(opened: OpenedHouse, title: string): Promise<string> {
  const { rows } = await opened.client.mentions.list({ limit: 500 });
  return rows.find((row) => row.title === title)?.id ?? '';
}

describe('readers are blamed for', () => {
  test('1. duplicates after a guid change', async () => {
    const opened = await listening(item('Bread'), item('Cake'));
    far.at('/feed', rss([item('Bread', { guid: 'x1' }), item('Cake', { guid: 'x2' })]));
    expect((await gather(opened)).last.newMentions).toBe(0);
    expect(await titles(opened)).toEqual(['Bread', 'Cake']);
  });

  test('2. one guid for every item, so that items are lost', async () => {
    const same = { guid: 'https://shop.example/' };
    const opened = await listening(item('Bread', same), item('Cake', same));
    far.at('/feed', rss([item('Pie', same), item('Bread', same), item('Cake', same)]));
    await gather(opened);
    expect(await titles(opened)).toEqual(['Bread', 'Cake', 'Pie']);
  });

  test('3. edited items that come back unread', async () => {
    const opened = await listening(item('Bread'));
    const id = await idOf(opened, 'Bread');
    await opened.client.mentions.mark({ ids: [id], state: 'answered' });
    far.at('/feed', rss([item('Bread', { title: 'Bread!', text: 'All sold' })]));
    await gather(opened);
    expect(await opened.client.mentions.get({ id })).toMatchObject({
      state: 'answered',
      title: 'Bread!',
      earlier: [{ title: 'Bread', text: 'About Bread' }],
    });
    expect((await opened.client.mentions.list({ state: 'new' })).total).toBe(0);
  });

  test('4. purged items that come back', async () => {
    const opened = await listening(item('Bread'));
    opened.clock.addDays(800);
    await gather(opened);
    expect(await titles(opened)).toEqual([]);
    far.at('/feed', rss([item('Bread', { text: 'Changed' }), item('Cake')]));
    await gather(opened);
    far.at('/feed', rss([item('Bread', { guid: 'other' }), item('Cake')]));
    await gather(opened);
    expect(await titles(opened)).toEqual(['Cake']);
  });

  test('5. wrong dates: 1969, 2097, none, and no zone', async () => {
    const opened = await listening(
      item('1969', { date: 'Wed, 31 Dec 1969 23:59:59 GMT' }),
      item('2097', { date: '2097-03-01T10:00:00Z' }),
      item('none'),
      item('no zone', { date: '2026-03-01 10:00:00' }),
    );
    const { rows } = await opened.client.mentions.list({});
    expect(Object.fromEntries(rows.map((row) => [row.title, row.publishedAt]))).toEqual({
      1969: null,
      2097: null,
      none: null,
      'no zone': Date.UTC(2026, 2, 1, 10),
    });
  });

  test('6. the order of publishing taken for that of arriving', async () => {
    const opened = await listening(item('Newer', { date: 'Sun, 01 Mar 2026 10:00:00 GMT' }));
    const first = opened.clock.now();
    opened.clock.set('2026-03-02T20:00');
    far.at(
      '/feed',
      rss([
        item('Older, found late', { date: 'Thu, 26 Feb 2026 10:00:00 GMT' }),
        item('Newer', { date: 'Sun, 01 Mar 2026 10:00:00 GMT' }),
      ]),
    );
    await gather(opened);
    const { rows } = await opened.client.mentions.list({});
    expect(rows.map((row) => row.title)).toEqual(['Newer', 'Older, found late']);
    expect(rows.map((row) => row.receivedAt - first >= 6 * 3_600_000)).toEqual([false, true]);
    expect(rows[1]?.publishedAt).toBe(Date.UTC(2026, 1, 26, 10));
  });

  test.each([
    ['windows-1252', 'windows-1252', 'Süße Brötchen'],
    ['shift_jis', 'shift_jis', '焼きたてのパン'],
    ['utf-8', 'windows-1251', 'Тёплый хлеб'],
  ])('7. encodings: said to be %s, being %s', async (says, is, title) => {
    const opened = await openHouse();
    await listenTo(opened, far);
    const text = rss([item('x', { title })]).replace('?>', ` encoding="${is}"?>`);
    far.at('/feed', (_request, response) =>
      response
        .setHeader('content-type', says === is ? 'text/xml' : `text/xml; charset=${says}`)
        .end(iconv.encode(text, is)),
    );
    await gather(opened);
    expect(await titles(opened)).toEqual([title]);
  });

  test('8. 429s that are answered with more requests', async () => {
    const opened = await listening(item('Bread'));
    await listenTo(opened, far, '/other');
    far.at('/feed', (_request, response) =>
      response.writeHead(429, { 'retry-after': '3600' }).end(),
    );
    const before = far.requests.length;
    await gather(opened);
    await gather(opened);
    // One of both feeds was asked; then the whole host rests for the hour that it wants.
    expect(far.requests.length - before).toBeLessThanOrEqual(2);
    const rest = await opened.client.sources.list();
    expect(rest.map((one) => one.health)).toEqual(['resting', 'resting']);
    expect(minutesTill(opened, rest[0]?.nextCheckAt ?? null)).toBe(60);
  });

  test('9. 403s from a wall for robots, taken for the end', async () => {
    const opened = await listening(item('Bread'));
    far.at('/feed', (_request, response) => response.writeHead(403).end('<html>Robot?</html>'));
    await gather(opened);
    expect(await source(opened)).toMatchObject({
      health: 'resting',
      lastError: expect.stringContaining('does not let us in'),
    });
    far.at('/feed', rss([item('Bread'), item('Cake')]));
    opened.clock.addDays(1);
    await gather(opened, {});
    expect(await source(opened)).toMatchObject({ health: 'well', lastError: null });
    expect(await titles(opened)).toEqual(['Bread', 'Cake']);
  });

  test.each([404, 500, 503])('10. a %i that comes back by itself', async (status) => {
    const opened = await listening(item('Bread'));
    far.at('/feed', (_request, response) => response.writeHead(status).end());
    await gather(opened);
    expect(await source(opened)).toMatchObject({ health: 'well', mentions: 1 });
    far.at('/feed', rss([item('Bread'), item('Cake')]));
    opened.clock.addDays(1);
    await gather(opened, {});
    expect(await titles(opened)).toEqual(['Bread', 'Cake']);
  });

  test('11. a source that is stuck after one error', async () => {
    const opened = await listening(item('Bread'));
    far.at('/feed', '<html>this is no feed</html>');
    for (let turn = 0; turn < 20; turn++) {
      // A day is the longest that any source waits, however often it failed.
      opened.clock.addDays(1);
      opened.clock.set(`${opened.clock.today()}T08:${10 + turn}`);
      await gather(opened, {});
    }
    far.at('/feed', rss([item('Bread'), item('Cake')]));
    opened.clock.addDays(2);
    await gather(opened, {});
    expect(await source(opened)).toMatchObject({ health: 'well' });
    expect(await titles(opened)).toEqual(['Bread', 'Cake']);
  });

  test('12. traps of caches: 304 for ever, and news behind an old validator', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    let news = [item('Bread')];
    far.at('/feed', (request, response) => {
      if (request.headers['if-none-match']) return response.writeHead(304).end();
      return response.setHeader('etag', '"1"').end(rss(news));
    });
    await gather(opened);
    news = [item('Cake'), item('Bread')];
    for (let day = 0; day < 9; day++) {
      opened.clock.addDays(1);
      await gather(opened);
    }
    expect(await titles(opened)).toEqual(['Bread', 'Cake']);
  });

  test('13. a window that freezes, and actions that are lost during a refresh', async () => {
    const opened = await listening(item('Bread'));
    const id = await idOf(opened, 'Bread');
    const many = Array.from({ length: 1500 }, (_, index) =>
      item(`Item ${index}`, { text: 'word '.repeat(300) }),
    );
    far.at('/feed', rss([...many, item('Bread', { text: 'Edited meanwhile' })]));
    let gathering = true;
    const done = gather(opened).finally(() => {
      gathering = false;
    });
    const waits: number[] = [];
    let starred = false;
    while (gathering) {
      starred = !starred;
      const asked = performance.now();
      await opened.client.mentions.star({ ids: [id], starred });
      waits.push(performance.now() - asked);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await done).last.newMentions).toBe(1500);
    const sorted = waits.sort((one, other) => one - other);
    expect(sorted.length).toBeGreaterThan(20);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
    expect(await opened.client.mentions.get({ id })).toMatchObject({
      starred,
      text: 'Edited meanwhile',
    });
  });

  test('14. a refresh that hangs, and being offline counted as a failure of all', async () => {
    const opened = await listening(item('Bread'));
    const asked = new Promise<void>((resolve) => far.at('/feed', () => resolve()));
    const hanging = gather(opened);
    await asked;
    await opened.client.sources.cancel();
    expect((await hanging).last).toMatchObject({ state: 'cancelled', failed: 0 });
    expect(await source(opened)).toMatchObject({ health: 'well', lastError: null });
    far.at('/feed', rss([item('Bread'), item('Cake')]));
    await gather(opened);
    // Being offline has a file of its own: offline.test.ts.
    expect(await titles(opened)).toEqual(['Bread', 'Cake']);
  });

  test('15. huge feeds and bombs', async () => {
    const opened = await listening(item('Bread'));
    await listenTo(opened, far, '/huge');
    far.at('/feed', (_request, response) =>
      response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(60_000_000))),
    );
    const huge = Array.from({ length: 3000 }, (_, index) =>
      item(`Item ${index}`, { text: 'word '.repeat(200) }),
    );
    far.at('/huge', rss(huge));
    expect((await gather(opened)).last).toMatchObject({ newMentions: 3000, failed: 1 });
    const told = (await opened.client.sources.list()).map((one) => one.lastError);
    expect(told).toContainEqual(expect.stringContaining('too large'));
  });
});
