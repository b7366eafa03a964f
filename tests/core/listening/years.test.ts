import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { type FarEnd, startFarEnd } from './far-end.ts';
import { gather, listenTo, rss, source, titles } from './gathering.ts';

let far: FarEnd;
let others: FarEnd[] = [];
beforeEach(async () => {
  far = await startFarEnd();
});
afterEach(async () => {
  await Promise.all([far, ...others].map((one) => one.close()));
  others = [];
});

const day = 86_400_000;
const item = (name: string, more: object = {}) => ({
  guid: name,
  title: name,
  link: `https://shop.example/${name}`,
  ...more,
});
const on = (at: number) => new Date(at).toUTCString();
const asked = () => far.requests.map((request) => request.url);

describe('a feed that has moved for good', () => {
  test('is followed, and that is said in its health and its log', async () => {
    const opened = await openHouse();
    const id = await listenTo(opened, far);
    far.at('/feed', (_request, response) => response.writeHead(308, { location: '/new' }).end());
    far.at('/new', rss([item('Bread')]));
    await gather(opened);
    const [request] = await opened.client.sources.requests({ id });
    expect(request?.outcome).toBe(
      `It has moved to ${far.origin}/new, and we followed. One new mention.`,
    );
    await gather(opened);
    expect((await source(opened)).healthWords).toBe(
      `All is well. It has moved, and we follow it: ${far.origin}/new`,
    );
    expect(asked()).toEqual(['/feed', '/new', '/new']);
  });

  test('and whose new place is gone is looked for at its first one', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', (_request, response) => response.writeHead(301, { location: '/new' }).end());
    far.at('/new', rss([item('Bread')]));
    await gather(opened);
    far.at('/new', (_request, response) => response.writeHead(404).end());
    for (let turn = 0; turn < 3; turn++) await gather(opened);
    far.at('/feed', rss([item('Bread'), item('Cake')]));
    await gather(opened);
    expect(await titles(opened)).toEqual(['Bread', 'Cake']);
    expect((await source(opened)).healthWords).toBe('All is well.');
  });

  test('to a page that is no feed has not moved', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    let isCaught = true;
    far.at('/feed', (_request, response) => {
      if (isCaught) return response.writeHead(301, { location: '/login' }).end();
      return response.end(rss([item('Bread')]));
    });
    far.at('/login', '<html>Welcome to the hotel’s network</html>');
    await gather(opened);
    isCaught = false;
    await gather(opened);
    expect(await titles(opened)).toEqual(['Bread']);
    expect(asked().at(-1)).toBe('/feed');
  });
});

test('a source that is silent beyond its habit is pointed out, also when its words are long let go', async () => {
  const opened = await openHouse();
  await listenTo(opened, far);
  const now = opened.clock.now();
  const daily = [1, 2, 3, 4, 5].map((ago) => item(`Day ${ago}`, { date: on(now - ago * day) }));
  far.at('/feed', rss(daily));
  await gather(opened);
  opened.clock.addDays(5);
  await gather(opened);
  expect((await source(opened)).health).toBe('well');
  opened.clock.addDays(10);
  await gather(opened);
  expect(await source(opened)).toMatchObject({
    health: 'silent',
    healthWords: 'It answers, but has said nothing for longer than usual.',
  });
  opened.clock.addDays(900);
  await gather(opened);
  expect(await source(opened)).toMatchObject({ health: 'silent', mentions: 0 });
  far.at('/feed', rss([item('Back', { date: on(opened.clock.now() - day) }), ...daily]));
  await gather(opened);
  expect(await source(opened)).toMatchObject({ health: 'well', mentions: 1 });
});

