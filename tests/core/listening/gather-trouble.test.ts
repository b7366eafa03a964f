import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openHouse } from '../../support/open-house.ts';
import { farEndForEach } from './far-end-for-each.ts';
import { gather, listenTo, rss, source, titles } from './gathering.ts';

const minute = 60_000;
const bread = {
  guid: 'b',
  title: 'Bread',
  link: 'https://shop.example/bread',
  text: 'Fresh today',
};
const cake = { guid: 'c', title: 'Cake', link: 'https://shop.example/cake', text: 'With plums' };
const far = farEndForEach();

describe('a source in trouble', () => {
  test('that moved for good is followed, and asked at its new place', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', (_request, response) => response.writeHead(301, { location: '/new' }).end());
    far.at('/new', rss([bread]));
    await gather(opened);
    await gather(opened);
    expect(far.requests.map((request) => request.url)).toEqual(['/feed', '/new', '/new']);
  });

  test('that is gone for good is not asked again by itself', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', (_request, response) => response.writeHead(410).end());
    const { last } = await gather(opened);
    expect(last).toMatchObject({ state: 'finished', failed: 1 });
    expect(await source(opened)).toMatchObject({ health: 'gone' });
    opened.clock.addDays(30);
    expect(await opened.client.sources.gather({})).toMatchObject({ started: false });
  });

  test.each([
    ['with a wish', '1800', 30],
    ['without a word', undefined, 10],
    ['with a zero', '0', 10],
    ['as a wall', undefined, 10, 403],
  ])('a refusal %s rests the whole host', async (_name, retryAfter, minutes, status = 429) => {
    const opened = await openHouse();
    await listenTo(opened, far);
    await listenTo(opened, far, '/other');
    far.at('/feed', (_request, response) =>
      response.writeHead(status, retryAfter ? { 'retry-after': retryAfter } : {}).end(),
    );
    far.at('/other', rss([cake]));
    await gather(opened);
    const resting = await opened.client.sources.list();
    expect(resting.map((one) => one.health)).toEqual(['resting', 'resting']);
    expect(far.requests).toHaveLength(1);
    const wait = Math.max(...resting.map((one) => one.nextCheckAt ?? 0)) - opened.clock.now();
    expect(Math.round(wait / minute)).toBe(minutes);
  });

  test('a 500 is tried again later and later, and forgotten once it heals', async () => {
    const opened = await openHouse();
    const id = await listenTo(opened, far);
    let broken = true;
    far.at('/feed', (_request, response) => {
      if (broken) response.writeHead(500).end();
      else response.end(rss([bread]));
    });
    const waits: number[] = [];
    for (let turn = 0; turn < 4; turn++) {
      await gather(opened, { ids: [id] });
      const { nextCheckAt } = await source(opened);
      waits.push(Math.round(((nextCheckAt ?? 0) - opened.clock.now()) / minute));
    }
    expect(waits).toEqual([30, 60, 120, 240]);
    expect(await source(opened)).toMatchObject({
      health: 'troubled',
      lastError: expect.stringContaining('500'),
    });
    broken = false;
    await gather(opened, { ids: [id] });
    expect(await source(opened)).toMatchObject({ health: 'well', lastError: null });
    expect(await titles(opened)).toEqual(['Bread']);
  });

  test.each([
    [
      'a bomb',
      (_: unknown, response: ServerResponse) =>
        void response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(40_000_000))),
      'too large',
    ],
    [
      'a body that breaks off',
      (_: unknown, response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '5000' });
        response.write(rss([bread]));
        setImmediate(() => response.destroy());
      },
      'broke off',
    ],
    [
      'a wall for robots',
      (_: unknown, response: ServerResponse) =>
        void response.end('<html><title>Are you human?</title></html>'),
      'web page',
    ],
  ])('%s is told in words and harms nothing', async (_name, handler, words) => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', rss([bread]));
    await gather(opened);
    far.at('/feed', handler);
    await gather(opened);
    expect((await source(opened)).lastError).toContain(words);
    expect(await titles(opened)).toEqual(['Bread']);
  });

  test('an empty feed deletes nothing', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', rss([bread]));
    await gather(opened);
    far.at('/feed', rss([]));
    await gather(opened);
    expect(await titles(opened)).toEqual(['Bread']);
  });
});

test('cancelling stops the gathering, and what was stopped counts as not tried', async () => {
  const opened = await openHouse();
  await listenTo(opened, far);
  far.at('/feed', () => void opened.client.sources.cancel());
  const { last } = await gather(opened);
  expect(last).toMatchObject({ state: 'cancelled', done: 0, failed: 0 });
  expect(await source(opened)).toMatchObject({ health: 'new', lastTriedAt: null });
});

test('the house closes while a server hangs', async () => {
  const opened = await openHouse();
  await listenTo(opened, far);
  const asked = new Promise<void>((resolve) => far.at('/feed', () => resolve()));
  void gather(opened).catch(() => undefined);
  await asked;
  await opened.close();
  expect(opened.host.lines).toEqual([]);
});
