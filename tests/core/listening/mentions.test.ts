import { describe, expect, test } from 'vitest';
import { toneOf } from '../../../main/core/listening/tone.ts';
import { type OpenedHouse, openHouse } from '../../support/open-house.ts';
import { farEndForEach } from './far-end-for-each.ts';
import { gather, rss } from './gathering.ts';

const far = farEndForEach();

interface Said {
  title: string;
  author?: string;
  uri?: string;
  mail?: string;
  text?: string;
}

const atom = (entries: Said[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Town</title>${entries
    .map(
      ({ title, author = '', uri = '', mail = '', text = '' }, index) =>
        `<entry><id>tag:${title}</id><title>${title}</title><updated>2026-03-01T10:00:${10 + index}Z</updated>
        <author><name>${author}</name><uri>${uri}</uri><email>${mail}</email></author><summary>${text}</summary></entry>`,
    )
    .join('')}</feed>`;

async function houseWith(entries: Said[], before?: (opened: OpenedHouse) => Promise<unknown>) {
  const opened = await openHouse();
  await before?.(opened);
  far.at('/feed', atom(entries));
  await opened.client.sources.add({ address: `${far.origin}/feed`, kind: 'feed', name: 'Town' });
  await gather(opened);
  return opened;
}

const rowOf = async ({ client }: OpenedHouse, title: string) => {
  const { rows } = await client.mentions.list({});
  const row = rows.find((one) => one.title === title);
  if (!row) throw new Error(`no ${title}`);
  return row;
};

describe('who spoke', () => {
  const rosa = { givenName: 'Rosa', familyName: 'Marin' };
  const handle = { kind: 'handle' as const, network: 'mastodon', value: '@rosa@town.example' };

  test.each([
    ['a handle', { contacts: [handle] }, { title: 'a', uri: 'https://town.example/@rosa' }],
    [
      'their own page',
      { contacts: [{ kind: 'website' as const, value: 'rosa.example/blog' }] },
      { title: 'a', uri: 'https://www.rosa.example/blog/' },
    ],
    [
      'a mail address',
      { contacts: [{ kind: 'email' as const, value: 'Rosa@town.example' }] },
      { title: 'a', author: 'R', mail: 'rosa@town.example' },
    ],
  ])('is certain by %s on the card', async (_name, card, entry) => {
    const opened = await houseWith([entry], ({ client }) =>
      client.people.add({ ...rosa, ...card }),
    );
    expect((await rowOf(opened, 'a')).customer?.name).toBe('Rosa Marin');
  });

  test('is only likely by the name, and not even that when two bear it', async () => {
    const one = await houseWith(
      [
        { title: 'a', author: 'Marin Rosa' },
        { title: 'b', author: 'Rosa' },
      ],
      ({ client }) => client.people.add(rosa),
    );
    expect(await rowOf(one, 'a')).toMatchObject({
      customer: null,
      likely: { name: 'Rosa Marin', why: expect.stringContaining('name') },
    });
    expect((await rowOf(one, 'b')).likely).toBeNull();
    const two = await houseWith([{ title: 'a', author: 'Rosa Marin' }], async ({ client }) => {
      await client.people.add(rosa);
      await client.people.add(rosa);
    });
    expect((await rowOf(two, 'a')).likely).toBeNull();
  });

  test('is proposed with the next gathering when the person was added later', async () => {
    const opened = await houseWith([{ title: 'a', author: 'Rosa Marin' }]);
    expect((await rowOf(opened, 'a')).likely).toBeNull();
    const { id } = await opened.client.people.add(rosa);
    await gather(opened);
    expect((await rowOf(opened, 'a')).likely?.id).toBe(id);
    await opened.client.people.bin({ ids: [id] });
    expect((await rowOf(opened, 'a')).likely).toBeNull();
  });

  test('once said is remembered, for what they said before and will say', async () => {
    const opened = await houseWith([
      { title: 'a', author: 'Bread lover', uri: 'https://town.example/@rosa' },
      { title: 'b', author: 'Bread lover', uri: 'https://town.example/@rosa' },
    ]);
    const { id: customerId } = await opened.client.people.add(rosa);
    const { step } = await opened.client.mentions.link({
      id: (await rowOf(opened, 'a')).id,
      customerId,
    });
    expect((await rowOf(opened, 'b')).customer?.name).toBe('Rosa Marin');
    expect((await opened.client.people.get({ id: customerId })).contacts).toMatchObject([
      { kind: 'handle', network: 'mastodon', value: 'rosa@town.example' },
    ]);
    expect(
      (await opened.client.mentions.get({ id: (await rowOf(opened, 'a')).id })).others,
    ).toMatchObject([{ title: 'b' }]);

    await opened.client.journal.undo({ step });
    expect((await rowOf(opened, 'a')).customer).toBeNull();
    await expect.poll(async () => (await rowOf(opened, 'b')).customer).toBeNull();
  });

  test('can be linked without remembering', async () => {
    const opened = await houseWith([
      { title: 'a', author: 'R', uri: 'https://town.example/@rosa' },
      { title: 'b', author: 'R', uri: 'https://town.example/@rosa' },
    ]);
    const { id: customerId } = await opened.client.people.add(rosa);
    await opened.client.mentions.link({
      id: (await rowOf(opened, 'a')).id,
      customerId,
      remember: false,
    });
    expect((await rowOf(opened, 'a')).customer?.id).toBe(customerId);
    expect((await rowOf(opened, 'b')).customer).toBeNull();
  });

  test('a proposal that is set aside stays away, until it is undone', async () => {
    const opened = await houseWith([{ title: 'a', author: 'Rosa Marin' }], ({ client }) =>
      client.people.add(rosa),
    );
    const row = await rowOf(opened, 'a');
    const customerId = row.likely?.id ?? '';
    await opened.client.mentions.unlink({ id: row.id, customerId });
    expect((await rowOf(opened, 'a')).likely).toBeNull();
    await opened.client.journal.undo({});
    expect((await rowOf(opened, 'a')).likely?.id).toBe(customerId);
  });

  test('somebody new becomes a customer with name and handle', async () => {
    const opened = await houseWith([
      { title: 'a', author: 'Otto van den Berg', uri: 'https://bsky.app/profile/otto.example.org' },
    ]);
    const { id } = await opened.client.mentions.makeCustomer({ id: (await rowOf(opened, 'a')).id });
    expect(await opened.client.people.get({ id })).toMatchObject({
      givenName: 'Otto',
      familyName: 'van den Berg',
      contacts: [{ kind: 'handle', network: 'bluesky', value: 'otto.example.org' }],
    });
    const row = await rowOf(opened, 'a');
    expect(row.customer?.id).toBe(id);
    await expect(opened.client.mentions.makeCustomer({ id: row.id })).rejects.toThrow(
      'already one of your people',
    );
    await opened.client.journal.undo({});
    expect((await rowOf(opened, 'a')).customer).toBeNull();
  });
});

describe('what becomes of a mention', () => {
  test('is marked, starred and put off, each taken back in one step', async () => {
    const opened = await houseWith([{ title: 'a' }, { title: 'b' }]);
    const { client, clock } = opened;
    const ids = (await client.mentions.list({})).rows.map((row) => row.id);
    await client.mentions.mark({ ids, state: 'let-go' });
    expect((await client.mentions.list({ state: 'let-go' })).total).toBe(2);
    expect((await client.journal.history({}))[0]?.label).toBe('Marked 2 mentions as let go');
    await client.journal.undo({});
    expect((await client.mentions.list({ state: 'new' })).total).toBe(2);

    await client.mentions.star({ ids: ids.slice(0, 1), starred: true });
    expect((await client.mentions.list({ starred: true })).total).toBe(1);

    await client.mentions.snooze({ ids: ids.slice(0, 1), until: '2026-03-05' });
    expect((await client.mentions.list({ state: 'new' })).total).toBe(1);
    await client.mentions.mark({ ids, state: 'new' });
    expect((await client.mentions.list({ state: 'new' })).total).toBe(2);
    await client.journal.undo({});
    clock.set('2026-03-05T08:00');
    expect((await client.mentions.list({ state: 'new' })).total).toBe(2);
    await expect(client.mentions.snooze({ ids, until: '2026-03-05' })).rejects.toThrow(
      'after today',
    );
  });

  test('is refused for one that is not here', async () => {
    const { client } = await openHouse();
    const id = '01890000-0000-7000-8000-000000000000';
    await expect(client.mentions.mark({ ids: [id], state: 'noted' })).rejects.toThrow(
      'not here any more',
    );
    await expect(client.mentions.get({ id })).rejects.toThrow('not here any more');
  });
});

test('a list can be narrowed by words, source and person', async () => {
  const opened = await houseWith([
    { title: 'Brötchen', text: 'warm and round' },
    { title: 'Cake', text: 'round too' },
  ]);
  const { client } = opened;
  const find = async (words: string) =>
    (await client.mentions.list({ words })).rows.map((row) => row.title);
  expect(await find('brot')).toEqual(['Brötchen']);
  expect((await find('roun')).sort()).toEqual(['Brötchen', 'Cake']);
  expect(await find('round warm')).toEqual(['Brötchen']);
  expect(await find('"; DROP')).toEqual([]);
  const [source] = await client.sources.list();
  expect((await client.mentions.list({ sourceId: source?.id })).total).toBe(2);
  expect((await client.mentions.list({ limit: 1, offset: 1 })).rows).toHaveLength(1);
});

test('stored text is clean, whatever was sent', async () => {
  const opened = await openHouse();
  far.at(
    '/feed',
    rss([
      {
        title: 'a',
        text: '&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;Hi&lt;/p&gt;',
      },
    ]),
  );
  await opened.client.sources.add({ address: `${far.origin}/feed`, kind: 'feed' });
  await gather(opened);
  const mention = await opened.client.mentions.get({ id: (await rowOf(opened, 'a')).id });
  expect(mention.html).toBe(`<img data-remote-src="${far.origin}/x" /><p>Hi</p>`);
  expect(mention.text).toBe('Hi');
});

test.each([
  ['Never again', 'So rude.', null, 'complaint'],
  ['Lovely', 'Thank you!', null, 'praise'],
  ['Opening hours', 'Are you open on Sunday?', null, 'question'],
  ['Terrible weather', 'but I stayed', 1, 'praise'],
  ['Fine', '', 0.25, 'complaint'],
  ['News', 'The fair is on Monday.', null, 'plain'],
])('"%s %s" with rating %s is meant as %s', (title, text, share, tone) => {
  expect(toneOf(title, text, share)).toBe(tone);
});