describe('how a source tells its items apart', () => {
  const identity = async (opened: OpenedHouse, by: 'by-itself' | 'guid' | 'link' | 'words') =>
    opened.client.sources.change({ id: (await source(opened)).id, identity: by });

  test('can be set to the link, for guids that change with every visit and titles with every mood', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    const at = (visit: number) =>
      rss([item('Bread', { guid: `session-${visit}`, title: `Bread (${visit} views)` })]);
    far.at('/feed', at(1));
    await gather(opened);
    await identity(opened, 'link');
    for (const visit of [2, 3]) {
      far.at('/feed', at(visit));
      expect((await gather(opened)).last.newMentions).toBe(0);
    }
    expect(await titles(opened)).toEqual(['Bread (3 views)']);
  });

  test('can be set to the guid, for items that share a link and are retitled', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', rss([item('A', { link: 'https://shop.example/' })]));
    await gather(opened);
    await identity(opened, 'guid');
    far.at('/feed', rss([item('A', { link: 'https://shop.example/?x', title: 'A again' })]));
    expect((await gather(opened)).last.newMentions).toBe(0);
    expect(await titles(opened)).toEqual(['A again']);
  });

  test('can be set to the words, for guids and links that mean nothing; undone, all is as it was', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    const odd = { guid: 'same', link: 'https://shop.example/' };
    far.at('/feed', rss([item('A', odd)]));
    await gather(opened);
    await identity(opened, 'words');
    far.at('/feed', rss([item('B', odd), item('A', odd)]));
    await gather(opened);
    far.at('/feed', rss([item('C', odd)]));
    await gather(opened);
    expect(await titles(opened)).toEqual(['A', 'B', 'C']);
    await opened.client.journal.undo({});
    expect((await source(opened)).identity).toBe('by-itself');
    far.at('/feed', rss([item('A', odd), item('B', odd), item('C', odd)]));
    expect((await gather(opened)).last.newMentions).toBe(0);
    expect(await titles(opened)).toEqual(['A', 'B', 'C']);
  });

  test.each([
    ['one guid', { guid: 'same' }],
    ['one link and no guid', { guid: undefined, link: 'https://shop.example/' }],
    ['one guid and one link', { guid: 'same', link: 'https://shop.example/' }],
  ])('loses nothing of a feed with %s for all, shown together', async (_name, odd) => {
    const opened = await openHouse();
    await listenTo(opened, far);
    far.at('/feed', rss([item('A', odd), item('B', odd), item('C', odd)]));
    await gather(opened);
    far.at('/feed', rss([item('D', odd), item('A', odd), item('B', odd)]));
    expect((await gather(opened)).last.newMentions).toBe(1);
    expect((await gather(opened)).last.newMentions).toBe(0);
    expect(await titles(opened)).toEqual(['A', 'B', 'C', 'D']);
  });

  test.each([
    ['one guid', { guid: 'same' }],
    ['one link and no guid', { guid: undefined, link: 'https://shop.example/' }],
  ])(
    'loses nothing of a feed with %s for all that shows one at a time, for years',
    async (_name, odd) => {
      const opened = await openHouse();
      await listenTo(opened, far);
      let heard = 0;
      for (let month = 1; month <= 30; month++) {
        const date = on(opened.clock.now() - day);
        far.at('/feed', rss([item(`Month ${month}`, { ...odd, date })]));
        heard += (await gather(opened)).last.newMentions;
        heard += (await gather(opened)).last.newMentions;
        opened.clock.addDays(31);
      }
      expect(heard).toBe(30);
    },
  );

  test('takes a new title or a new date of one item for an edit all the same', async () => {
    const opened = await openHouse();
    await listenTo(opened, far);
    const now = opened.clock.now();
    far.at('/feed', rss([item('Bread', { date: on(now - day) })]));
    await gather(opened);
    far.at('/feed', rss([item('Bread', { title: 'Bread, again', date: on(now) })]));
    expect((await gather(opened)).last.newMentions).toBe(0);
    expect(await titles(opened)).toEqual(['Bread, again']);
  });
});

test('three years of a shop’s feed, with every trouble on the way, are heard once each', async () => {
  let opened = await openHouse();
  await listenTo(opened, far);
  const all: ReturnType<typeof item>[] = [];
  let heard = 0;
  for (let month = 0; month < 36; month++) {
    const name = `Month ${String(month).padStart(2, '0')}`;
    all.unshift(item(name, { date: on(opened.clock.now() - day) }));
    // The feed shows its last ten; in some months it is in trouble, has moved its guids, or rests.
    const shown = all.slice(0, 10).map((one) => ({ ...one, guid: `${month >> 3} ${one.title}` }));
    const trouble = [500, 403, 429, 404][month % 5];
    far.at('/feed', (_request, response) => {
      if (trouble) return response.writeHead(trouble).end();
      return response.end(rss(shown));
    });
    heard += (await gather(opened)).last.newMentions;
    if (month % 12 === 11) opened = await opened.reopen();
    opened.clock.addDays(30);
  }
  far.at('/feed', rss(all.slice(0, 10)));
  heard += (await gather(opened)).last.newMentions;
  expect(heard).toBe(36);
  // The last two years are here, and nothing twice.
  const here = await titles(opened);
  expect(new Set(here).size).toBe(here.length);
  expect(here.length).toBeGreaterThanOrEqual(23);
  // What came late because of a trouble goes late.
  expect(here.length).toBeLessThanOrEqual(27);
});

test('hosts that hang hold up nobody, however many they are', async () => {
  const opened = await openHouse();
  for (let count = 0; count < 6; count++) {
    const hanging = await startFarEnd();
    others.push(hanging);
    hanging.at('/feed', () => undefined);
    await listenTo(opened, hanging);
  }
  await listenTo(opened, far);
  far.at('/feed', rss([item('Bread')]));
  const { last } = await gather(opened, { all: true }, ({ source: told }) => {
    if (told?.ok) void opened.client.sources.cancel();
  });
  // Only the one that answers was done when all was stopped.
  expect(last).toMatchObject({ state: 'cancelled', done: 1, failed: 0, newMentions: 1 });
});
